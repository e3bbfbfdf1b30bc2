//! The one dialog that is open. Each has a file of its own; what its buttons do is decided by the state.

mod about;
mod account;
mod action;
mod backups;
mod bulk;
mod columns;
mod compare;
mod condition;
mod customer;
mod customer_page;
mod damaged;
mod delete;
mod files;
mod findings;
mod history;
mod import;
mod in_use;
mod keys;
mod large;
mod licenses;
mod manual;
mod offers;
mod palette;
mod plan;
mod real_id;
mod recorded;
mod subscription;
mod table;
mod unsaved;
mod upgrade;
mod versions;

use egui::Context;

use super::dialog::Ended;
use super::{Commands, View};
use crate::state::{Command, Dialog, Drafts};
use damaged::Damage;

/// Draws the dialog that is open, and gives the focus back to where it was when it closes.
pub fn dialogs_ui(ctx: &Context, view: View<'_>, drafts: &mut Drafts, commands: &mut Commands) {
    keep_focus(ctx, view.session.dialog.is_some());
    let Some(dialog) = &view.session.dialog else { return };
    let ended = match dialog {
        Dialog::Customer { is_new } => customer::customer_ui(ctx, view, *is_new, drafts, commands),
        Dialog::DeleteCustomer => delete::customer_ui(ctx, view, commands),
        Dialog::Subscription => subscription::subscription_ui(ctx, view, drafts, commands),
        Dialog::DeleteSubscription => delete::subscription_ui(ctx, view, commands),
        Dialog::Bulk(bulk) => bulk::bulk_ui(ctx, view, bulk, drafts, commands),
        Dialog::Columns(list) => columns::columns_ui(ctx, view, *list, drafts, commands),
        Dialog::Upgrade => upgrade::upgrade_ui(ctx, view, drafts, commands),
        Dialog::UpgradeRecorded { customer, target } => recorded::recorded_ui(ctx, view, customer, target, commands),
        Dialog::Licenses => licenses::licenses_ui(ctx, view, drafts, commands),
        Dialog::Action(action) => action::action_ui(ctx, view, *action, commands),
        Dialog::RealId { source, .. } => real_id::real_id_ui(ctx, view, source, drafts, commands),
        Dialog::Account => account::account_ui(ctx, view, drafts, commands),
        Dialog::About => about::about_ui(ctx, view, commands),
        Dialog::Keys => keys::keys_ui(ctx, view, commands),
        Dialog::Palette { found } => palette::palette_ui(ctx, view, found, drafts, commands),
        Dialog::Manual { chapter, condition } => manual::manual_ui(ctx, view, (*chapter, *condition), commands),
        Dialog::CustomerPage { customer } => customer_page::customer_page_ui(ctx, view, customer, commands),
        Dialog::Condition(condition) => condition::condition_ui(ctx, view, *condition, commands),
        Dialog::History => history::history_ui(ctx, view, drafts, commands),
        Dialog::Offers => offers::offers_ui(ctx, view, drafts, commands),
        Dialog::Import(importing) => import::import_ui(ctx, view, importing, drafts, commands),
        Dialog::Compare(comparing) => compare::compare_ui(ctx, view, comparing, drafts, commands),
        Dialog::Table => table::table_ui(ctx, view, drafts, commands),
        Dialog::Unsaved { next } => unsaved::unsaved_ui(ctx, view, next, commands),
        Dialog::Path { purpose } => files::path_ui(ctx, view, purpose, drafts, commands),
        Dialog::Overwrite { path, .. } => files::overwrite_ui(ctx, view, path, commands),
        Dialog::Dropped { path } => files::dropped_ui(ctx, view, path, commands),
        Dialog::Damaged { path, detail, better, readable, is_portfolio } => {
            let (better, readable, is_portfolio) = (better.as_ref(), *readable, *is_portfolio);
            damaged::damaged_ui(ctx, view, Damage { path, detail, better, readable, is_portfolio }, commands)
        }
        Dialog::InUse { path } => in_use::in_use_ui(ctx, view, path, commands),
        Dialog::Large { path, size } => large::large_ui(ctx, view, path, *size, commands),
        Dialog::Versions => versions::versions_ui(ctx, view, commands),
        Dialog::Backups => backups::backups_ui(ctx, view, commands),
        Dialog::Findings => findings::findings_ui(ctx, view, commands),
    };
    if ended == Ended::Dismissed {
        commands.push(Command::CloseDialog);
    }
}

/// A modal takes the focus and gives none back: what had it is remembered while one is open.
fn keep_focus(ctx: &Context, is_open: bool) {
    let id = egui::Id::unique("focus-before-dialog");
    let kept: Option<Option<egui::Id>> = ctx.data(|data| data.get_temp(id));
    match (is_open, kept) {
        (true, None) => {
            let focused = ctx.memory(|memory| memory.focused());
            ctx.data_mut(|data| data.insert_temp(id, focused));
        }
        (false, Some(focused)) => {
            ctx.data_mut(|data| data.remove::<Option<egui::Id>>(id));
            if let Some(focused) = focused {
                ctx.memory_mut(|memory| memory.request_focus(focused));
            }
        }
        (true, Some(_)) | (false, None) => {}
    }
}

/// Gives the focus to a widget when its dialog opens, where that is not the first one.
fn focus_first(ui: &egui::Ui, response: &egui::Response, dialog: &str) {
    let id = egui::Id::unique(("focused-in-dialog", dialog));
    let frame = ui.ctx().cumulative_frame_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(id));
    // A dialog that was not drawn in the frame before has just opened.
    if last.is_none_or(|last| frame > last + 1) {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, frame));
}

/// Marks the whole text of a field that has just got the focus, so that typing replaces it.
fn mark_all(ui: &egui::Ui, response: &egui::Response, text: &str) {
    if !response.gained_focus() {
        return;
    }
    if let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), response.id) {
        let all =
            egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), response.id);
    }
}

/// Cancel, as every dialog offers it.
fn cancel_ui(ui: &mut egui::Ui, view: View<'_>, commands: &mut Commands) -> egui::Response {
    cancel_as_ui(ui, view, "cancel", commands)
}

/// Cancel, by the message that says what stays so; for who would cancel something else as well.
fn cancel_as_ui(ui: &mut egui::Ui, view: View<'_>, name: &str, commands: &mut Commands) -> egui::Response {
    let response = ui.button(view.words.say(name));
    if response.clicked() {
        commands.push(Command::CloseDialog);
    }
    response
}
