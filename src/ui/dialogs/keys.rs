//! Every key of the program on one sheet: those of the menus from the one table, and those of lists, fields and dialogs.

use egui::{Context, Grid, Key, KeyboardShortcut, Modifiers, RichText, Ui};

use crate::state::Command;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, Palette, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form, menu, menu_keys, shortcuts};

/// Keys that are no commands of the menus: what is pressed, and the message that says what it does.
const IN_LISTS: [(&[Key], &str); 8] = [
    (&[Key::ArrowUp, Key::ArrowDown], "keys-arrows"),
    (&[Key::Home, Key::End], "keys-ends"),
    (&[Key::PageUp, Key::PageDown], "keys-pages"),
    (&[Key::Enter], "keys-enter-list"),
    (&[Key::Tab], "keys-tab"),
    (&[Key::ArrowLeft, Key::ArrowRight], "keys-edge-width"),
    (&[Key::ArrowUp, Key::ArrowDown], "keys-edge-height"),
    (&[Key::F10], "keys-menu-bar"),
];

const IN_DIALOGS: [(&[Key], &str); 2] = [(&[Key::Enter], "keys-enter-dialog"), (&[Key::Escape], "keys-escape")];

/// From this width on the groups stand in two columns; the names of keys are long in some languages.
const ROOMY: f32 = 600.0;

pub fn keys_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    dialog_ui(
        ctx,
        view.say("keys-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let shortcuts = shortcuts::all();
            let count = if ui.available_width() >= ROOMY { 2 } else { 1 };
            ui.columns(count, |columns| {
                let mut sheet_ui = |at: usize, name, rows: &[(String, &str)]| {
                    if let Some(ui) = columns.get_mut(at.min(count - 1)) {
                        sheet_ui(ui, view, name, rows);
                    }
                };
                for (at, menu) in menu::menus(view).into_iter().enumerate() {
                    let name = menu.name;
                    let rows: Vec<(String, &str)> = menu
                        .items()
                        .into_iter()
                        .filter_map(|(_, item)| {
                            let keys: Vec<String> = shortcuts
                                .iter()
                                .filter(|shortcut| shortcut.name == item.name)
                                .map(|shortcut| shortcuts::written(ctx, view.words, &shortcut.keys))
                                .chain(
                                    (item.name == "menu-find")
                                        .then(|| shortcuts::written(ctx, view.words, &shortcuts::FIND)),
                                )
                                .collect();
                            (!keys.is_empty()).then(|| (keys.join(view.say("list-separator")), item.name))
                        })
                        .collect();
                    sheet_ui(at.min(1), name, &rows);
                }
                let plain = |keys: &[Key]| {
                    let each = keys
                        .iter()
                        .map(|key| shortcuts::written(ctx, view.words, &KeyboardShortcut::new(Modifiers::NONE, *key)));
                    each.collect::<Vec<_>>().join(view.say("list-separator"))
                };
                let mut lists: Vec<(String, &str)> = IN_LISTS.map(|(keys, name)| (plain(keys), name)).to_vec();
                let first = shortcuts::of_menu(view.say("menu-file-letter")).filter(|_| menu_keys::has_letters(ctx));
                lists.extend(first.map(|keys| (shortcuts::written(ctx, view.words, &keys), "keys-menu-letter")));
                let copy = KeyboardShortcut::new(Modifiers::COMMAND, Key::C);
                lists.push((shortcuts::written(ctx, view.words, &copy), "keys-copy"));
                let shift = |key| shortcuts::written(ctx, view.words, &KeyboardShortcut::new(Modifiers::SHIFT, key));
                let each = [Key::ArrowUp, Key::ArrowDown].map(shift);
                lists.push((each.join(view.say("list-separator")), "keys-pick"));
                let clicks = [Modifiers::COMMAND, Modifiers::SHIFT].map(|modifiers| click(ctx, view, modifiers));
                lists.push((clicks.join(view.say("list-separator")), "keys-pick-click-what"));
                lists.push((plain(&[Key::Escape]), "keys-pick-one"));
                lists.push((view.say("keys-letters").to_owned(), "keys-letters-what"));
                sheet_ui(0, "keys-in-lists", &lists);
                sheet_ui(1, "keys-in-dialogs", &IN_DIALOGS.map(|(keys, name)| (plain(keys), name)));
            });
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("close"), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        },
    )
}

/// A click with a key held, written as the platform writes keys.
fn click(ctx: &Context, view: View<'_>, modifiers: Modifiers) -> String {
    // A key of one letter tells what stands before it.
    let keys = shortcuts::written(ctx, view.words, &KeyboardShortcut::new(modifiers, Key::A));
    format!("{}{}", keys.strip_suffix('A').unwrap_or_default(), view.say("keys-pick-click"))
}

/// A group of keys below its name.
fn sheet_ui(ui: &mut Ui, view: View<'_>, name: &'static str, rows: &[(String, &str)]) {
    if rows.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    form::head_ui(ui, view.words.say(name));
    Grid::new(name).num_columns(2).spacing([theme::WIDE_GAP, theme::SMALL_GAP]).min_col_width(96.0).show(ui, |ui| {
        for (keys, what) in rows {
            ui.label(RichText::new(keys).font(theme::semibold()).color(palette.text));
            ui.add(egui::Label::new(view.words.say(what)).wrap());
            ui.end_row();
        }
    });
    ui.add_space(theme::GAP);
}
