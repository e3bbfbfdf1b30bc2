//! The line above both lists: the tabs, the search field, the filters. What they let through is the state's.

use egui::accesskit::Role;
use egui::{Button, CornerRadius, Key, Margin, Modifiers, RichText, Stroke, TextEdit, Ui, WidgetInfo, vec2};

use super::field::{self, Place};
use super::theme::{self, GAP, Palette};
use super::{Commands, View, all_subscriptions, button, customer_list, icons, shortcuts, spoken, table};
use crate::state::{Command, Filter, Tab};

pub fn filters_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, 6.0);
        tabs_ui(ui, view, commands);
        search_ui(ui, view, commands);
        for filter in Filter::ALL {
            chip_ui(ui, view, filter, commands);
        }
        if (!view.session.filters.is_empty() || !view.session.search.is_empty())
            && button::link_ui(ui, view.say("filters-clear")).clicked()
        {
            commands.push(Command::ClearFilters);
        }
    });
}

fn tabs_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let totals = view.session.derived.totals();
    let tabs = [
        (Tab::Customers, "tab-customers", totals.customers),
        (Tab::Subscriptions, "tab-subscriptions", totals.subscriptions),
    ];
    for (tab, id, count) in tabs {
        let is_on = view.session.tab == tab;
        let palette = Palette::of(ui);
        let color = if is_on { palette.on_accent } else { palette.text };
        let text = format!("{}  {}", view.say(id), view.words.number(i64::try_from(count).unwrap_or(i64::MAX)));
        let face = if is_on { theme::semibold() } else { theme::body() };
        let fill = if is_on { palette.accent } else { palette.raised };
        let response = ui.add(Button::new(RichText::new(text).font(face).color(color)).fill(fill).stroke(Stroke::NONE));
        spoken::selectable(&response, Role::Tab, is_on, view.say(id));
        if response.clicked() {
            commands.push(Command::ShowTab(tab));
        }
    }
}

fn wanted() -> egui::Id {
    egui::Id::unique("search-wanted")
}

/// Puts the cursor into the search field. Asked for by a click elsewhere, which would take the focus from it again, it is
/// done once the field has been drawn.
pub fn find(ctx: &egui::Context) {
    ctx.data_mut(|data| data.insert_temp(wanted(), ()));
}

fn search_ui(ui: &mut Ui, view: View<'_>, commands: &mut Commands) {
    let mut text = view.session.search.clone();
    let id = egui::Id::unique("search");
    let typed = field::field_of_id_ui(ui, id, Place::Window, &mut text, |text| {
        TextEdit::singleline(text).desired_width(230.0).margin(Margin::symmetric(8, 5)).hint_text(format!(
            "{}  {}",
            icons::SEARCH,
            view.say("search-hint")
        ))
    });
    let response = typed.response.accessible_name(view.say("search-name"));
    let is_wanted = ui.data_mut(|data| data.remove_temp::<()>(wanted())).is_some();
    if is_wanted || ui.input_mut(|input| input.consume_shortcut(&shortcuts::FIND)) {
        response.request_focus();
    }
    if typed.escaped && !text.is_empty() {
        commands.push(Command::Search(String::new()));
    } else if typed.changed {
        commands.push(Command::Search(text));
    } else if typed.entered
        || response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown))
    {
        go_to_list(ui.ctx(), view, !text.is_empty(), commands);
    }
}

/// From the search field into the list: what was searched for is the first that was found.
fn go_to_list(ctx: &egui::Context, view: View<'_>, has_searched: bool, commands: &mut Commands) {
    if view.session.derived.is_catching_up() {
        // The first that is shown is not the first that was searched for yet.
        return;
    }
    let first = match view.session.tab {
        Tab::Customers => customer_list::first(view),
        Tab::Subscriptions => all_subscriptions::first(view),
    };
    let Some(first) = first else { return };
    if has_searched {
        commands.push(first);
    }
    table::focus(ctx, list_of(view.session.tab));
}

/// The table that a tab shows.
pub fn list_of(tab: Tab) -> egui::Id {
    match tab {
        Tab::Customers => customer_list::id(),
        Tab::Subscriptions => all_subscriptions::id(),
    }
}

fn chip_ui(ui: &mut Ui, view: View<'_>, filter: Filter, commands: &mut Commands) {
    let palette = Palette::of(ui);
    let is_on = view.session.filters.has(filter);
    let name = view.words.filter(filter);
    let text = if is_on { format!("{} {name}", icons::CHECK) } else { name.to_owned() };
    let color = if is_on { palette.accent } else { palette.text };
    let (fill, line) = if is_on { (palette.selection, palette.accent) } else { (palette.page, palette.border) };
    let label = RichText::new(text).font(theme::small()).color(color);
    let chip = Button::new(label).fill(fill).stroke(Stroke::new(1.0, line)).corner_radius(CornerRadius::same(13));
    let response = ui.add(chip);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    if response.clicked() {
        commands.push(Command::ToggleFilter(filter));
    }
}
