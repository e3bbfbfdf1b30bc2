//! Editing several customers or subscriptions at once: what all of them are to have, and how many that changes.

use egui::{Context, Ui};

use super::cancel_ui;
use crate::state::{Bulk, BulkDraft, BulkOf, ChannelChoice, Command, DelegatedChoice, Drafts};
use crate::text::shown;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, DIALOG_WIDTH, Palette, SMALL_GAP};
use crate::ui::{Commands, View, button, form, spoken};

pub fn bulk_ui(ctx: &Context, view: View<'_>, bulk: &Bulk, drafts: &mut Drafts, commands: &mut Commands) -> Ended {
    let draft = &mut drafts.bulk;
    let title = match bulk.of {
        BulkOf::Customers(_) => view.words.with("bulk-customers", &[("count", bulk.of.count().into())]),
        BulkOf::Subscriptions(_) => view.words.with("bulk-subscriptions", &[("count", bulk.of.count().into())]),
    };
    // The content gives its commands back, since the buttons have theirs.
    let mut asked = Commands::new();
    let ended = dialog_ui(
        ctx,
        &title,
        DIALOG_WIDTH,
        |ui| {
            let before = draft.clone();
            match bulk.of {
                BulkOf::Customers(_) => customers_ui(ui, view, bulk, draft),
                BulkOf::Subscriptions(_) => channel_ui(ui, view, draft),
            }
            if *draft != before {
                asked.push(Command::CountBulk);
            }
            ui.add_space(SMALL_GAP);
            count_ui(ui, view, bulk, draft);
            draft.clone()
        },
        |ui, draft, entered| {
            cancel_ui(ui, view, commands);
            let reason = match (draft.parse().is_empty(), bulk.count.changes) {
                _ if draft.lacks_families() => Some("bulk-no-family"),
                (true, _) => Some("bulk-nothing"),
                (false, 0) => Some("bulk-none-changes"),
                (false, _) => None,
            };
            let reasons: Vec<String> = reason.map(|id| view.words.say(id).to_owned()).into_iter().collect();
            if button::guarded_ui(ui, view.say("save-changes"), &reasons) || (entered && reasons.is_empty()) {
                commands.push(Command::ConfirmBulk);
            }
        },
    );
    // What was typed is counted before it is confirmed.
    asked.append(commands);
    *commands = asked;
    ended
}

fn customers_ui(ui: &mut Ui, view: View<'_>, bulk: &Bulk, draft: &mut BulkDraft) {
    form::text_ui(ui, view.say("bulk-add-tags"), &mut draft.add_tags);
    form::text_ui(ui, view.say("bulk-remove-tags"), &mut draft.remove_tags);
    if !bulk.tags.is_empty() {
        let tags: Vec<_> = bulk.tags.iter().map(|tag| shown(tag)).collect();
        let tags = view.words.list(&tags);
        form::hint_ui(ui, &view.words.with("bulk-tags-there", &[("tags", tags.into())]));
    }
    form::hint_ui(ui, view.say("bulk-tags-hint"));
    ui.add_space(SMALL_GAP);
    let label = view.say("field-delegated-admin");
    let leave = view.say("bulk-leave");
    form::row_ui(ui, label, |ui| {
        let mut choices: Vec<(Option<DelegatedChoice>, &str)> = vec![(None, leave)];
        choices.extend(DelegatedChoice::ALL.map(|choice| (Some(choice), view.words.delegated_choice(choice))));
        let chosen = draft.delegated_admin.map_or(leave, |choice| view.words.delegated_choice(choice));
        form::choice_ui(ui, view.words, "delegated-admin", label, &mut draft.delegated_admin, &choices, chosen);
        if draft.delegated_admin == Some(DelegatedChoice::Families) {
            super::customer::families_ui(ui, view, &mut draft.families);
        }
    });
}

fn channel_ui(ui: &mut Ui, view: View<'_>, draft: &mut BulkDraft) {
    let label = view.say("field-channel");
    let leave = view.say("bulk-leave");
    form::row_ui(ui, label, |ui| {
        let mut choices: Vec<(Option<ChannelChoice>, &str)> = vec![(None, leave)];
        choices.extend(ChannelChoice::ALL.map(|choice| (Some(choice), view.words.channel_choice(choice))));
        let chosen = draft.channel.map_or(leave, |choice| view.words.channel_choice(choice));
        form::choice_ui(ui, view.words, "channel", label, &mut draft.channel, &choices, chosen);
    });
    if draft.channel == Some(ChannelChoice::OtherReseller) {
        form::text_ui(ui, view.say("field-other-reseller"), &mut draft.other_reseller);
    }
}

/// What would become of them, said before it is.
fn count_ui(ui: &mut Ui, view: View<'_>, bulk: &Bulk, draft: &BulkDraft) {
    let palette = Palette::of(ui);
    let count = bulk.count;
    let mut line = |text: &str, color| {
        let response = ui.label(egui::RichText::new(text).font(theme::body()).color(color));
        spoken::live(&response, false);
    };
    if draft.lacks_families() {
        line(view.say("bulk-no-family"), palette.bad);
    } else if draft.parse().is_empty() {
        line(view.say("bulk-nothing"), palette.weak);
    } else {
        let all = bulk.of.count();
        let changes = view.words.with("bulk-changes", &[("changes", count.changes.into()), ("all", all.into())]);
        line(&changes, palette.text);
        line(&view.words.with("bulk-already", &[("already", count.already.into())]), palette.weak);
    }
    if count.gone > 0 {
        line(&view.words.with("bulk-gone", &[("gone", count.gone.into())]), palette.bad);
    }
    form::hint_ui(ui, view.say("bulk-undo"));
}
