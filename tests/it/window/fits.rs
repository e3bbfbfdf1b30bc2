//! In every language what the program says fits its place: no word of its own is shortened or cut off, and nothing lies beside the screen.
//!
//! What people type is as long as they like: names, IDs and paths may be shortened where they stand.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape};
use upgrade_desk::model::Language;
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Tab};

use super::desk::{Opening, Window};
use super::gallery::{SCENES, opened_scene};

/// Letters reach out of their line a little, and edges are rounded to pixels.
const SLACK: f32 = 1.5;

/// What opens each dialog of the sample, on the selected subscription.
pub fn dialogs(window: &Window) -> Vec<Vec<Command>> {
    let customer = window.customer().id.clone();
    let subscription = window.subscription().id.clone();
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
        Command::AskRealId { source: subscription },
        Command::AskAccount,
        Command::AskAbout,
        Command::AskCustomerPage,
        Command::AskTable,
        Command::ShowHistory,
        Command::ShowOffers,
        Command::ShowBackups,
        Command::SelectCustomer(customer),
        Command::ShowTab(Tab::Subscriptions),
        Command::ShowTab(Tab::Customers),
    ]
    .into_iter()
    .map(|command| vec![command])
    .collect();
    all.extend(
        window.state().session.rules.conditions.iter().map(|condition| vec![Command::ShowCondition(condition.id)]),
    );
    all
}

/// The texts of a shape, each with the part of the screen that it may be drawn on.
fn texts<'a>(shape: &'a Shape, clip: Rect, found: &mut Vec<(&'a TextShape, Rect)>) {
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
        for record in &customer.subscriptions {
            data.extend([record.id.to_string(), record.offer_name.clone(), record.friendly_name.clone()]);
        }
    }
    for offer in session.offers.all() {
        let language = session.language();
        data.extend([offer.id.to_string(), offer.name.clone(), session.offers.name(offer, language).to_owned()]);
    }
    data.retain(|text| text.chars().count() > 3);
    data
}

#[track_caller]
fn assert_all_fits(window: &Window, what: &str) {
    let data = data(window);
    let mut found = not_whole(window);
    found.retain(|text| !data.iter().any(|data| text.contains(data.as_str())) && !text.contains('/'));
    let language = window.words().language().tag();
    assert!(found.is_empty(), "{what} in {language}: {found:#?}");
}

#[test]
fn what_the_window_and_its_dialogs_say_fits_in_every_language() {
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        for (company, offer) in [
            ("Contoso", "Business"),
            ("Northwind Traders", "Premium"),
            ("Fabrikam", "Premium"),
            ("Trey Research", "Business"),
        ] {
            window.choose(company, offer);
            assert_all_fits(&window, &format!("the window on {company}"));
        }
        for commands in dialogs(&window) {
            let what = format!("{commands:?}");
            commands.into_iter().for_each(|command| window.answer(command));
            assert_all_fits(&window, &what);
            window.press(egui::Key::Escape);
        }
    }
}

#[test]
fn what_is_rarely_seen_fits_in_every_language() {
    for language in Language::ALL {
        for scene in &SCENES {
            let window = opened_scene(scene, language);
            assert_all_fits(&window, scene.0);
        }
    }
}

#[test]
fn every_menu_fits_in_every_language() {
    for language in Language::ALL {
        let mut window = Opening { system: language, ..Opening::default() }.open();
        for menu in ["menu-file", "menu-edit", "menu-view", "menu-portfolio", "menu-help"] {
            window.button(menu);
            assert_all_fits(&window, menu);
            window.press(egui::Key::Escape);
        }
    }
}
