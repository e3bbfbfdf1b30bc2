//! The menus of lists, and the line below a list of which several rows are selected. What the lists show is theirs.

use egui::{Align, Context, Key, Layout, Popup, Response, RichText, Ui};

use super::theme::{self, Palette};
use super::{Commands, View, button, icons, spoken};
use crate::model::{List, Tab};
use crate::state::Command;

/// From this width on there is room for a number of rows and for a button in words.
const ROOMY: f32 = 340.0;

/// The menu of a list's heads.
pub fn head_menu(response: Option<&Response>, view: View<'_>, list: List, commands: &mut Commands) {
    let Some(response) = response else { return };
    response.context_menu(|ui| line_ui(ui, view, "columns-choose", Command::AskColumns(list), commands));
}

/// The menu of a row: what can be done with all that are selected, and then with the one.
pub fn row_menu(response: &Response, view: View<'_>, lines: &[(&'static str, Command)], commands: &mut Commands) {
    response.context_menu(|ui| {
        if view.session.picked.count(view.session.tab) > 1 {
            line_ui(ui, view, "menu-edit-selected", Command::AskBulk, commands);
            ui.separator();
        }
        for (name, command) in lines {
            line_ui(ui, view, name, command.clone(), commands);
        }
    });
}

fn line_ui(ui: &mut Ui, view: View<'_>, name: &'static str, command: Command, commands: &mut Commands) {
    if ui.button(view.words.say(name)).clicked() {
        commands.push(command);
        ui.close();
    }
}

/// How many rows are selected together, and what can be done with them; says whether several are.
pub fn picked_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) -> bool {
    let tab = view.session.tab;
    let count = view.session.picked.count(tab);
    if count < 2 {
        return false;
    }
    let palette = Palette::of(ui);
    let said = match tab {
        Tab::Customers => view.words.with("picked-customers", &[("count", count.into())]),
        Tab::Subscriptions => view.words.with("picked-subscriptions", &[("count", count.into())]),
    };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let name = view.say("menu-edit-selected");
        // In a narrow list the number counts more than the words of the button.
        let is_narrow = ui.available_width() < ROOMY;
        let edit = if is_narrow {
            button::sign_ui(ui, icons::PENCIL, name)
        } else {
            button::sign_text_ui(ui, icons::PENCIL, name)
        };
        if edit.clicked() {
            commands.push(Command::AskBulk);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(said).font(theme::semibold()).color(palette.text);
            let response = ui.add(egui::Label::new(text).truncate());
            spoken::live(&response, false);
        });
    });
    true
}

/// Escape leaves one row selected, where it closes nothing and leaves no field. Asked before anything is drawn, which
/// could have closed what Escape was meant for.
pub fn escaped(ctx: &Context, view: View<'_>) -> Option<Command> {
    let is_free = view.session.dialog.is_none()
        && view.session.picked.count(view.session.tab) > 1
        && !ctx.text_edit_focused()
        && !Popup::is_any_open(ctx);
    (is_free && ctx.input(|input| input.key_pressed(Key::Escape))).then_some(Command::PickOne)
}

/// How many rows a search or a filter lets through, where that is not all of them.
pub fn shown_of_ui(ui: &mut Ui, view: View<'_>, shown: usize, all: usize) {
    if shown < all {
        let text = view.words.with("shown-of", &[("shown", shown.into()), ("all", all.into())]);
        let response = ui.label(RichText::new(text).font(theme::small()).color(Palette::of(ui).weak));
        spoken::live(&response, false);
    }
}
