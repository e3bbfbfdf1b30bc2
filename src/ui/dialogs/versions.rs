//! The person's version and the file's: what happened, what they differ in, and which to go on with.

use egui::{Button, Context, RichText, Ui};

use super::focus_first;
use super::plan::{Sense, plan_ui};
use crate::exchange::merge::{MergePlan, Selection};
use crate::state::{Command, Theirs};
use crate::text::is_gone;
use crate::ui::dialog::{Ended, dialog_ui};
use crate::ui::theme::{Palette, SMALL_GAP, WIDE_DIALOG_WIDTH};
use crate::ui::{Commands, View, button, form, icons};

/// The lines above and below the list.
const KEPT_FREE: f32 = 340.0;

pub fn versions_ui(ctx: &Context, view: View<'_>, commands: &mut Commands) -> Ended {
    let Some(theirs) = &view.session.file.theirs else { return Ended::Dismissed };
    dialog_ui(
        ctx,
        view.say("versions-title"),
        WIDE_DIALOG_WIDTH,
        |ui| {
            let palette = Palette::of(ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = SMALL_GAP;
                ui.label(RichText::new(icons::SHIELD_CHECK).color(palette.good));
                ui.label(RichText::new(view.words.two_versions(theirs)).color(palette.text));
            });
            if !is_gone(theirs) {
                form::hint_ui(ui, view.say("versions-both-kept"));
            }
            if !theirs.can_keep_mine {
                form::problem_ui(ui, view.say("versions-no-mine"));
            }
            if let Some(plan) = &theirs.plan {
                differences_ui(ui, view, plan);
            }
        },
        |ui, (), _| buttons_ui(ui, view, theirs, commands),
    )
}

fn differences_ui(ui: &mut Ui, view: View<'_>, plan: &MergePlan) {
    ui.add_space(SMALL_GAP);
    form::head_ui(ui, view.say("versions-differences"));
    if plan.is_idle() {
        ui.label(view.say("versions-same"));
    } else {
        let kinds = plan.counts(&Selection::default()).each();
        let (new, changed): (usize, usize) =
            (kinds.iter().map(|counts| counts.new).sum(), kinds.iter().map(|counts| counts.changed).sum());
        ui.label(view.words.with("versions-counts", &[("new", new.into()), ("changed", changed.into())]));
    }
    form::hint_ui(ui, view.say("versions-only-yours"));
    plan_ui(ui, view, plan, (Sense::Would, None), None, KEPT_FREE);
}

fn buttons_ui(ui: &mut Ui, view: View<'_>, theirs: &Theirs, commands: &mut Commands) {
    let mine = theirs.can_keep_mine;
    let later = ui.button(view.say("versions-later"));
    if later.clicked() {
        commands.push(Command::CloseDialog);
    }
    // Nothing is chosen by an Enter that was meant for something else.
    focus_first(ui, &later, "versions");
    if theirs.plan.is_some() {
        let merge = ui.add_enabled(mine, Button::new(view.say("versions-merge")));
        let merge = merge.on_hover_text(view.say("versions-merge-hint"));
        if merge.on_disabled_hover_text(view.say("versions-no-mine")).clicked() {
            commands.push(Command::MergeVersions);
        }
    }
    if !is_gone(theirs) && ui.button(view.say("versions-take-theirs")).clicked() {
        commands.push(Command::TakeTheirs);
    }
    let keep = view.say(if is_gone(theirs) { "versions-write-again" } else { "versions-keep-mine" });
    let keep = if mine { button::primary_ui(ui, keep, true) } else { ui.add_enabled(false, Button::new(keep)) };
    if keep.on_disabled_hover_text(view.say("versions-no-mine")).clicked() {
        commands.push(Command::KeepMine);
    }
}
