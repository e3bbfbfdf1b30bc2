//! The program's own settings come back as they were kept, those of older versions too.

use upgrade_desk::model::{
    Arrangement, Columns, CustomerColumn, Density, Filter, Language, List, ListColumn, Panels, Settings, Shown,
    SubscriptionColumn, Tab, ThemeChoice, Toggle, WindowPlace, Zoom,
};
use upgrade_desk::storage::{decode_settings, encode_settings};

#[track_caller]
fn assert_comes_back(settings: Settings) {
    let text = encode_settings(&settings).unwrap();
    assert_eq!(decode_settings(text.as_bytes()), Ok(settings), "{text}");
}

#[test]
fn settings_come_back_as_they_were_kept() {
    for theme in [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark] {
        for language in Language::ALL.map(Some).into_iter().chain([None]) {
            assert_comes_back(Settings {
                theme,
                language,
                recent: vec!["/data/四方.ron".into(), "/data/b.ron".into()],
                untitled: Some("/state/a.ron".into()),
                ..Settings::default()
            });
        }
    }
}

#[test]
fn how_the_window_looks_and_is_arranged_comes_back() {
    for zoom in Zoom::STEPS {
        for less_motion in [None, Some(true), Some(false)] {
            assert_comes_back(Settings { zoom, less_motion, density: Density::Compact, ..Settings::default() });
        }
    }
    for subscriptions in [None, Some(180)] {
        for is_maximized in [true, false] {
            assert_comes_back(Settings {
                window: Some(WindowPlace { size: (1280, 800), is_maximized }),
                panels: Panels { customers: Some(300), subscriptions },
                ..Settings::default()
            });
        }
    }
    let customers = CustomerColumn::ALL;
    for (at, column) in SubscriptionColumn::ALL.iter().copied().enumerate() {
        for descending in [true, false] {
            let lists = Arrangement {
                tab: if descending { Tab::Subscriptions } else { Tab::Customers },
                customers: Toggle { column: customers[at % customers.len()], descending },
                subscriptions: Toggle { column, descending },
                filters: Filter::ALL.into_iter().skip(at).collect(),
            };
            assert_comes_back(Settings { lists, ..Settings::default() });
        }
    }
}

#[test]
fn the_columns_of_each_list_come_back_in_their_order() {
    for list in List::ALL {
        let mut wished = list.columns();
        for _ in 0..wished.len() {
            wished.rotate_left(1);
            let mut columns = Columns::default();
            columns.set(list, &wished[1..]);
            assert_comes_back(Settings { columns, ..Settings::default() });
        }
    }
}

#[test]
fn columns_that_only_a_newer_version_knows_are_left_out() {
    let text = r#"(customer_columns: ["weather", "tags", "tags", "domain"], held_columns: ["weather"])"#;
    let settings = decode_settings(text.as_bytes()).unwrap();
    let wished = [CustomerColumn::Company, CustomerColumn::Tags, CustomerColumn::Domain];
    let columns = Columns { customers: Shown::new(wished), ..Columns::default() };
    assert_eq!(settings, Settings { columns, ..Settings::default() });
}

#[test]
fn settings_of_older_versions_follow_the_system_and_are_arranged_as_at_first() {
    let old = "(\n  theme: Dark,\n  recent: [\n    \"/files/a.ron\",\n  ],\n)\n";
    let settings = Settings { theme: ThemeChoice::Dark, recent: vec!["/files/a.ron".into()], ..Settings::default() };
    assert_eq!(decode_settings(old.as_bytes()), Ok(settings.clone()));
    // What was not chosen is not written, so that an older version reads what this one keeps.
    assert_eq!(encode_settings(&settings).unwrap(), old);
}

#[test]
fn what_only_a_newer_version_knows_is_as_at_first_and_spoils_nothing() {
    let text = r#"(theme: Light, language: Some("tlh"), recent: [], rows: Some("tiny"), zoom: Some(137), tab: Some("map"),
        customers_by: Some((column: "altitude", descending: true)), filters: ["open_tasks", "tall", "not_known"],
        weather: Some("fine"))"#;
    let lists = Arrangement { filters: vec![Filter::NotKnown, Filter::OpenTasks], ..Arrangement::default() };
    let zoom = Zoom::nearest(125);
    let settings = Settings { theme: ThemeChoice::Light, zoom, lists, ..Settings::default() };
    assert_eq!(decode_settings(text.as_bytes()), Ok(settings));
}

#[test]
fn the_steps_of_the_zoom_lead_from_80_to_200_percent_and_back() {
    let mut zoom = Zoom::nearest(0);
    assert_eq!(zoom.percent(), 80);
    assert_eq!(zoom.smaller(), zoom);
    let mut steps = vec![zoom];
    while zoom.larger() != zoom {
        assert_eq!(zoom.larger().smaller(), zoom);
        zoom = zoom.larger();
        steps.push(zoom);
    }
    assert_eq!(steps, Zoom::STEPS);
    assert_eq!((zoom, Zoom::default().percent()), (Zoom::nearest(u16::MAX), 100));
    assert_eq!(zoom.percent(), 200);
}
