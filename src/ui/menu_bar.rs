//! The menus, with their keys shown, and the rule set in force at the right.

use egui::{Align, Button, ComboBox, Layout, MenuBar, RichText, Ui};

use super::theme::{self, Palette};
use super::{Commands, View, all_subscriptions, customer_list, filters, form, shortcuts, table};
use crate::exchange;
use crate::model::{Language, ThemeChoice};
use crate::rules::RULE_SETS;
use crate::state::{Command, Purpose, ReportOf, Tab};
use crate::text::{file_name, whole_path};

/// One line of a menu; disabled ones stay where they are.
fn item_ui(ui: &mut Ui, view: View<'_>, id: &str, enabled: bool, command: Command, commands: &mut Commands) {
    let text = view.words.say(id).to_owned();
    let keys = shortcuts::keys_of(ui.ctx(), id).unwrap_or_default();
    if ui.add_enabled(enabled, Button::new(text).shortcut_text(keys)).clicked() {
        commands.push(command);
        ui.close();
    }
}

pub fn menu_bar_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    MenuBar::new().ui(ui, |ui| {
        ui.menu_button(view.say("menu-file"), |ui| file_ui(ui, view, commands));
        ui.menu_button(view.say("menu-edit"), |ui| edit_ui(ui, view, commands));
        ui.menu_button(view.say("menu-view"), |ui| view_ui(ui, view, commands));
        ui.menu_button(view.say("menu-portfolio"), |ui| portfolio_ui(ui, view, commands));
        ui.menu_button(view.say("menu-help"), |ui| {
            item_ui(ui, view, "menu-about", true, Command::AskAbout, commands);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| rules_ui(ui, view, commands));
    });
}

fn file_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    ui.set_min_width(240.0);
    // One native dialog at a time.
    let is_free = view.session.waiting.is_none();
    let can_store = !view.session.file.is_read_only();
    item_ui(ui, view, "menu-new", true, Command::New, commands);
    item_ui(ui, view, "menu-open", is_free, Command::Choose(Purpose::Open), commands);
    ui.menu_button(view.say("menu-recent"), |ui| {
        let recent = &view.session.settings.recent;
        if recent.is_empty() {
            ui.add_enabled(false, Button::new(view.say("menu-recent-none")));
        }
        for path in recent {
            if ui.button(file_name(path)).on_hover_text(whole_path(path)).clicked() {
                commands.push(Command::OpenPath(path.clone()));
                ui.close();
            }
        }
    });
    item_ui(ui, view, "menu-sample", true, Command::OpenSample, commands);
    ui.separator();
    item_ui(ui, view, "menu-save", can_store && (is_free || view.session.file.path.is_some()), Command::Save, commands);
    item_ui(ui, view, "menu-save-as", can_store && is_free, Command::Choose(Purpose::SaveAs), commands);
    item_ui(ui, view, "menu-backups", true, Command::ShowBackups, commands);
    ui.separator();
    item_ui(ui, view, "menu-import", is_free && can_store, Command::Choose(Purpose::Import), commands);
    item_ui(ui, view, "menu-compare", is_free, Command::Choose(Purpose::Compare), commands);
    ui.separator();
    for format in exchange::FORMATS.iter().filter(|format| format.can_export()) {
        let id = match format.id {
            "ron" => "menu-export-ron",
            "json" => "menu-export-json",
            "csv" => "menu-export-csv",
            "xlsx" => "menu-export-xlsx",
            other => other,
        };
        item_ui(ui, view, id, is_free, Command::Choose(Purpose::Export { format: format.id }), commands);
    }
    item_ui(ui, view, "menu-export-table", is_free, Command::AskTable, commands);
    let language = view.words.language().tag();
    let review = Command::Choose(Purpose::Report { of: ReportOf::Review, language });
    item_ui(ui, view, "report-menu", is_free, review, commands);
    ui.separator();
    item_ui(ui, view, "menu-quit", true, Command::Quit, commands);
}

fn edit_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    ui.set_min_width(240.0);
    let history = &view.session.history;
    let named = |id: &'static str, change: Option<&std::sync::Arc<crate::model::Change>>| match change {
        Some(change) => view.words.said_of(view.say(id), view.words.deed(&change.deed)),
        None => view.say(id).to_owned(),
    };
    for (id, next, command) in
        [("menu-undo", history.next_undo(), Command::Undo), ("menu-redo", history.next_redo(), Command::Redo)]
    {
        let keys = shortcuts::keys_of(ui.ctx(), id).unwrap_or_default();
        if ui.add_enabled(next.is_some(), Button::new(named(id, next)).shortcut_text(keys)).clicked() {
            commands.push(command);
            ui.close();
        }
    }
    ui.separator();
    let find = Button::new(view.say("menu-find")).shortcut_text(ui.ctx().format_shortcut(&shortcuts::FIND));
    if ui.add(find).clicked() {
        filters::find(ui.ctx());
        ui.close();
    }
    // What the row that has the keys says is copied by Ctrl+C.
    if ui.button(view.say("menu-copy-list")).clicked() {
        let list = match view.session.tab {
            Tab::Customers => customer_list::id(),
            Tab::Subscriptions => all_subscriptions::id(),
        };
        table::copy_all(ui.ctx(), list);
        ui.close();
    }
    ui.separator();
    item_ui(ui, view, "menu-history", true, Command::ShowHistory, commands);
}

fn view_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    ui.set_min_width(220.0);
    item_ui(ui, view, "tab-customers", true, Command::ShowTab(Tab::Customers), commands);
    item_ui(ui, view, "tab-subscriptions", true, Command::ShowTab(Tab::Subscriptions), commands);
    ui.separator();
    let themes =
        [(ThemeChoice::System, "theme-system"), (ThemeChoice::Light, "theme-light"), (ThemeChoice::Dark, "theme-dark")];
    for (theme, id) in themes {
        if ui.radio(view.session.settings.theme == theme, view.say(id)).clicked() {
            commands.push(Command::SetTheme(theme));
            ui.close();
        }
    }
    ui.separator();
    ui.menu_button(view.say("menu-language"), |ui| language_ui(ui, view, commands));
}

fn language_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    ui.set_min_width(160.0);
    let each = Language::ALL.into_iter().map(|language| (Some(language), view.words.language_name(language)));
    for (language, name) in std::iter::once((None, view.say("language-system"))).chain(each) {
        if ui.radio(view.session.chosen_language() == language, name).clicked() {
            commands.push(Command::SetLanguage(language));
            ui.close();
        }
    }
}

fn portfolio_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    ui.set_min_width(240.0);
    let has_customer = view.customer().is_some();
    let has_subscription = view.session.selection.subscription.is_some();
    item_ui(ui, view, "menu-upgrade", has_subscription, Command::AskUpgrade { target: None }, commands);
    ui.separator();
    item_ui(ui, view, "menu-add-customer", true, Command::AskNewCustomer, commands);
    item_ui(ui, view, "menu-edit-customer", has_customer, Command::AskEditCustomer, commands);
    item_ui(ui, view, "menu-delete-customer", has_customer, Command::AskDeleteCustomer, commands);
    item_ui(ui, view, "menu-add-subscription", has_customer, Command::AskNewSubscription { parent: None }, commands);
    ui.separator();
    item_ui(ui, view, "menu-account", true, Command::AskAccount, commands);
    item_ui(ui, view, "menu-offers", true, Command::ShowOffers, commands);
    if !view.session.file.findings.is_empty() {
        item_ui(ui, view, "menu-findings", true, Command::ShowFindings, commands);
    }
}

/// The rule set in force, which can be switched.
fn rules_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let rules = view.session.rules;
    let combo =
        ComboBox::from_id_salt("rules").selected_text(view.words.rule_set(rules.id)).width(140.0).icon(form::chevron);
    let response = combo.show_ui(ui, |ui| {
        for set in RULE_SETS {
            let hint = if set.id == "page" { "rules-page-hint" } else { "rules-partner-center-hint" };
            let response = ui.selectable_label(set.id == rules.id, view.words.rule_set(set.id));
            if response.on_hover_text(view.say(hint)).clicked() {
                commands.push(Command::SwitchRules(set.id));
                ui.close();
            }
        }
    });
    let name = view.words.said_of(view.say("rules-label"), view.words.rule_set(rules.id));
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name.clone()));
    ui.label(RichText::new(view.say("rules-label")).font(theme::small()).color(palette.weak));
}
