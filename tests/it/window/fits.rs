//! In every language what the program says fits its place: no word of its own is shortened or cut off, and nothing lies beside the screen.
//!
//! What people type is as long as they like: names, IDs and paths may be shortened where they stand.

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, TextShape};
use egui::{Id, Rect, Shape};
use upgrade_desk::model::{Language, List, Status, ThemeChoice};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::rules::{ConditionId, Verdict};
use upgrade_desk::state::{Command, SubscriptionColumn, Tab};
use upgrade_desk::ui::theme;

use super::desk::{Opening, Window};
use super::gallery::{SCENES, backups, drawn_scene, opened_scene};
use super::keeping::entry;

/// Letters reach out of their line a little, and edges are rounded to pixels.
const SLACK: f32 = 1.5;

/// What opens each dialog of the sample, on the selected subscription.
pub fn dialogs(window: &Window) -> Vec<Vec<Command>> {
    let customer = window.customer().id.clone();
    let provisional = window.portfolio().upgrades.iter().find(|upgrade| upgrade.provisional).unwrap().source.clone();
    let mut all: Vec<Vec<Command>> = [
        Command::AskNewCustomer,
        Command::AskEditCustomer,
        Command::AskDeleteCustomer,
        Command::AskNewSubscription { parent: None },
        Command::AskDeleteSubscription,
        Command::AskUpgrade { target: None },
        Command::AskChangeLicenses,
        Command::AskAction(Action::Suspend),
        Command::AskAction(Action::Cancel),
        Command::AskRealId { source: provisional },
        Command::AskAccount,
        Command::AskAbout,
        Command::AskCustomerPage,
        Command::AskTable,
        Command::AskColumns(List::Customers),
        Command::AskColumns(List::Held),
        Command::AskColumns(List::Subscriptions),
        Command::ShowOffers,
        Command::SelectCustomer(customer),
        Command::ShowTab(Tab::Subscriptions),
        Command::ShowTab(Tab::Customers),
    ]
    .into_iter()
    .map(|command| vec![command])
    .collect();
    // What is read from the disk is there at once.
    let entries = (1..20).map(|seq| entry(seq, &format!("Name {seq}"))).collect();
    all.push(vec![Command::ShowHistory, Command::HistoryRead(entries)]);
    all.push(vec![Command::ShowBackups, backups()]);
    all.extend(
        window.state().session.rules.conditions.iter().map(|condition| vec![Command::ShowCondition(condition.id)]),
    );
    all
}

/// The texts of a shape, each with the part of the screen that it may be drawn on.
pub fn texts<'a>(shape: &'a Shape, clip: Rect, found: &mut Vec<(&'a TextShape, Rect)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, clip, found)),
        Shape::Text(text) => found.push((text, clip)),
        _ => {}
    }
}

/// The texts that are not shown whole, though they are in sight: shortened, or cut off at a side.
fn not_whole(window: &Window) -> Vec<String> {
    let screen = window.harness.ctx.content_rect();
    let mut all = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &window.harness.output().shapes {
        texts(shape, clip_rect.intersect(screen), &mut all);
    }
    all.iter()
        .filter(|(text, clip)| {
            let at = text.visual_bounding_rect();
            let is_in_sight = at.is_positive() && clip.shrink(SLACK).intersects(at);
            let sticks_out = at.left() < clip.left() - SLACK || at.right() > clip.right() + SLACK;
            is_in_sight && (text.galley.elided || sticks_out)
        })
        .map(|(text, _)| text.galley.text().to_owned())
        .collect()
}

/// What the portfolio and its files say, which nobody can keep short.
fn data(window: &Window) -> Vec<String> {
    let portfolio = window.portfolio();
    let session = &window.state().session;
    let mut data: Vec<String> = Vec::new();
    for customer in portfolio.customers.iter() {
        data.extend([customer.company_name.clone(), customer.id.to_string(), customer.notes.clone()]);
        data.extend(customer.domain.clone());
        data.extend(customer.tags.clone());
        for record in &customer.subscriptions {
            data.extend([record.id.to_string(), record.offer_name.to_string(), record.friendly_name.clone()]);
        }
    }
    for offer in session.offers.all() {
        for name in [offer.id.as_str(), &offer.name, session.offers.name(offer, session.language())] {
            // Lists leave out what the names of all offers begin with.
            data.push(name.strip_prefix("Office 365 ").unwrap_or(name).to_owned());
        }
    }
    // Places in files, and files.
    data.extend(["customers[", "/data/"].map(str::to_owned));
    data.retain(|text| text.chars().count() > 3);
    data
}

/// What the program says and does not show whole, each with where that is.
#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    fn look(&mut self, window: &Window, what: &str) {
        let data = data(window);
        let is_ours = |text: &String| !data.iter().any(|data| text.contains(data.as_str()));
        let language = window.words().language().tag();
        let found = not_whole(window).into_iter().filter(is_ours);
        self.0.extend(found.map(|text| format!("{language}, {what}: {text:?}")));
    }

    #[track_caller]
    fn assert_is_empty(&self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

#[test]
fn what_the_window_and_its_dialogs_say_fits_in_every_language() {
    let mut found = Found::default();
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        for (company, offer) in [
            ("Contoso", "Business"),
            ("Northwind Traders", "Premium"),
            ("Fabrikam", "Premium"),
            ("Trey Research", "Business"),
        ] {
            window.choose(company, offer);
            found.look(&window, company);
        }
        for commands in dialogs(&window) {
            let what = format!("{commands:?}");
            commands.into_iter().for_each(|command| window.answer(command));
            found.look(&window, &what);
            window.press(egui::Key::Escape);
        }
    }
    found.assert_is_empty();
}

/// The places of the dialogs at 150 %, where a form's labels have least room. Lists and what is typed are as long as they are.
#[test]
fn what_the_dialogs_say_fits_at_150_percent_in_every_language() {
    let mut found = Found::default();
    for language in Language::ALL {
        let mut window = Opening { system: language, size: [853.0, 533.0], ..Opening::default() }.open();
        window.choose("Contoso", "Business");
        window.button("dismiss");
        let behind = not_whole(&window);
        for commands in dialogs(&window) {
            let what = format!("{commands:?}");
            commands.into_iter().for_each(|command| window.answer(command));
            if window.has_dialog() {
                found.look(&window, &what);
            }
            window.press(egui::Key::Escape);
        }
        found.0.retain(|said| !behind.iter().any(|text| said.ends_with(&format!("{text:?}"))));
    }
    found.assert_is_empty();
}

#[test]
fn what_is_rarely_seen_fits_in_every_language() {
    let mut found = Found::default();
    for language in Language::ALL {
        for scene in &SCENES {
            found.look(&opened_scene(scene, language), scene.0);
        }
    }
    found.assert_is_empty();
}

/// What the columns of the list of opportunities can say of the program's own, whether the sample says it or not.
#[test]
fn every_status_verdict_and_reason_fits_its_column_in_every_language() {
    let mut too_wide = Vec::new();
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        window.answer(Command::ShowTab(Tab::Subscriptions));
        let words = window.words();
        let reasons = ConditionId::ALL.iter().flat_map(|id| [true, false].map(|fails| words.reason(*id, fails)));
        let statuses = [
            Status::Active,
            Status::Suspended,
            Status::Deleted,
            Status::Expired,
            Status::Pending,
            Status::Disabled,
            Status::Unset,
        ];
        for (column, said, before) in [
            (SubscriptionColumn::Reason, reasons.collect::<Vec<_>>(), 0.0),
            (SubscriptionColumn::Status, statuses.iter().map(|status| words.status(status)).collect(), 0.0),
            // A verdict has its sign before it.
            (SubscriptionColumn::Verdict, Verdict::ALL.map(|verdict| words.verdict(verdict)).to_vec(), 20.0),
        ] {
            let head = window.get(Role::ColumnHeader, words.subscription_column(column)).rect();
            for text in said {
                let width = before
                    + window.harness.ctx.fonts_mut(|fonts| {
                        fonts.layout_no_wrap(text.to_owned(), theme::body(), egui::Color32::BLACK).size().x
                    });
                if width > head.width() - 2.0 * theme::GAP {
                    too_wide.push(format!("{}: {text:?} {width} of {}", language.tag(), head.width()));
                }
            }
        }
    }
    assert!(too_wide.is_empty(), "{too_wide:#?}");
}

#[test]
fn every_menu_fits_in_every_language() {
    let mut found = Found::default();
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        for menu in ["menu-file", "menu-edit", "menu-view", "menu-portfolio", "menu-help"] {
            window.button(menu);
            found.look(&window, menu);
            window.press(egui::Key::Escape);
        }
    }
    found.assert_is_empty();
}

/// A dialog on its own would be laid out as wide as its content; the window's edge and a margin are to stay in sight.
#[track_caller]
fn assert_dialog_is_within(window: &Window, what: &str) {
    let screen = window.harness.ctx.content_rect();
    let Some(title) = window.title_of_dialog() else { return };
    let id = Id::unique(("dialog", title.as_str()));
    let at = window.harness.ctx.memory(|memory| memory.area_rect(id)).unwrap();
    let language = window.words().language().tag();
    assert!(
        at.left() >= screen.left() + theme::GAP && at.right() <= screen.right() - theme::GAP,
        "{language}, {what}, in {}: {at:?}",
        screen.width()
    );
}

#[test]
fn every_dialog_lies_within_its_window_at_150_percent_and_in_the_smallest() {
    for language in Language::ALL {
        for size in [[1280.0 / 1.5, 800.0 / 1.5], [640.0, 420.0]] {
            for scene in &SCENES {
                let window = drawn_scene(scene, ThemeChoice::Light, size, language);
                assert_dialog_is_within(&window, scene.0);
            }
            let mut window = Opening { system: language, size, ..Opening::default() }.open();
            window.choose("Contoso", "Business");
            for commands in dialogs(&window) {
                let what = format!("{:?}", commands[0]);
                commands.into_iter().for_each(|command| window.answer(command));
                assert_dialog_is_within(&window, &what);
                window.press(egui::Key::Escape);
            }
        }
    }
}

#[test]
fn each_of_the_dialogs_opens_with_what_it_has_read() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    for commands in dialogs(&window) {
        let opens = !matches!(commands[0], Command::SelectCustomer(_) | Command::ShowTab(_));
        let what = format!("{:?}", commands[0]);
        commands.into_iter().for_each(|command| window.answer(command));
        assert_eq!(window.title_of_dialog().is_some(), opens, "{what}");
        for reading in ["history-reading", "backups-reading"] {
            assert!(!window.says(&window.say(reading)), "{what}");
        }
        window.press(egui::Key::Escape);
    }
}
