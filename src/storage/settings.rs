//! The text of the program's own settings. Where it lies is `shell`'s.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{EncodeError, LoadError};
use crate::model::{
    Arrangement, Columns, CustomerColumn, Density, Filter, HeldColumn, Language, ListColumn, Panels, Settings, Shown,
    SubscriptionColumn, Tab, ThemeChoice, Toggle, WindowPlace, Zoom,
};
use crate::storage::encoding;
use crate::storage::parse::Syntax;

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct File {
    theme: Theme,
    /// By its tag, so that one that only a newer program speaks does not spoil the rest. So are all the names below.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    recent: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    untitled: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<String>,
    /// In percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    zoom: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    less_motion: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<Window>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customers_width: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subscriptions_height: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tab: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customers_by: Option<Order>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subscriptions_by: Option<Order>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Vec<String>,
    /// Left out where nobody has chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    customer_columns: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    held_columns: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subscription_columns: Vec<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Window {
    size: (u16, u16),
    maximized: bool,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Order {
    column: String,
    descending: bool,
}

const COMPACT: &str = "compact";

const TABS: [(Tab, &str); 2] = [(Tab::Customers, "customers"), (Tab::Subscriptions, "subscriptions")];

const CUSTOMER_COLUMNS: [(CustomerColumn, &str); 6] = [
    (CustomerColumn::Company, "company"),
    (CustomerColumn::Domain, "domain"),
    (CustomerColumn::Subscriptions, "subscriptions"),
    (CustomerColumn::Upgradable, "upgradable"),
    (CustomerColumn::DelegatedAdmin, "delegated_admin"),
    (CustomerColumn::Tags, "tags"),
];

const HELD_COLUMNS: [(HeldColumn, &str); 5] = [
    (HeldColumn::Subscription, "subscription"),
    (HeldColumn::Licenses, "licenses"),
    (HeldColumn::Status, "status"),
    (HeldColumn::Renewal, "renewal"),
    (HeldColumn::Verdict, "verdict"),
];

const SUBSCRIPTION_COLUMNS: [(SubscriptionColumn, &str); 9] = [
    (SubscriptionColumn::Customer, "customer"),
    (SubscriptionColumn::Offer, "offer"),
    (SubscriptionColumn::Licenses, "licenses"),
    (SubscriptionColumn::Status, "status"),
    (SubscriptionColumn::Renewal, "renewal"),
    (SubscriptionColumn::Verdict, "verdict"),
    (SubscriptionColumn::Target, "target"),
    (SubscriptionColumn::Reason, "reason"),
    (SubscriptionColumn::Channel, "channel"),
];

const FILTERS: [(Filter, &str); 5] = [
    (Filter::CanBeUpgraded, "can_be_upgraded"),
    (Filter::NotKnown, "not_known"),
    (Filter::Suspended, "suspended"),
    (Filter::NoDelegatedAdmin, "no_delegated_admin"),
    (Filter::OpenTasks, "open_tasks"),
];

fn name_of<T: Copy + PartialEq>(table: &[(T, &str)], thing: T) -> String {
    table.iter().find(|(known, _)| *known == thing).map(|(_, name)| (*name).to_owned()).unwrap_or_default()
}

/// `None` where only a newer program knows it.
fn named<T: Copy>(table: &[(T, &str)], name: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == name).map(|(thing, _)| *thing)
}

fn order_of<C: Copy + PartialEq + Default>(table: &[(C, &str)], by: Toggle<C>) -> Option<Order> {
    (by != Toggle::default()).then(|| Order { column: name_of(table, by.column), descending: by.descending })
}

fn toggle<C: Copy + Default>(table: &[(C, &str)], order: Option<Order>) -> Toggle<C> {
    let known = |order: Order| Some(Toggle { column: named(table, &order.column)?, descending: order.descending });
    order.and_then(known).unwrap_or_default()
}

fn names_of<C: ListColumn>(table: &[(C, &str)], shown: &Shown<C>) -> Vec<String> {
    let all = shown.as_slice().iter().map(|column| name_of(table, *column));
    if shown.is_as_at_first() { Vec::new() } else { all.collect() }
}

fn shown<C: ListColumn>(table: &[(C, &str)], names: &[String]) -> Shown<C> {
    Shown::new(names.iter().filter_map(|name| named(table, name)))
}

/// The settings as text.
///
/// # Errors
/// The serializer's own.
pub fn encode_settings(settings: &Settings) -> Result<String, EncodeError> {
    let Settings { theme, language, recent, untitled, density, zoom, less_motion, window, panels, lists, columns } =
        settings;
    let Panels { customers: customers_width, subscriptions: subscriptions_height } = *panels;
    let Arrangement { tab, customers, subscriptions, filters } = lists;
    let file = File {
        theme: match theme {
            ThemeChoice::System => Theme::System,
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
        },
        language: language.map(|language| language.tag().to_owned()),
        // A path that is no Unicode cannot be written as text; it is left out of the list and nowhere else.
        recent: recent.iter().filter_map(|path| path.to_str().map(str::to_owned)).collect(),
        untitled: untitled.as_ref().and_then(|path| path.to_str().map(str::to_owned)),
        rows: match density {
            Density::Comfortable => None,
            Density::Compact => Some(COMPACT.to_owned()),
        },
        zoom: (*zoom != Zoom::default()).then(|| zoom.percent()),
        less_motion: *less_motion,
        window: window.map(|WindowPlace { size, is_maximized }| Window { size, maximized: is_maximized }),
        customers_width,
        subscriptions_height,
        tab: (*tab != Tab::default()).then(|| name_of(&TABS, *tab)),
        customers_by: order_of(&CUSTOMER_COLUMNS, *customers),
        subscriptions_by: order_of(&SUBSCRIPTION_COLUMNS, *subscriptions),
        filters: filters.iter().map(|filter| name_of(&FILTERS, *filter)).collect(),
        customer_columns: names_of(&CUSTOMER_COLUMNS, &columns.customers),
        held_columns: names_of(&HELD_COLUMNS, &columns.held),
        subscription_columns: names_of(&SUBSCRIPTION_COLUMNS, &columns.subscriptions),
    };
    let layout = ron::ser::PrettyConfig::new().struct_names(false).new_line("\n").indentor("  ");
    let text = ron::ser::to_string_pretty(&file, layout);
    text.map(|text| text + "\n").map_err(|error| EncodeError::Unwritable { said: error.to_string() })
}

/// The settings from their text.
///
/// # Errors
/// With line and column.
pub fn decode_settings(bytes: &[u8]) -> Result<Settings, LoadError> {
    let text = encoding::text(bytes)?;
    let parsed = Syntax::Ron.parse::<File>(&text).map_err(|fault| LoadError::Faults(vec![fault]))?;
    let File {
        theme,
        language,
        recent,
        untitled,
        rows,
        zoom,
        less_motion,
        window,
        customers_width,
        subscriptions_height,
        tab,
        customers_by,
        subscriptions_by,
        filters,
        customer_columns,
        held_columns,
        subscription_columns,
    } = parsed.value;
    let on: Vec<Filter> = filters.iter().filter_map(|name| named(&FILTERS, name)).collect();
    Ok(Settings {
        theme: match theme {
            Theme::System => ThemeChoice::System,
            Theme::Light => ThemeChoice::Light,
            Theme::Dark => ThemeChoice::Dark,
        },
        language: language.as_deref().and_then(Language::from_tag),
        recent: recent.into_iter().map(PathBuf::from).collect(),
        untitled: untitled.map(PathBuf::from),
        density: if rows.as_deref() == Some(COMPACT) { Density::Compact } else { Density::Comfortable },
        zoom: zoom.map_or_else(Zoom::default, Zoom::nearest),
        less_motion,
        window: window.map(|Window { size, maximized }| WindowPlace { size, is_maximized: maximized }),
        panels: Panels { customers: customers_width, subscriptions: subscriptions_height },
        lists: Arrangement {
            tab: tab.and_then(|tab| named(&TABS, &tab)).unwrap_or_default(),
            customers: toggle(&CUSTOMER_COLUMNS, customers_by),
            subscriptions: toggle(&SUBSCRIPTION_COLUMNS, subscriptions_by),
            filters: Filter::ALL.into_iter().filter(|filter| on.contains(filter)).collect(),
        },
        columns: Columns {
            customers: shown(&CUSTOMER_COLUMNS, &customer_columns),
            held: shown(&HELD_COLUMNS, &held_columns),
            subscriptions: shown(&SUBSCRIPTION_COLUMNS, &subscription_columns),
        },
    })
}
