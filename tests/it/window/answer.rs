//! Partner Center's own answer in the window: one calm line where it agrees, both sides' reasons where it does not.
//!
//! `UPGRADE_DESK_PICTURES=folder cargo test --test it window::answer` writes pictures of it.

use std::path::PathBuf;
use std::sync::Arc;

use upgrade_desk::model::{Answer, AnsweredError, AnsweredTarget, Portfolio};
use upgrade_desk::state::Command;

use super::desk::{Opening, Window, sample};
use crate::case::{E1, E3, PREMIUM, PRO_PLUS};

fn target(offer: &str, eligible: bool, errors: &[(Option<i64>, &str, &str)]) -> AnsweredTarget {
    let error = |(code, name, description): &(Option<i64>, &str, &str)| AnsweredError {
        code: *code,
        name: (*name).to_owned(),
        description: (*description).to_owned(),
        details: String::new(),
    };
    AnsweredTarget {
        offer: offer.into(),
        offer_name: String::new(),
        upgrade_type: "upgrade_only".to_owned(),
        eligible: Some(eligible),
        quantity: None,
        errors: errors.iter().map(error).collect(),
    }
}

/// The sample with an answer about the subscription of a customer.
fn answered(company: &str, offer: &str, targets: Vec<AnsweredTarget>) -> Window {
    let mut window = Window::open();
    window.choose(company, offer);
    let (customer, subscription) = (window.customer().id.clone(), window.subscription().id.clone());
    let read = Some("2026-11-20T08:00:00Z".parse().unwrap());
    let answer = Answer { customer, subscription, read, targets };
    let portfolio = Portfolio { answers: vec![Arc::new(answer)], ..sample() };
    let mut window = Opening { portfolio, size: [1280.0, 1000.0], ..Opening::default() }.open();
    window.choose(company, offer);
    window
}

fn picture(window: &mut Window, name: &str) {
    if let Some(folder) = std::env::var_os("UPGRADE_DESK_PICTURES").map(PathBuf::from) {
        std::fs::create_dir_all(&folder).unwrap();
        window.away_with_the_pointer();
        window.harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn where_the_two_agree_one_line_says_so() {
    let yes = [PREMIUM, PRO_PLUS, E3].map(|offer| target(offer, true, &[]));
    let mut window = answered("Contoso", "Business", yes.to_vec());
    window.assert_says(&window.say("answer-title"));
    window.assert_says(&window.with("answer-all-same", &[("count", 3.into())]));
    picture(&mut window, "answer-same");
}

#[test]
fn where_they_differ_both_say_why() {
    let targets = vec![
        target(
            PREMIUM,
            false,
            &[(Some(2), "", "The subscription is not active."), (Some(11), "", ""), (None, "sunspots", "")],
        ),
        target(PRO_PLUS, true, &[]),
        target(E1, true, &[]),
    ];
    let mut window = answered("Contoso", "Business", targets);
    let naming = |id: &str, target: &str| window.with(id, &[("target", target.into())]);
    window.assert_says(&naming("answer-contrary-theirs-no", "Office 365 Business Premium"));
    window.assert_says(&naming("answer-only-ours", "Office 365 Enterprise E3"));
    window.assert_says(&naming("answer-only-theirs-yes", "Office 365 Enterprise E1"));
    let active = window.say("reason-active");
    let said = "The subscription is not active.";
    let reason =
        window.with("answer-reason-said", &[("reason", active.into()), ("code", "2".into()), ("said", said.into())]);
    window.assert_says(&window.with("answer-theirs", &[("reason", reason.into())]));
    window.assert_says(&window.with("answer-theirs", &[("reason", "sunspots".into())]));
    window.assert_says(&window.with("answer-others-same", &[("count", 1.into())]));
    window.answer(Command::ShowReasons { target: E3.into() });
    picture(&mut window, "answer-differs");
}

#[test]
fn our_own_reasons_stand_beside_theirs() {
    let mut window = answered("Wingtip Toys", "Premium", vec![target(E3, true, &[])]);
    window.assert_says(&window.with("answer-contrary-theirs-yes", &[("target", "Office 365 Enterprise E3".into())]));
    let reason = window.say("refusal-suspended");
    window.assert_says(&window.with("answer-ours", &[("reason", reason.into())]));
    picture(&mut window, "answer-ours");
}

#[test]
fn nothing_is_shown_where_there_is_no_answer() {
    let mut window = Window::open();
    window.choose("Contoso", "Business");
    assert!(!window.says(&window.say("answer-title")));
}
