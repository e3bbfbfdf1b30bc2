//! The three ways to a report in the window: the menu, the customer, the recorded upgrade; its progress and giving it up.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::state::{Command, Dialog, Effect, Failure, Notice, Purpose, ReportOf};

use super::desk::Window;

/// The world chooses a file for what was asked last, and the report is asked for.
#[track_caller]
fn chosen(window: &mut Window, path: &str) -> (ReportOf, &'static str, u64) {
    let waiting = window.state().session.waiting.clone().unwrap();
    assert!(matches!(waiting.purpose, Purpose::Report { .. }), "{waiting:?}");
    let (purpose, serial) = (waiting.purpose, waiting.serial);
    window.answer(Command::PathChosen { purpose, serial, path: path.into(), ask_overwrite: false });
    let Some(Effect::Report { of, language, serial, .. }) = window.asked().last() else {
        panic!("no report is asked for: {:?}", window.asked().last())
    };
    (of.clone(), language, *serial)
}

#[track_caller]
fn suggested(window: &Window) -> String {
    let Some(Effect::PickFile { suggested_name, .. }) = window.asked().last() else { panic!("no file is asked for") };
    suggested_name.clone()
}

#[test]
fn the_menu_reports_on_the_portfolio_and_says_when_it_is_written() {
    let mut window = Window::open();
    window.menu("menu-file", "report-menu");
    assert_eq!(suggested(&window), "portfolio-review.html");
    let (of, language, serial) = chosen(&mut window, "/out/review.html");
    assert_eq!((of, language), (ReportOf::Review, "en"));
    window.answer(Command::ReportSoFar { serial, done: 24, all: 48 });
    window.assert_says("Writing the report: 24 of 48 customers");
    window.answer(Command::ReportMade { serial, path: "/out/review.html".into() });
    window.assert_says("Report written: review.html");
    assert!(!window.says("Writing the report"));
}

#[test]
fn a_report_can_be_given_up_and_what_it_answers_then_is_not_heard() {
    let mut window = Window::open();
    window.menu("menu-file", "report-menu");
    let (.., serial) = chosen(&mut window, "/out/review.html");
    window.link("report-stop");
    assert_eq!(window.asked().last(), Some(&Effect::StopReport { serial }));
    window.answer(Command::ReportMade { serial, path: "/out/review.html".into() });
    window.assert_says(&window.say("notice-report-stopped"));
    assert!(window.state().session.reporting.is_none());
}

#[test]
fn a_report_that_fails_says_why() {
    let mut window = Window::open();
    window.menu("menu-file", "report-menu");
    let (.., serial) = chosen(&mut window, "/out/review.html");
    let failure = Failure::NoReport { detail: "the catalog is damaged".to_owned() };
    window.answer(Command::ReportFailed { serial, failure: failure.clone() });
    window.assert_says("The report could not be made: the catalog is damaged");
    assert_eq!(window.state().session.notice.as_ref().unwrap().notice, Notice::Failed(failure));
}

#[test]
fn a_customer_has_a_page_in_the_language_that_is_chosen() {
    for (button, tag) in [("English", "en"), ("Français", "fr"), ("简体中文", "zh-CN")] {
        let mut window = Window::open();
        window.choose("Contoso", "Business");
        window.button("customer-page-menu");
        window.click_in_dialog(Role::Button, button);
        assert_eq!(suggested(&window), "Contoso (Shanghai)-upgrades.html");
        let customer = window.customer().id.clone();
        let (of, language, _) = chosen(&mut window, "/out/page.html");
        assert_eq!((of, language), (ReportOf::CustomerPage { customer }, tag));
    }
}

#[test]
fn the_question_about_the_language_can_be_left() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.button("customer-page-menu");
    assert!(matches!(window.state().session.dialog, Some(Dialog::CustomerPage { .. })));
    assert_eq!(window.focus(), Some((Role::Button, "English".to_owned())));
    window.press(Key::Escape);
    assert!(!window.has_dialog() && window.state().session.waiting.is_none());
}

#[test]
fn a_recorded_upgrade_has_its_evidence_with_the_changes_that_are_kept() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    window.answer(Command::AskUpgrade { target: None });
    window.answer(Command::ConfirmUpgrade);
    let target = window.subscription().id.clone();
    assert!(matches!(window.state().session.dialog, Some(Dialog::UpgradeRecorded { .. })));
    let label = window.say("evidence-menu");
    window.click_in_dialog(Role::Button, &label);
    assert_eq!(suggested(&window), "Contoso (Shanghai)-evidence.html");
    let customer = window.customer().id.clone();
    let (of, ..) = chosen(&mut window, "/out/evidence.json");
    assert_eq!(of, ReportOf::Evidence { customer: Some(customer), subscription: target });
    let Some(Effect::Report { past, .. }) = window.asked().last() else { panic!() };
    assert_eq!(past.len(), 1);
    // Under another id it is another file, which was never what the change before it made of the first one.
    window.answer(Command::SavedAs { path: "/data/mine.ron".into(), id: uuid::Uuid::from_u128(7) });
    window.answer(Command::ShowTasks { target: window.subscription().id.clone() });
    window.click_in_dialog(Role::Button, &label);
    chosen(&mut window, "/out/evidence.json");
    let Some(Effect::Report { past, .. }) = window.asked().last() else { panic!() };
    assert_eq!(past.len(), 0);
}
