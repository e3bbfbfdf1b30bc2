//! What an import would change, shown before it counts.

use egui::{Context, RichText, ScrollArea, Ui};

use super::cancel_ui;
use crate::exchange::merge::{CustomerPlan, Standing};
use crate::state::{Command, Preview};
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{self, Palette, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form};

pub fn import_ui(ctx: &Context, view: View<'_>, preview: &Preview, commands: &mut Commands) -> Ended {
    let (new, changed) = preview.counts();
    dialog_ui(
        ctx,
        view.say("import-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            let name = preview.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let text = view
                .words
                .with("import-summary", &[("file", name.into()), ("new", new.into()), ("changed", changed.into())]);
            ui.label(RichText::new(text).color(palette.text));
            form::hint_ui(ui, view.say("import-hint"));
            for note in &preview.notes {
                form::problem_ui(ui, note);
            }
            ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
                for customer in &preview.plan.customers {
                    customer_ui(ui, view, customer);
                }
            });
        },
        |ui, (), _| {
            if button::primary_ui(ui, view.say("import-confirm"), true).clicked() {
                commands.push(Command::ConfirmImport);
            }
            cancel_ui(ui, view, commands);
        },
    )
}

/// The word for how a record stands, where there is anything to say of it.
const fn standing_word(standing: &Standing) -> Option<&'static str> {
    match standing {
        Standing::New => Some("import-new"),
        Standing::Changed(_) => Some("import-changed"),
        Standing::LeftOut(_) => Some("import-left-out"),
        Standing::Unchanged => None,
    }
}

fn line_ui(ui: &mut Ui, view: View<'_>, standing: &Standing, name: &str, indent: f32) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(indent);
        if let Some(word) = standing_word(standing) {
            ui.label(RichText::new(view.words.say(word)).font(theme::small()).color(palette.accent));
        }
        ui.label(RichText::new(name).color(palette.text));
    });
}

/// A customer and the subscriptions of theirs that come or change.
fn customer_ui(ui: &mut Ui, view: View<'_>, customer: &CustomerPlan) {
    let stays = |standing: &Standing| standing_word(standing).is_none();
    if stays(&customer.standing) && customer.subscriptions.iter().all(|record| stays(&record.standing)) {
        return;
    }
    line_ui(ui, view, &customer.standing, &customer.company_name, 0.0);
    for record in customer.subscriptions.iter().filter(|record| !stays(&record.standing)) {
        line_ui(ui, view, &record.standing, &format!("{} · {}", record.name, record.id), theme::WIDE_GAP);
    }
}
