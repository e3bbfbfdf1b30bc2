//! Leaving a portfolio for Quit, New, Open and the sample: its file gets everything first, and a question comes only where it cannot.

use std::path::PathBuf;

use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{
    Command, Dialog, Effect, Failure, Next, Notice, OpenFile, OpenFor, Origin, Purpose, Standing, StoreTrouble, Theirs,
};

use super::desk::{Desk, typical};

/// Everything that leaves a portfolio, and where it goes on to.
fn leaving() -> [(Command, Next); 5] {
    [
        (Command::Quit, Next::Quit),
        (Command::New, Next::New),
        (Command::OpenSample, Next::Sample),
        (Command::Choose(Purpose::Open), Next::ChooseFile),
        (Command::OpenPath("/b.ron".into()), Next::Open("/b.ron".into(), OpenFor::Change)),
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
        Next::Open(path, what_for) => effects.contains(&Effect::Open { path: path.clone(), what_for: *what_for }),
    }
}

fn untitled() -> Desk {
    let mut desk = Desk::opened(typical(), OpenFile::new(None, Origin::New));
    desk.dirty();
    desk
}

fn full() -> StoreTrouble {
    StoreTrouble::Full(Failure::NotWritten { path: "/files/a.ron".into(), detail: crate::given::said("no space left") })
}

#[test]
fn a_portfolio_whose_file_has_everything_is_left_at_once() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        let effects = desk.send(command);
        assert!(led_on(&next, &effects, &desk), "{next:?}");
        assert_eq!(desk.dialog(), None);
    }
}

#[test]
fn the_file_gets_everything_before_it_is_left_and_nothing_is_asked() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        let effects = desk.send(command);
        assert_eq!(effects, [Effect::Checkpoint], "{next:?}");
        assert_eq!(desk.dialog(), None);
        assert!(!led_on(&next, &effects, &desk), "not before it is stored: {next:?}");
        desk.just(Command::Storing);
        let effects = desk.stored();
        assert!(led_on(&next, &effects, &desk), "{next:?}");
    }
}

#[test]
fn what_is_changed_while_the_file_is_written_goes_into_it_too_before_it_is_left() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.send(Command::Quit);
    desk.act(Action::Suspend);
    let effects = desk.send(Command::Stored { waiting: 1, copies: Vec::new() });
    assert_eq!(effects, [Effect::Checkpoint]);
    assert_eq!(desk.stored(), [Effect::Quit]);
}

#[test]
fn where_the_file_cannot_be_written_the_question_comes_and_staying_changes_nothing() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        let before = desk.portfolio().clone();
        desk.send(command);
        desk.just(Command::NotStored { waiting: 1, trouble: full() });
        assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next }));
        assert_eq!(desk.state.session.standing(), Standing::Behind);
        desk.just(Command::CloseDialog);
        assert_eq!((desk.portfolio(), desk.state.is_dirty(), desk.dialog()), (&before, true, None));
        assert_eq!(desk.stored(), [], "the wish to leave ended with the question");
    }
}

#[test]
fn a_file_that_cannot_be_written_can_be_tried_again_or_left_to_its_journal() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        desk.just(Command::NotStored { waiting: 1, trouble: full() });
        desk.just(command.clone());
        assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: next.clone() }), "it is known already: no need to try");
        assert_eq!(desk.send(Command::SaveAndGoOn), [Effect::Checkpoint]);
        let effects = desk.stored();
        assert!(led_on(&next, &effects, &desk), "{next:?}");

        let mut desk = Desk::new();
        desk.dirty();
        desk.just(Command::NotStored { waiting: 1, trouble: full() });
        desk.just(command);
        let effects = desk.send(Command::DiscardAndGoOn);
        assert!(led_on(&next, &effects, &desk), "{next:?}");
        assert!(!effects.contains(&Effect::Discard), "the journal stays");
    }
}

#[test]
fn whoever_saves_elsewhere_leaves_once_that_is_done() {
    for (command, next) in leaving() {
        let mut desk = Desk::new();
        desk.dirty();
        desk.just(Command::NotStored { waiting: 1, trouble: full() });
        desk.just(command);
        let effects = desk.send(Command::Choose(Purpose::SaveAs));
        let [Effect::PickFile { serial, .. }] = effects[..] else { panic!("{effects:?}") };
        let (purpose, path) = (Purpose::SaveAs, PathBuf::from("/elsewhere/a.ron"));
        desk.send(Command::PathChosen { purpose, serial, path: path.clone(), ask_overwrite: false });
        let effects = desk.send(Command::SavedAs { path, id: uuid::Uuid::from_u128(9) });
        assert!(led_on(&next, &effects, &desk), "{next:?}: {effects:?}");
    }
}

#[test]
fn whoever_saves_elsewhere_without_wishing_to_leave_stays() {
    let mut desk = Desk::new();
    desk.dirty();
    desk.just(Command::NotStored { waiting: 1, trouble: full() });
    desk.just(Command::Quit);
    desk.just(Command::CloseDialog);
    let effects = desk.send(Command::Choose(Purpose::SaveAs));
    let [Effect::PickFile { serial, .. }] = effects[..] else { panic!("{effects:?}") };
    let (purpose, path) = (Purpose::SaveAs, PathBuf::from("/elsewhere/a.ron"));
    desk.send(Command::PathChosen { purpose, serial, path: path.clone(), ask_overwrite: false });
    let effects = desk.send(Command::SavedAs { path, id: uuid::Uuid::from_u128(9) });
    assert!(!effects.contains(&Effect::Quit));
}

#[test]
fn a_portfolio_without_a_name_is_asked_about_and_given_up_only_when_a_person_says_so() {
    for (command, next) in leaving() {
        let mut desk = untitled();
        let before = desk.portfolio().clone();
        desk.just(command.clone());
        assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: next.clone() }));
        desk.just(Command::CloseDialog);
        assert_eq!((desk.portfolio(), desk.state.is_dirty()), (&before, true));

        desk.just(command);
        let effects = desk.send(Command::DiscardAndGoOn);
        assert_eq!(effects.first(), Some(&Effect::Discard));
        let forgets = |effect: &Effect| matches!(effect, Effect::KeepSettings(kept) if kept.untitled.is_none());
        assert!(effects.iter().any(forgets), "it does not come back at the next start");
        assert!(led_on(&next, &effects, &desk), "{next:?}");
    }
}

#[test]
fn a_portfolio_without_a_name_gets_one_before_going_on() {
    let mut desk = untitled();
    desk.just(Command::Quit);
    desk.send(Command::SaveAndGoOn);
    let effects = desk.choose("/files/new.ron");
    let [Effect::SaveAs { path, id }] = &effects[..] else { panic!("{effects:?}") };
    let effects = desk.send(Command::SavedAs { path: path.clone(), id: *id });
    assert_eq!(effects.last(), Some(&Effect::Quit));
}

#[test]
fn a_new_portfolio_in_which_nothing_was_done_is_left_without_a_question() {
    let mut desk = Desk::opened(typical(), OpenFile::new(None, Origin::Sample));
    assert_eq!(desk.state.session.standing(), Standing::Blank);
    assert_eq!(desk.send(Command::Quit), [Effect::Quit]);
}

#[test]
fn a_file_that_somebody_else_wrote_stops_the_leaving_and_is_asked_about() {
    let theirs = || Box::new(Theirs { plan: None, detail: None, changes: 1, is_shown: false, can_keep_mine: true });
    let mut desk = Desk::new();
    desk.dirty();
    desk.send(Command::Quit);
    desk.just(Command::ChangedOutside(theirs()));
    assert_eq!(desk.dialog(), Some(&Dialog::Versions));
    assert_eq!(desk.send(Command::KeepMine), [Effect::KeepMine]);
    let copy = PathBuf::from("/files/a (changed outside).ron");
    assert_eq!(desk.send(Command::Stored { waiting: 0, copies: vec![copy.clone()] }), []);
    assert_eq!(desk.notice(), Some(&Notice::OutsideKept { path: copy }));
    assert_eq!(desk.send(Command::Quit), [Effect::Quit]);
}

#[test]
fn a_portfolio_without_a_name_can_be_kept_where_it_is_when_the_window_closes() {
    let mut desk = Desk::on(typical());
    desk.state.session.file.path = None;
    desk.state.session.file.untitled = Some("/own/untitled.ron".into());
    desk.state.session.settings.untitled = Some("/own/untitled.ron".into());
    desk.just(Command::Quit);
    assert_eq!(desk.dialog(), Some(&Dialog::Unsaved { next: Next::Quit }));
    assert_eq!(desk.send(Command::KeepAndGoOn), [Effect::Quit]);
    assert!(desk.state.session.settings.untitled.is_some(), "the next start opens it");
    // Another portfolio would take its place.
    let mut desk = Desk::on(typical());
    desk.state.session.file.untitled = Some("/own/untitled.ron".into());
    desk.just(Command::New);
    assert_eq!(desk.send(Command::KeepAndGoOn), []);
}
