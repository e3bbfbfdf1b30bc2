//! The menus, with their keys shown, and the rule set in force at the right. What the menus hold is `menu`'s.

use egui::{Align, Button, ComboBox, Layout, MenuBar, RadioButton, RichText, Ui};

use super::menu::{self, Act, Item, Line, Menu};
use super::theme::{self, Palette};
use super::{Commands, View, all_subscriptions, customer_list, filters, form, shortcuts, table};
use crate::rules::RULE_SETS;
use crate::state::{Command, Tab};
use crate::text::{file_name, whole_path};

/// How wide a menu is at least, so that its keys stand apart from its names.
const LEAST_WIDTH: f32 = 240.0;

pub fn menu_bar_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    MenuBar::new().ui(ui, |ui| {
        for Menu { name, lines } in menu::menus(view) {
            ui.menu_button(view.words.say(name), |ui| lines_ui(ui, view, lines, commands));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| rules_ui(ui, view, commands));
    });
}

fn lines_ui(ui: &mut Ui, view: View<'_>, lines: Vec<Line>, commands: &mut Commands) {
    ui.set_min_width(LEAST_WIDTH);
    for line in lines {
        match line {
            Line::Item(item) => item_ui(ui, view, item, commands),
            Line::Tick(item) => tick_ui(ui, view, item, commands),
            Line::Menu(name, lines) => {
                ui.menu_button(view.words.say(name), |ui| lines_ui(ui, view, lines, commands));
            }
            Line::Recent(paths) => {
                ui.menu_button(view.say("menu-recent"), |ui| {
                    if paths.is_empty() {
                        ui.add_enabled(false, Button::new(view.say("menu-recent-none")));
                    }
                    for path in paths {
                        if ui.button(file_name(&path)).on_hover_text(whole_path(&path)).clicked() {
                            commands.push(Command::OpenPath(path));
                            ui.close();
                        }
                    }
                });
            }
            Line::Rule => {
                ui.separator();
            }
        }
    }
}

/// One line of a menu; disabled ones stay where they are.
fn item_ui(ui: &mut Ui, view: View<'_>, item: Item, commands: &mut Commands) {
    let text = item.text(view).to_owned();
    let response = match item.chosen {
        Some(is_chosen) => ui.add(RadioButton::new(is_chosen, text)),
        None => {
            let keys = shortcuts::keys_of(ui.ctx(), view.words, item.name).unwrap_or_default();
            ui.add_enabled(item.enabled, Button::new(text).shortcut_text(keys))
        }
    };
    if response.clicked() {
        ui.close();
        act(ui.ctx(), view, item.act, commands);
    }
}

/// A line that is on or off by itself.
fn tick_ui(ui: &mut Ui, view: View<'_>, item: Item, commands: &mut Commands) {
    let mut is_on = item.chosen.unwrap_or_default();
    if ui.checkbox(&mut is_on, item.text(view)).clicked() {
        ui.close();
        act(ui.ctx(), view, item.act, commands);
    }
}

/// Does what a line says, from wherever it was chosen.
pub fn act(ctx: &egui::Context, view: View<'_>, act: Act, commands: &mut Commands) {
    match act {
        Act::Send(command) => commands.push(command),
        Act::Find => filters::find(ctx),
        Act::CopyList => {
            let list = match view.session.tab {
                Tab::Customers => customer_list::id(),
                Tab::Subscriptions => all_subscriptions::id(),
            };
            table::copy_all(ctx, list);
        }
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
