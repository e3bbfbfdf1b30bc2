//! What is remembered between two starts: how the window looks, and how its parts and lists were left. Where that is written is the shell's.

use super::AppState;
use super::Session;
use super::command::Command;
use super::effect::Effect;
use super::lists::Filters;
use super::sorting::Sorting;
use crate::model::{Arrangement, Columns, ListColumn, Settings, Shown, Tab, Toggle, WindowPlace, Zoom};

/// Tab, order and filters as they were left.
pub(super) fn left(settings: &Settings) -> (Tab, Sorting, Filters) {
    let Arrangement { tab, customers, subscriptions, filters } = &settings.lists;
    let sorting = Sorting { customers: *customers, subscriptions: *subscriptions };
    (*tab, by_what_is_shown(sorting, &settings.columns), Filters::of(filters.clone()))
}

/// An order whose column is hidden could not be told from none, nor turned round: the rows go by what names them.
fn by_what_is_shown(sorting: Sorting, columns: &Columns) -> Sorting {
    fn by<C: ListColumn>(order: Toggle<C>, shown: &Shown<C>) -> Toggle<C> {
        if shown.has(order.column) { order } else { Toggle { column: C::NAME, descending: false } }
    }
    Sorting {
        customers: by(sorting.customers, &columns.customers),
        subscriptions: by(sorting.subscriptions, &columns.subscriptions),
    }
}

/// Tab, order and filters as they are. What is searched for can be a customer's name, and is not among them.
pub(super) fn arrangement(session: &Session) -> Arrangement {
    let Sorting { customers, subscriptions } = session.sorting;
    Arrangement { tab: session.tab, customers, subscriptions, filters: session.filters.on() }
}

pub(super) const fn is_remembered(command: &Command) -> bool {
    matches!(
        command,
        Command::SetTheme(_)
            | Command::SetDensity(_)
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::SetZoom(_)
            | Command::SetLessMotion(_)
            | Command::DesktopHasLessMotion(_)
            | Command::SizePanels(_)
            | Command::SetColumns(..)
            | Command::Remember { .. }
    )
}

/// Takes it into the settings, which are kept where that changes them.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other command is one of these")]
pub(super) fn set(state: &mut AppState, command: &Command) -> Vec<Effect> {
    let AppState { portfolio, session, .. } = state;
    let before = session.settings.clone();
    if let Command::SetColumns(list, columns) = command {
        session.settings.columns.set(*list, columns);
        session.dialog = None;
        let sorting = by_what_is_shown(session.sorting, &session.settings.columns);
        if sorting != session.sorting {
            session.sorting = sorting;
            session.relist(portfolio);
        }
    }
    let lists = arrangement(session);
    if let Command::DesktopHasLessMotion(has_less) = command {
        session.desktop_has_less_motion = *has_less;
        return Vec::new();
    }
    let settings = &mut session.settings;
    match command {
        Command::SetTheme(theme) => settings.theme = *theme,
        Command::SetDensity(density) => settings.density = *density,
        Command::ZoomIn => settings.zoom = settings.zoom.larger(),
        Command::ZoomOut => settings.zoom = settings.zoom.smaller(),
        Command::ZoomReset => settings.zoom = Zoom::default(),
        Command::SetZoom(zoom) => settings.zoom = *zoom,
        Command::SetLessMotion(chosen) => settings.less_motion = *chosen,
        Command::SizePanels(panels) => settings.panels = *panels,
        Command::Remember { window } => settings.window = window.or(settings.window),
        _ => {}
    }
    // What is written anyway is written as it is now.
    settings.lists = lists;
    if *settings == before { Vec::new() } else { vec![Effect::KeepSettings(settings.clone())] }
}

impl Session {
    /// Whether nothing glides or fades: as was chosen, or else as the desktop has it.
    #[must_use]
    pub fn has_less_motion(&self) -> bool {
        self.settings.less_motion.unwrap_or(self.desktop_has_less_motion)
    }

    /// Whether something has been arranged that is not in the settings yet.
    #[must_use]
    pub fn is_rearranged(&self, window: Option<WindowPlace>) -> bool {
        self.settings.lists != arrangement(self) || (window.is_some() && self.settings.window != window)
    }
}
