//! The menus, with their keys shown, and the rule set in force at the right. What the menus hold is `menu`'s.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Button, Color32, ComboBox, Id, Layout, MenuBar, Modifiers, RadioButton, Response, RichText, ScrollArea,
    Stroke, TextStyle, Ui, WidgetText,
};

use super::menu::{self, Act, Item, Line, Menu};
use super::theme::{self, Palette};
use super::{Commands, View, filters, form, menu_keys, scroll, shortcuts, table};
use crate::rules::RULE_SETS;
use crate::state::Command;
use crate::text::{file_name, whole_path};

/// How wide a menu is at least, so that its keys stand apart from its names.
const LEAST_WIDTH: f32 = 240.0;

pub fn menu_bar_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let menus = menu::menus(view);
    let letters: Vec<_> = menus.iter().map(|menu| shortcuts::of_menu(view.words.say(menu.letter))).collect();
    let mut bar = menu_keys::before(ui.ctx(), &letters);
    MenuBar::new().ui(ui, |ui| {
        bar.menus.clear();
        for (Menu { name, letter, lines }, keys) in menus.into_iter().zip(&letters) {
            let mut first = None;
            let (name, letter) = (view.words.say(name), view.words.say(letter));
            let shown = ui.menu_button(title(ui, name, letter), |ui| first = menu_ui(ui, view, lines, commands));
            shown.response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
            if let Some(keys) = keys.filter(|_| menu_keys::has_letters(ui.ctx())) {
                let keys = shortcuts::written(ui.ctx(), view.words, &keys);
                ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_keyboard_shortcut(keys));
            }
            menu_keys::after(&shown.response, first, &mut bar);
        }
        bar.keep(ui.ctx());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| rules_ui(ui, view, commands));
    });
}

/// The name of a menu with the letter that opens it: in the name it is marked while Alt is held, and beside it, where the name
/// has no such letter, as it is usual in Chinese.
fn title(ui: &Ui, name: &str, letter: &str) -> WidgetText {
    if !menu_keys::has_letters(ui.ctx()) {
        return name.into();
    }
    let at = name.char_indices().find(|(_, each)| each.to_uppercase().eq(letter.chars()));
    let Some((at, marked)) = at else { return format!("{name}({letter})").into() };
    if !ui.input(|input| input.modifiers == Modifiers::ALT) {
        return name.into();
    }
    let plain = TextFormat::simple(TextStyle::Button.resolve(ui.style()), Color32::PLACEHOLDER);
    let underline = Stroke::new(1.0, Palette::of(ui).text);
    let (before, rest) = name.split_at(at);
    let (letter, after) = rest.split_at(marked.len_utf8());
    let mut job = LayoutJob::default();
    job.append(before, 0.0, plain.clone());
    job.append(letter, 0.0, TextFormat { underline, ..plain.clone() });
    job.append(after, 0.0, plain);
    job.into()
}

/// What hangs from the bar, as high as the window has room for; gives back its first line.
fn menu_ui(ui: &mut Ui, view: View<'_>, lines: Vec<Line>, commands: &mut Commands) -> Option<Id> {
    let room = ui.ctx().content_rect().bottom() - ui.min_rect().top() - theme::WIDE_GAP;
    let room = room.max(theme::LEAST_LIST_HEIGHT);
    // A popup begins with a height of its own, be there more room or less.
    ui.set_max_height(room);
    let area = ScrollArea::vertical().id_salt("menu").max_height(room).min_scrolled_height(room);
    let followed = ui.layer_id().id.with("followed");
    area.show(ui, |ui| {
        let first = lines_ui(ui, view, lines, commands);
        scroll::follow_focus(ui, followed, 0);
        first
    })
    .inner
}

/// Draws the lines, and gives back the first that can have the focus.
fn lines_ui(ui: &mut Ui, view: View<'_>, lines: Vec<Line>, commands: &mut Commands) -> Option<Id> {
    ui.set_min_width(LEAST_WIDTH);
    // The lines touch: the longest menu is seen whole where letters are large.
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut first = None;
    for line in lines {
        let drawn = match line {
            Line::Item(item) => Some(item_ui(ui, view, item, commands)),
            Line::Tick(item) => Some(tick_ui(ui, view, item, commands)),
            Line::Menu(name, lines) => {
                let shown = ui.menu_button(view.words.say(name), |ui| lines_ui(ui, view, lines, commands));
                menu_keys::leads_on(&shown.response);
                Some(shown.response)
            }
            Line::Recent(paths) => {
                let shown = ui.menu_button(view.say("menu-recent"), |ui| {
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
                menu_keys::leads_on(&shown.response);
                Some(shown.response)
            }
            Line::Rule => {
                ui.separator();
                None
            }
        };
        first = first.or_else(|| drawn.filter(Response::enabled).map(|drawn| drawn.id));
    }
    first
}

/// One line of a menu; disabled ones stay where they are.
fn item_ui(ui: &mut Ui, view: View<'_>, item: Item, commands: &mut Commands) -> Response {
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
    response
}

/// A line that is on or off by itself.
fn tick_ui(ui: &mut Ui, view: View<'_>, item: Item, commands: &mut Commands) -> Response {
    let mut is_on = item.chosen.unwrap_or_default();
    let response = ui.checkbox(&mut is_on, item.text(view));
    if response.clicked() {
        ui.close();
        act(ui.ctx(), view, item.act, commands);
    }
    response
}

/// Does what a line says, from wherever it was chosen.
pub fn act(ctx: &egui::Context, view: View<'_>, act: Act, commands: &mut Commands) {
    match act {
        Act::Send(command) => commands.push(command),
        Act::Find => filters::find(ctx),
        Act::CopyList => table::copy_all(ctx, filters::list_of(view.session.tab)),
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
    response.response.widget_info(|| egui::WidgetInfo::labeled(Role::ComboBox, true, name.clone()));
    ui.label(RichText::new(view.say("rules-label")).font(theme::small()).color(palette.weak));
}
