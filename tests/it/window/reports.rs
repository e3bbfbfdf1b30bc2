//! The three ways to a report in the window: the menu, the customer, the recorded upgrade; its progress and giving it up.

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::state::{Command, Dialog, Effect, Failure, HandedOut, Notice, Purpose, ReportOf};

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
    window.answer(Command::HandedOutSoFar { serial, done: 24, all: 48 });
    window.assert_says("Writing review.html: 24 of 48 customers");
    window.answer(Command::HandedOut { serial, path: "/out/review.html".into(), what: HandedOut::Report });
    window.assert_says("Report written: review.html");
    assert!(!window.says("Writing review.html"));
}

#[test]
fn a_report_can_be_given_up_and_it_is_said_what_became_of_it() {
    for (answer, said) in [("stopped", "review.html was not written"), ("written", "Report written: review.html")] {
        let mut window = Window::open();
        window.menu("menu-file", "report-menu");
        let (.., serial) = chosen(&mut window, "/out/review.html");
        window.link("writing-stop");
        assert_eq!(window.asked().last(), Some(&Effect::StopHandingOut { serial }));
        window.assert_says("Giving up review.html…");
        assert!(!window.says(&window.say("writing-stop")), "it is given up once");
        window.answer(match answer {
            // It had its name already.
            "written" => Command::HandedOut { serial, path: "/out/review.html".into(), what: HandedOut::Report },
            _ => Command::HandingOutStopped { serial },
        });
        window.assert_says(said);
        assert!(window.state().session.handing_out.is_none());
    }
}

#[test]
fn an_export_says_how_far_it_is_and_gives_the_one_before_it_up() {
    let mut window = Window::open();
    window.menu("menu-file", "report-menu");
    let (.., first) = chosen(&mut window, "/out/review.html");
    window.menu("menu-file", "menu-export-xlsx");
    let waiting = window.state().session.waiting.clone().unwrap();
    let (purpose, serial) = (waiting.purpose, waiting.serial);
    window.answer(Command::PathChosen { purpose, serial, path: "/out/all.xlsx".into(), ask_overwrite: false });
    let [.., Effect::StopHandingOut { serial: stopped }, Effect::Export { serial, .. }] = window.asked() else {
        panic!("{:?}", window.asked())
    };
    let (stopped, serial) = (*stopped, *serial);
    assert_eq!(stopped, first);
    window.answer(Command::HandedOutSoFar { serial: first, done: 1, all: 48 });
    window.answer(Command::HandingOutStopped { serial: first });
    window.answer(Command::HandedOutSoFar { serial, done: 12, all: 48 });
    window.assert_says("Writing all.xlsx: 12 of 48 customers");
    window.answer(Command::HandedOut { serial, path: "/out/all.xlsx".into(), what: HandedOut::Table });
    window.assert_says("Exported all.xlsx: customers and subscriptions");
}

#[test]
fn a_report_that_fails_says_why() {
    let mut window = Window::open();
    window.menu("menu-file", "report-menu");
    let (.., serial) = chosen(&mut window, "/out/review.html");
    let failure = Failure::NoReport { detail: crate::given::said("the catalog is damaged") };
    window.answer(Command::NotHandedOut { serial, failure: failure.clone() });
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

#[test]
fn the_window_closes_once_what_is_written_is_written_and_asking_again_gives_it_up() {
    for asks in 1..=2 {
        let mut window = Window::open();
        window.menu("menu-file", "report-menu");
        let (.., serial) = chosen(&mut window, "/out/review.html");
        for _ in 0..asks {
            window.ask_to_close();
            assert!(!window.closed);
        }
        assert_eq!(window.asked().contains(&Effect::StopHandingOut { serial }), asks == 2);
        window.answer(match asks {
            1 => Command::HandedOut { serial, path: "/out/review.html".into(), what: HandedOut::Report },
            _ => Command::HandingOutStopped { serial },
        });
        assert!(window.closed, "asked {asks} times");
    }
}
