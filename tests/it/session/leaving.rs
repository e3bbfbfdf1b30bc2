//! The question about unsaved changes on the way to Quit, New, Open and the sample, and its three answers.

use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{Command, Dialog, Effect, Failure, Next, Purpose};

use super::desk::Desk;
use super::files::{save, saving};

/// Everything that would lose unsaved changes, and where it goes on to.
fn leaving() -> [(Command, Next); 5] {
    [
        (Command::Quit, Next::Quit),
        (Command::New, Next::New),
        (Command::OpenSample, Next::Sample),
        (Command::Choose(Purpose::Open), Next::ChooseFile),
        (Command::OpenPath("/b.ron".into()), Next::Open("/b.ron".into())),
    ]
}

/// Whether a command or an answer has led on.
fn led_on(next: &Next, effects: &[Effect], desk: &Desk) -> bool {
    match next {
        Next::Quit => effects.contains(&Effect::Quit),
        Next::New => desk.portfolio().customers.is_empty(),
        Next::Sample => effects.contains(&Effect::OpenSample),
        Next::ChooseFile => {
            effects.iter().any(|effect| matches!(effect, Effect::PickFile { purpose: Purpose::Open, .. }))
        }
        Next::Open(path) => effects.contains(&Effect::Open { path: path.clone() }),
    }
}

#[test]
fn a_clean_portfolio_is_left_without_a_question() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        let effects = desk.send(command);
        assert!(led_on(&next, &effects, &desk), "{next:?}");
        assert_eq!(desk.dialog(), None);
    }
}

#[test]
fn unsaved_changes_are_asked_about_and_staying_changes_nothing() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        let before = desk.portfolio().clone();
        desk.just(command);
        assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next }));
        desk.just(Command::CloseDialog);
        assert_eq!((desk.portfolio(), desk.state.is_dirty(), desk.dialog()), (&before, true, None));
    }
}

#[test]
fn unsaved_changes_can_be_left_behind() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        desk.just(command);
        let effects = desk.send(Command::DiscardAndGoOn);
        assert!(led_on(&next, &effects, &desk), "{next:?}");
        assert_eq!(desk.dialog(), None);
    }
}

#[test]
fn unsaved_changes_are_saved_before_going_on() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        desk.just(command);
        let effects = desk.send(Command::SaveAndGoOn);
        let (path, _, mark) = saving(&effects);
        assert!(!led_on(&next, &effects, &desk), "not before it is saved: {next:?}");
        let effects = desk.send(Command::Saved { path, mark });
        assert!(led_on(&next, &effects, &desk), "{next:?}");
    }
}

#[test]
fn a_save_that_fails_does_not_go_on() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::Quit);
    let effects = desk.send(Command::SaveAndGoOn);
    let (path, _, _) = saving(&effects);
    desk.just(Command::Failed(Failure::NotWritten { path, detail: "full".to_owned() }));
    assert!(desk.state.is_dirty());
    let effects = save(&mut desk);
    assert!(!effects.contains(&Effect::Quit), "a later save goes on to nothing");
}

#[test]
fn what_was_changed_while_it_was_being_saved_is_asked_about_before_going_on() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::Quit);
    let effects = desk.send(Command::SaveAndGoOn);
    let (path, _, mark) = saving(&effects);
    desk.act(Action::Suspend);
    let effects = desk.send(Command::Saved { path, mark });
    assert!(!effects.contains(&Effect::Quit));
    assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: Next::Quit }));
}
