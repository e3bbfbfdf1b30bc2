//! Questions about files, with the world's answers played: leaving a portfolio, paths, overwriting, dropped files, imports. No file is touched.

use std::path::{Path, PathBuf};

use egui::Key;
use egui::accesskit::Role;
use upgrade_desk::model::{Customer, Id, Portfolio};
use upgrade_desk::state::{Command, Dialog, Effect, Failure, OpenFile, OpenFor, Origin, Purpose, StoreTrouble};
use uuid::Uuid;

use super::desk::{CTRL, CTRL_SHIFT, Opening, Window, sample};
use crate::given;

/// A window with one change that its file does not have yet.
fn changed(file: OpenFile) -> Window {
    let mut window = Opening { file, ..Opening::default() }.open();
    window.choose("Contoso", "Business");
    window.fill("field-quantity", "26");
    window.press(Key::Enter);
    assert!(window.state().is_dirty());
    window
}

fn saved_file() -> OpenFile {
    OpenFile::new(Some("desk.ron".into()), Origin::File)
}

/// The serial of the native dialog that is open.
fn serial(window: &Window) -> u64 {
    window.state().session.waiting.as_ref().unwrap().serial
}

fn chosen(window: &mut Window, path: &str, ask_overwrite: bool) {
    let waiting = window.state().session.waiting.clone().unwrap();
    let (purpose, serial) = (waiting.purpose, waiting.serial);
    window.answer(Command::PathChosen { purpose, serial, path: path.into(), ask_overwrite });
}

/// Whether the file was asked to be brought up to date.
fn was_asked_to_store(window: &Window) -> bool {
    window.asked().contains(&Effect::Checkpoint)
}

/// Where the portfolio was asked to be saved under another name.
fn was_asked_to_save_as(window: &Window) -> Option<(PathBuf, Uuid)> {
    window.asked().iter().find_map(|effect| match effect {
        Effect::SaveAs { path, id } => Some((path.clone(), *id)),
        _ => None,
    })
}

#[test]
fn without_changes_the_window_closes_without_a_question() {
    let mut window = Window::open();
    window.ask_to_close();
    assert!(window.closed && !window.has_dialog());
    assert!(!was_asked_to_store(&window));
}

#[test]
fn with_changes_the_window_closes_without_a_question_once_the_file_has_them() {
    let mut window = changed(saved_file());
    window.harness.state_mut().shell.holds_back = true;
    window.ask_to_close();
    assert!(was_asked_to_store(&window) && !window.closed && !window.has_dialog());
    window.answer(Command::Storing);
    window.assert_says(&window.say("file-storing"));
    assert!(!window.closed);
    window.answer(Command::Stored { waiting: 0, copies: Vec::new() });
    assert!(window.closed && !window.has_dialog());
}

#[test]
fn another_portfolio_is_begun_only_once_the_file_has_every_change() {
    let mut window = changed(saved_file());
    window.harness.state_mut().shell.holds_back = true;
    window.key(CTRL, Key::N);
    assert!(was_asked_to_store(&window) && !window.has_dialog() && !window.portfolio().customers.is_empty());
    window.answer(Command::Stored { waiting: 0, copies: Vec::new() });
    assert!(window.portfolio().customers.is_empty());
    assert!(matches!(window.asked().last(), Some(Effect::Begin { .. })));
    window.assert_says(&window.say("empty-portfolio"));
    window.assert_says(&window.say("empty-no-customer"));
    window.assert_says(&window.say("file-untitled"));
    window.assert_says(&window.say("file-blank"));
}

/// A portfolio without a name, kept in the program's folder.
fn untitled() -> OpenFile {
    let mut file = OpenFile::new(None, Origin::New);
    file.untitled = Some("/state/untitled/a.ron".into());
    file
}

#[test]
fn a_portfolio_without_a_name_keeps_the_window_open_until_the_question_is_answered() {
    let mut window = changed(untitled());
    window.assert_says(&window.say("file-kept"));
    window.ask_to_close();
    assert!(!window.closed);
    window.assert_says(&window.say("unsaved-untitled-title"));
    assert_eq!(window.focus(), Some((Role::Button, window.say("menu-save-as"))));
    window.press(Key::Escape);
    assert!(!window.closed && !window.has_dialog() && window.state().is_dirty());

    window.key(CTRL, Key::Q);
    window.button("cancel");
    assert!(!window.closed && !window.has_dialog());

    window.key(CTRL, Key::Q);
    window.button("unsaved-discard");
    assert!(window.closed && window.asked().contains(&Effect::Discard));
    assert_eq!(was_asked_to_save_as(&window), None);
}

#[test]
fn saving_at_the_question_goes_on_only_once_it_is_saved() {
    let mut window = changed(untitled());
    window.key(CTRL, Key::Q);
    window.press(Key::Enter);
    chosen(&mut window, "mine.ron", false);
    let (path, id) = was_asked_to_save_as(&window).unwrap();
    assert!(!window.closed && !window.has_dialog() && !window.asked().contains(&Effect::Discard));
    window.answer(Command::SavedAs { path, id });
    assert!(window.closed);
}

#[test]
fn a_save_that_fails_keeps_the_window_open_and_says_so() {
    let mut window = changed(untitled());
    window.key(CTRL, Key::Q);
    window.click_in_dialog(Role::Button, &window.say("menu-save-as"));
    chosen(&mut window, "mine.ron", false);
    let path = was_asked_to_save_as(&window).unwrap().0;
    let failure = Failure::NotWritten { path, detail: given::said("No space left on device (os error 28)") };
    window.answer(Command::NotSavedAs(failure));
    assert!(!window.closed && window.state().is_dirty());
    window.assert_says("No space left on device. ");
    assert!(!window.says("os error"));
    window.button("copy-message");
    assert!(window.copied.last().unwrap().contains("No space left on device"));
}

#[test]
fn a_question_that_was_given_up_on_the_way_to_a_file_name_does_not_close_the_window_later() {
    let mut window = changed(untitled());
    window.key(CTRL, Key::Q);
    window.click_in_dialog(Role::Button, &window.say("menu-save-as"));
    let asked = serial(&window);
    window.answer(Command::NoChooser { serial: asked });
    window.press(Key::Escape);
    window.key(CTRL, Key::S);
    chosen(&mut window, "later.ron", false);
    let (path, id) = was_asked_to_save_as(&window).unwrap();
    window.answer(Command::SavedAs { path, id });
    assert!(!window.closed);
}

/// A window whose file cannot take its one change.
fn stuck() -> Window {
    let mut window = changed(saved_file());
    let detail = given::not_written("/data/desk.ron");
    let failure = Failure::NotWritten { path: "/data/desk.ron".into(), detail };
    window.answer(Command::NotStored { waiting: 1, trouble: StoreTrouble::Failed(failure) });
    window.key(CTRL, Key::Q);
    window
}

#[test]
fn where_the_file_cannot_be_written_the_question_says_that_nothing_is_lost() {
    let mut window = stuck();
    let reason = "the file cannot be written: the system does not allow it: /data/desk.ron";
    window.assert_says(&window.with("unsaved-stuck", &[("changes", 1.into()), ("reason", reason.into())]));
    assert_eq!(window.focus(), Some((Role::Button, window.say("cancel"))));
    window.press(Key::Escape);
    assert!(!window.closed && !window.has_dialog());

    window.key(CTRL, Key::Q);
    window.click_in_dialog(Role::Button, &window.say("save-elsewhere"));
    assert!(matches!(window.asked().last(), Some(Effect::PickFile { purpose: Purpose::SaveAs, .. })));

    let mut window = stuck();
    window.click_in_dialog(Role::Button, &window.say("unsaved-go-on"));
    assert!(window.closed && !window.asked().contains(&Effect::Discard), "the journal stays");
}

#[test]
fn trying_again_at_the_question_goes_on_once_the_file_has_everything_and_asks_again_where_it_has_not() {
    let mut window = stuck();
    window.harness.state_mut().shell.holds_back = true;
    window.click_in_dialog(Role::Button, &window.say("try-again"));
    assert!(was_asked_to_store(&window) && !window.has_dialog() && !window.closed);
    let failure = Failure::NotWritten { path: "/data/desk.ron".into(), detail: given::said("still not") };
    window.answer(Command::NotStored { waiting: 1, trouble: StoreTrouble::Failed(failure) });
    window.assert_says("still not");
    window.click_in_dialog(Role::Button, &window.say("try-again"));
    window.answer(Command::Stored { waiting: 0, copies: Vec::new() });
    assert!(window.closed);
}

#[test]
fn where_no_chooser_can_be_had_the_path_is_typed() {
    let mut window = Window::open();
    window.key(CTRL, Key::O);
    let asked = serial(&window);
    assert!(matches!(window.asked().last(), Some(Effect::PickFile { purpose: Purpose::Open, .. })));
    window.answer(Command::NoChooser { serial: asked });
    assert_eq!(window.state().session.dialog, Some(Dialog::Path { purpose: Purpose::Open }));
    assert!(window.is_disabled(Role::Button, &window.say("path-confirm")));
    window.press(Key::Enter);
    assert!(window.has_dialog());
    window.type_text("/data/desk");
    window.press(Key::Enter);
    let asked = serial(&window);
    let typed = PathBuf::from("/data/desk");
    assert_eq!(window.asked().last(), Some(&Effect::ResolvePath { purpose: Purpose::Open, serial: asked, typed }));
    chosen(&mut window, "/data/desk.ron", false);
    assert_eq!(window.asked().last(), Some(&Effect::Open { path: "/data/desk.ron".into(), what_for: OpenFor::Change }));
}

#[test]
fn escape_leaves_the_path_field_without_opening_anything() {
    let mut window = Window::open();
    window.key(CTRL, Key::O);
    window.link("status-type-path");
    window.type_text("/data/desk.ron");
    window.press(Key::Escape);
    assert!(!window.has_dialog() && window.state().session.waiting.is_none());
    assert_eq!(window.asked().len(), 1);
}

#[test]
fn a_file_that_is_there_is_overwritten_only_when_that_is_confirmed() {
    let mut window = Window::open();
    for answer in ["escape", "cancel", "overwrite-confirm"] {
        window.key(CTRL_SHIFT, Key::S);
        chosen(&mut window, "/data/desk.ron", true);
        window.assert_says(&window.with("overwrite-what", &[("file", "desk.ron".into())]));
        assert_eq!(window.focus(), Some((Role::Button, window.say("cancel"))));
        assert_eq!(was_asked_to_save_as(&window), None);
        if answer == "escape" {
            window.press(Key::Escape);
        } else {
            window.button(answer);
        }
        assert!(!window.has_dialog());
    }
    let (path, id) = was_asked_to_save_as(&window).unwrap();
    window.assert_says(&window.say("file-storing"));
    window.answer(Command::SavedAs { path, id });
    window.assert_says(&window.say("file-stored"));
    window.assert_says(&window.with("notice-saved", &[("file", "desk.ron".into())]));
}

#[test]
fn a_dropped_file_is_opened_or_imported_or_left_alone() {
    let mut window = Window::open();
    let path = PathBuf::from("/data/other.ron");
    window.drop_file("/data/other.ron");
    window.assert_says(&window.with("dropped-what", &[("file", "other.ron".into())]));
    window.press(Key::Escape);
    assert!(!window.has_dialog() && window.asked().is_empty());
    window.drop_file("/data/other.ron");
    window.button("dropped-import");
    assert_eq!(given::path_of(window.asked().last()), path);
    window.button("cancel");
    assert!(matches!(window.asked().last(), Some(Effect::StopReading { .. })));
    // What can only be imported is asked no question.
    window.drop_file("/data/other.csv");
    assert_eq!(given::path_of(window.asked().last()), Path::new("/data/other.csv"));
    window.button("cancel");
    window.drop_file("/data/other.ron");
    window.button("dropped-open");
    assert_eq!(window.asked().last(), Some(&Effect::Open { path, what_for: OpenFor::Change }));
}

/// The sample with one customer more, and another one called otherwise.
fn incoming() -> Portfolio {
    let mut portfolio = sample();
    let mut first = Customer::clone(portfolio.customers.at(0).unwrap());
    first.company_name = "Contoso (Pudong)".to_owned();
    portfolio.customers.replace(0, first.into());
    let end = portfolio.customers.len();
    portfolio.customers.insert(end, Customer::new(Id::new("new-1"), "Adatum".to_owned()).into());
    portfolio
}

#[test]
fn an_import_is_shown_before_it_counts_and_undone_as_a_whole() {
    let mut window = Window::open();
    let before = window.portfolio().clone();
    for leave in [true, false] {
        window.import("/data/other.ron", given::incoming(incoming(), &["2: odd"]));
        window.assert_says("other.ron");
        window.assert_says(&window.with("note-not-taken", &[("what", "2: odd".into()), ("times", 1.into())]));
        window.assert_says(&window.say("import-new"));
        window.assert_says("Adatum");
        if leave {
            window.press(Key::Escape)
        } else {
            window.button("cancel")
        }
        assert_eq!((window.has_dialog(), window.portfolio()), (false, &before));
    }
    window.import("/data/other.ron", given::incoming(incoming(), &["2: odd"]));
    window.button_named(&window.with("import-confirm", &[("count", 2.into())]));
    assert_eq!(window.portfolio().customers.len(), before.customers.len() + 1);
    window.assert_says(&window.with("notice-imported", &[("new", 1.into()), ("changed", 1.into())]));
    window.button("menu-undo");
    assert_eq!(*window.portfolio(), before);
}

#[test]
fn an_import_that_brings_nothing_says_so() {
    let mut window = Window::open();
    // The line about the sample can be dismissed as well.
    window.button("dismiss");
    window.import("/data/same.ron", given::incoming(sample(), &[]));
    assert!(!window.has_dialog());
    window.assert_says(&window.with("notice-nothing-to-import", &[("file", "same.ron".into())]));
    window.button("dismiss");
    assert!(window.state().session.notice.is_none());
}

#[test]
fn the_line_about_the_sample_leads_to_a_portfolio_of_ones_own() {
    let mut window = Window::open();
    window.assert_says(&window.say("banner-sample"));
    window.link("banner-sample-open");
    assert!(matches!(window.asked().last(), Some(Effect::PickFile { purpose: Purpose::Open, .. })));
    window.button("dismiss");
    assert!(!window.says(&window.say("banner-sample")));
}
