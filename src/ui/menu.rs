//! What the menus hold, in one table that the bar and the command palette read: each line with its message, its command and whether it can be used now. Drawing them is `menu_bar`'s.

use std::path::PathBuf;

use super::View;
use crate::exchange;
use crate::model::{Density, Language, List, ThemeChoice, Zoom};
use crate::state::{Command, Purpose, ReportOf, Tab};

/// What a line does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Send(Command),
    /// Puts the cursor into the search field.
    Find,
    /// Copies every row of the list that is shown.
    CopyList,
}

#[derive(Clone, Debug)]
pub struct Item {
    /// The message that names it, which its shortcut goes by too.
    pub name: &'static str,
    /// What it says where that is more than its message.
    pub text: Option<String>,
    pub enabled: bool,
    /// One of several of which one is in force: whether it is this one.
    pub chosen: Option<bool>,
    pub act: Act,
}

impl Item {
    #[must_use]
    pub fn text<'a>(&'a self, view: View<'a>) -> &'a str {
        self.text.as_deref().unwrap_or_else(|| view.say(self.name))
    }
}

#[derive(Clone, Debug)]
pub enum Line {
    Item(Item),
    /// One that is on or off by itself.
    Tick(Item),
    /// A menu within the menu, by the message that names it.
    Menu(&'static str, Vec<Line>),
    /// The files opened last.
    Recent(Vec<PathBuf>),
    Rule,
}

/// A menu of the bar, by the message that names it.
#[derive(Clone, Debug)]
pub struct Menu {
    pub name: &'static str,
    /// The message with the letter that opens it together with Alt.
    pub letter: &'static str,
    pub lines: Vec<Line>,
}

/// Every menu, in the order of the bar.
#[must_use]
pub fn menus(view: View<'_>) -> Vec<Menu> {
    let menu = |name, letter, lines| Menu { name, letter, lines };
    vec![
        menu("menu-file", "menu-file-letter", file(view)),
        menu("menu-edit", "menu-edit-letter", edit(view)),
        menu("menu-view", "menu-view-letter", look(view)),
        menu("menu-portfolio", "menu-portfolio-letter", portfolio(view)),
        menu("menu-help", "menu-help-letter", help()),
    ]
}

impl Menu {
    /// Every item of the menu and of the menus within it, each with the innermost that it is in, in their order.
    #[must_use]
    pub fn items(self) -> Vec<(&'static str, Item)> {
        fn gather(menu: &'static str, lines: Vec<Line>, all: &mut Vec<(&'static str, Item)>) {
            for line in lines {
                match line {
                    Line::Item(item) | Line::Tick(item) => all.push((menu, item)),
                    Line::Menu(name, lines) => gather(name, lines, all),
                    Line::Recent(_) | Line::Rule => {}
                }
            }
        }
        let mut all = Vec::new();
        gather(self.name, self.lines, &mut all);
        all
    }
}

/// Every item of every menu with the menu that it is in, in their order.
#[must_use]
pub fn items(view: View<'_>) -> Vec<(&'static str, Item)> {
    menus(view).into_iter().flat_map(Menu::items).collect()
}

const fn item(name: &'static str, enabled: bool, command: Command) -> Line {
    Line::Item(Item { name, text: None, enabled, chosen: None, act: Act::Send(command) })
}

const fn choice(name: &'static str, text: Option<String>, is_chosen: bool, command: Command) -> Line {
    Line::Item(Item { name, text, enabled: true, chosen: Some(is_chosen), act: Act::Send(command) })
}

fn file(view: View<'_>) -> Vec<Line> {
    // One native dialog at a time.
    let is_free = view.session.waiting.is_none();
    let can_store = !view.session.file.is_read_only();
    let can_save = can_store && (is_free || view.session.file.path.is_some());
    let mut lines = vec![
        item("menu-new", true, Command::New),
        item("menu-open", is_free, Command::Choose(Purpose::Open)),
        Line::Recent(view.session.settings.recent.clone()),
        item("menu-sample", true, Command::OpenSample),
        Line::Rule,
        item("menu-save", can_save, Command::Save),
        item("menu-save-as", can_store && is_free, Command::Choose(Purpose::SaveAs)),
        item("menu-backups", true, Command::ShowBackups),
        Line::Rule,
        item("menu-import", is_free && can_store, Command::Choose(Purpose::Import)),
        item("menu-compare", is_free, Command::Choose(Purpose::Compare)),
        Line::Rule,
    ];
    lines.extend(exchange::FORMATS.iter().filter(|format| format.can_export()).map(|format| {
        let name = match format.id {
            "ron" => "menu-export-ron",
            "json" => "menu-export-json",
            "csv" => "menu-export-csv",
            "xlsx" => "menu-export-xlsx",
            other => other,
        };
        item(name, is_free, Command::Choose(Purpose::Export { format: format.id }))
    }));
    let language = view.words.language().tag();
    let review = Command::Choose(Purpose::Report { of: ReportOf::Review, language });
    lines.extend([
        item("menu-export-table", is_free, Command::AskTable),
        item("report-menu", is_free, review),
        Line::Rule,
        item("menu-quit", true, Command::Quit),
    ]);
    lines
}

fn edit(view: View<'_>) -> Vec<Line> {
    let history = &view.session.history;
    let step = |name, next: Option<&std::sync::Arc<crate::model::Change>>, command| {
        let text = next.map(|change| view.words.said_of(view.say(name), &view.words.deed(&change.deed)));
        Line::Item(Item { name, text, enabled: next.is_some(), chosen: None, act: Act::Send(command) })
    };
    let own = |name, act| Line::Item(Item { name, text: None, enabled: true, chosen: None, act });
    vec![
        step("menu-undo", history.next_undo(), Command::Undo),
        step("menu-redo", history.next_redo(), Command::Redo),
        Line::Rule,
        own("menu-find", Act::Find),
        item("palette-menu", true, Command::AskPalette),
        // What the row that has the keys says is copied by Ctrl+C.
        own("menu-copy-list", Act::CopyList),
        Line::Rule,
        item("menu-select-all", true, Command::PickAll),
        item("menu-edit-selected", view.session.picked.count(view.session.tab) > 1, Command::AskBulk),
        Line::Rule,
        item("menu-history", true, Command::ShowHistory),
    ]
}

fn look(view: View<'_>) -> Vec<Line> {
    let themes =
        [(ThemeChoice::System, "theme-system"), (ThemeChoice::Light, "theme-light"), (ThemeChoice::Dark, "theme-dark")];
    let mut lines = vec![
        item("tab-customers", true, Command::ShowTab(Tab::Customers)),
        item("tab-subscriptions", true, Command::ShowTab(Tab::Subscriptions)),
        Line::Rule,
    ];
    let settings = &view.session.settings;
    lines.extend(themes.map(|(theme, name)| choice(name, None, settings.theme == theme, Command::SetTheme(theme))));
    let each = Language::ALL.into_iter().map(|language| (Some(language), Some(view.words.language_name(language))));
    let languages = std::iter::once((None, None)).chain(each).map(|(language, name)| {
        let is_chosen = view.session.chosen_language() == language;
        choice("language-system", name.map(str::to_owned), is_chosen, Command::SetLanguage(language))
    });
    lines.push(Line::Rule);
    lines.extend(how_it_looks(view));
    let columns = List::ALL.map(|list| {
        let name = match list {
            List::Customers => "menu-columns-customers",
            List::Held => "menu-columns-held",
            List::Subscriptions => "menu-columns-subscriptions",
        };
        item(name, true, Command::AskColumns(list))
    });
    lines.push(Line::Menu("menu-columns", columns.into()));
    lines.push(Line::Menu("menu-language", languages.collect()));
    lines
}

/// How close, how large and how still everything is.
fn how_it_looks(view: View<'_>) -> Vec<Line> {
    let settings = &view.session.settings;
    let zoom = settings.zoom;
    let density = |name, density| choice(name, None, settings.density == density, Command::SetDensity(density));
    let has_less = view.session.has_less_motion();
    // What the desktop has as well is followed again.
    let chosen = (has_less == view.session.desktop_has_less_motion).then_some(!has_less);
    let motion = Act::Send(Command::SetLessMotion(chosen));
    let shows_times = view.session.shows_frame_times;
    let times = Act::Send(Command::ShowFrameTimes(!shows_times));
    let by = [
        item("menu-zoom-in", zoom.larger() != zoom, Command::ZoomIn),
        item("menu-zoom-out", zoom.smaller() != zoom, Command::ZoomOut),
        item("menu-zoom-reset", zoom != Zoom::default(), Command::ZoomReset),
        Line::Rule,
    ];
    let to = Zoom::STEPS.map(|step| {
        let text = view.words.with("menu-zoom-step", &[("percent", i64::from(step.percent()).into())]);
        choice("menu-zoom-step", Some(text), step == zoom, Command::SetZoom(step))
    });
    vec![
        density("density-comfortable", Density::Comfortable),
        density("density-compact", Density::Compact),
        Line::Menu("menu-zoom", by.into_iter().chain(to).collect()),
        Line::Tick(Item { name: "menu-less-motion", text: None, enabled: true, chosen: Some(has_less), act: motion }),
        Line::Tick(Item { name: "menu-frame-times", text: None, enabled: true, chosen: Some(shows_times), act: times }),
    ]
}

fn portfolio(view: View<'_>) -> Vec<Line> {
    let has_customer = view.customer().is_some();
    let has_subscription = view.session.selection.subscription.is_some();
    let can_store = !view.session.file.is_read_only();
    let can_edit = can_store && has_customer;
    let mut lines = vec![
        item("menu-upgrade", has_subscription, Command::AskUpgrade { target: None }),
        Line::Rule,
        item("menu-add-customer", can_store, Command::AskNewCustomer),
        item("menu-edit-customer", can_edit, Command::AskEditCustomer),
        item("menu-delete-customer", can_edit, Command::AskDeleteCustomer),
        item("menu-add-subscription", can_edit, Command::AskNewSubscription { parent: None }),
        Line::Rule,
        item("menu-account", true, Command::AskAccount),
        item("menu-offers", true, Command::ShowOffers),
    ];
    if !view.session.file.findings.is_empty() {
        lines.push(item("menu-findings", true, Command::ShowFindings));
    }
    lines
}

fn help() -> Vec<Line> {
    vec![
        item("manual-menu", true, Command::ShowManual { chapter: crate::state::Chapter::Flow, condition: None }),
        item("keys-menu", true, Command::AskKeys),
        item("menu-about", true, Command::AskAbout),
    ]
}
