//! What a file was taken for, and choosing it otherwise: format, encoding, separator.

use egui::{RichText, Ui};

use crate::exchange::source::{Encoding, HeaderLanguage, Separator};
use crate::exchange::{Choices, FORMATS, Incoming, Recognized, of_id};
use crate::state::{Command, ImportDraft, ImportFile};
use crate::ui::theme::{self, Palette};
use crate::ui::{Commands, View, button, form};

const fn language(language: HeaderLanguage) -> &'static str {
    match language {
        HeaderLanguage::English => "header-english",
        HeaderLanguage::French => "header-french",
        HeaderLanguage::Chinese => "header-chinese",
    }
}

const fn separator(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => "separator-comma",
        Separator::Semicolon => "separator-semicolon",
        Separator::Tab => "separator-tab",
    }
}

/// What was recognised, in one line, with the way to say otherwise.
pub fn guess_ui(
    ui: &mut Ui,
    view: View<'_>,
    file: &ImportFile,
    incoming: &Incoming,
    draft: &mut ImportDraft,
    commands: &mut Commands,
) {
    let Recognized { format, encoding, separator: between, language: words, header: _ } = &incoming.recognized;
    let mut parts = vec![of_id(format).map_or("", |format| view.say(format.name))];
    parts.extend(encoding.map(Encoding::name));
    parts.extend(between.map(|between| view.say(separator(between))));
    parts.extend(words.map(|words| view.say(language(words))));
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(parts.join(" · ")).font(theme::small()).color(palette.weak));
        let word = if draft.changes_guess { "import-guess-right" } else { "import-guess-wrong" };
        if button::link_ui(ui, view.say(word)).clicked() {
            draft.changes_guess = !draft.changes_guess;
        }
    });
    if draft.changes_guess {
        otherwise_ui(ui, view, file, draft, commands);
    }
}

/// The choices themselves.
pub fn otherwise_ui(ui: &mut Ui, view: View<'_>, file: &ImportFile, _draft: &ImportDraft, commands: &mut Commands) {
    let recognized = file.incoming().map(|incoming| &incoming.recognized);
    let mut choices = file.choices.clone();
    let guessed = |word: Option<&str>| {
        let word = word.unwrap_or_else(|| view.say("nothing"));
        view.words.with("import-guessed", &[("guess", word.into())])
    };

    let by_itself = guessed(recognized.and_then(|found| of_id(found.format)).map(|format| view.say(format.name)));
    let mut formats: Vec<(Option<&'static str>, &str)> = vec![(None, &by_itself)];
    formats.extend(
        FORMATS.iter().filter(|format| format.can_import()).map(|format| (Some(format.id), view.say(format.name))),
    );
    let chosen = named(&formats, &choices.format);
    form::row_ui(ui, view.say("import-format"), |ui| {
        form::choice_ui(
            ui,
            view.words,
            "import-format",
            view.say("import-format"),
            &mut choices.format,
            &formats,
            &chosen,
        );
    });

    if recognized.is_none_or(|found| found.encoding.is_some()) {
        let by_itself = guessed(recognized.and_then(|found| found.encoding).map(Encoding::name));
        let mut encodings = vec![(None, by_itself.as_str())];
        encodings.extend(Encoding::ALL.into_iter().map(|encoding| (Some(encoding), encoding.name())));
        let chosen = named(&encodings, &choices.encoding);
        form::row_ui(ui, view.say("import-encoding"), |ui| {
            let name = view.say("import-encoding");
            form::choice_ui(ui, view.words, "import-encoding", name, &mut choices.encoding, &encodings, &chosen);
        });
    }
    if recognized.is_none_or(|found| found.separator.is_some()) {
        let by_itself = guessed(recognized.and_then(|found| found.separator).map(|found| view.say(separator(found))));
        let mut separators = vec![(None, by_itself.as_str())];
        separators.extend(Separator::ALL.into_iter().map(|between| (Some(between), view.say(separator(between)))));
        let chosen = named(&separators, &choices.separator);
        form::row_ui(ui, view.say("import-separator"), |ui| {
            let name = view.say("import-separator");
            form::choice_ui(ui, view.words, "import-separator", name, &mut choices.separator, &separators, &chosen);
        });
    }
    read_otherwise(file, choices, commands);
}

fn named<T: PartialEq>(choices: &[(T, &str)], chosen: &T) -> String {
    choices.iter().find(|(choice, _)| choice == chosen).map_or_else(String::new, |(_, name)| (*name).to_owned())
}

/// Asks for the file to be read anew where something was chosen.
pub fn read_otherwise(file: &ImportFile, choices: Choices, commands: &mut Commands) {
    if choices != file.choices {
        commands.push(Command::ReadOtherwise(choices));
    }
}
