//! What every verdict hangs on: your account, the rule set, and the portfolio's own offers.

use std::collections::BTreeSet;

use upgrade_desk::model::{BillingCycle, Deed, Id, Offer, Partner, Role};
use upgrade_desk::rules::{Outcome, PAGE, PARTNER_CENTER, Verdict};
use upgrade_desk::state::{Command, Dialog, Field, Notice, Problem};

use super::desk::{Desk, customer, portfolio, typical};
use crate::case::{BUSINESS, FLOW_1, PREMIUM, VISIO_1, record};

fn verdict(desk: &Desk) -> Verdict {
    desk.state.session.derived.ledger().unwrap().assessment.verdict
}

#[test]
fn your_account_is_recorded_and_two_conditions_hang_on_it() {
    let mut desk = Desk::new();
    desk.just(Command::AskAccount);
    let draft = &mut desk.state.drafts.partner;
    assert_eq!((draft.name.as_str(), draft.role), ("Fabrikam", Role::AdminAgent));
    (draft.name, draft.mpn_id) = (" Fabrikam China ".to_owned(), " 4711 ".to_owned());
    (draft.role, draft.good_standing) = (Role::HelpdeskAgent, Some(false));
    desk.just(Command::ConfirmAccount);
    let expected = Partner {
        name: "Fabrikam China".to_owned(),
        mpn_id: Some("4711".to_owned()),
        role: Role::HelpdeskAgent,
        good_standing: Some(false),
    };
    assert_eq!((&desk.portfolio().partner, desk.dialog()), (&expected, None));
    let ledger = desk.state.session.derived.ledger().unwrap();
    let failing = ledger.assessment.targets[0].findings.iter().filter(|one| matches!(one.outcome, Outcome::NotMet(_)));
    assert_eq!(failing.count(), 2);
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditPartner)));
    desk.just(Command::Undo);
    assert_eq!((*desk.portfolio() == typical(), verdict(&desk)), (true, Verdict::Eligible));
}

#[test]
fn an_account_confirmed_as_it_was_closes_the_dialog_and_records_nothing() {
    let mut desk = Desk::new();
    desk.just(Command::AskAccount);
    desk.just(Command::ConfirmAccount);
    assert_eq!((desk.dialog(), desk.state.is_dirty()), (None, false));
}

#[test]
fn the_rule_set_is_switched_and_judges_at_once() {
    let mut desk = Desk::new();
    desk.state.portfolio.partner.role = Role::HelpdeskAgent;
    desk.just(Command::SwitchRules("page"));
    assert_eq!((desk.state.session.rules.id, desk.portfolio().rules.as_str()), (PAGE.id, "page"));
    assert_eq!(verdict(&desk), Verdict::Eligible, "the page asks nothing about the role");
    desk.just(Command::SwitchRules("page"));
    assert_eq!(desk.state.session.history.entries().len(), 1);
    desk.just(Command::Undo);
    assert_eq!((desk.state.session.rules.id, verdict(&desk)), (PARTNER_CENTER.id, Verdict::NotEligible));
}

/// Contoso holds Business and another offer whose services nobody knows.
fn with_unknown_services() -> Desk {
    Desk::on(portfolio([customer("c-1", "Contoso", &[record("s-1", BUSINESS), record("s-2", "own-offer")])]))
}

#[test]
fn services_that_are_not_known_are_entered_and_turn_the_verdict() {
    let mut desk = with_unknown_services();
    desk.just(Command::SelectSubscription { customer: Id::new("c-1"), subscription: Id::new("s-1") });
    assert_eq!(verdict(&desk), Verdict::NotKnown);
    desk.just(Command::ShowOffer(Id::new("own-offer")));
    assert!(desk.state.drafts.offer.is_new);
    desk.state.drafts.offer.name = "Own offer".to_owned();
    desk.state.drafts.offer.set_service("YAMMER_ENTERPRISE", true);
    desk.just(Command::ConfirmOffer);
    assert_eq!(verdict(&desk), Verdict::Eligible);
    assert_eq!(desk.dialog(), Some(&Dialog::Offers), "the window stays");
    let own = Offer {
        id: Id::new("own-offer"),
        name: "Own offer".to_owned(),
        minimum: 1,
        maximum: 10_000_000,
        concurrent_limit: None,
        cycles: vec![BillingCycle::Annual, BillingCycle::Monthly],
        add_on: false,
        bases: Vec::new(),
        family: upgrade_desk::model::Family::Other,
        services: Some(BTreeSet::from(["YAMMER_ENTERPRISE".into()])),
    };
    assert_eq!(*desk.portfolio().offers[0], own);
    // The same offer with a service that conflicts.
    desk.state.drafts.offer.services =
        "exchange_s_standard, sharepointstandard; mcostandard\nofficesubscription".to_owned();
    desk.just(Command::ConfirmOffer);
    assert_eq!(verdict(&desk), Verdict::NotEligible);
    assert_eq!(desk.portfolio().offers.len(), 1);
    desk.just(Command::Undo);
    assert_eq!(verdict(&desk), Verdict::Eligible);
    desk.just(Command::RestoreOffer);
    assert_eq!((verdict(&desk), desk.portfolio().offers.len()), (Verdict::NotKnown, 0));
}

#[test]
fn an_offer_of_the_catalog_is_changed_for_this_portfolio_and_restored() {
    let mut desk = Desk::new();
    desk.just(Command::ShowOffers);
    assert_eq!(desk.state.drafts.offer.id, BUSINESS, "the selected subscription's offer is shown first");
    desk.just(Command::ShowOffer(Id::new(PREMIUM)));
    desk.just(Command::ConfirmOffer);
    assert!(!desk.state.is_dirty(), "an offer saved as it is in force is no change");
    desk.state.drafts.offer.maximum = "5".to_owned();
    desk.just(Command::ConfirmOffer);
    assert!(desk.state.session.offers.is_own(&Id::new(PREMIUM)));
    assert_eq!(desk.notice(), Some(&Notice::Did(Deed::EditOffer { offer: Id::new(PREMIUM) })));
    desk.just(Command::CloseDialog);
    desk.upgrade(PREMIUM, "6");
    assert!(desk.portfolio().upgrades.is_empty(), "more than the changed limit");
    desk.just(Command::ShowOffer(Id::new(PREMIUM)));
    desk.just(Command::RestoreOffer);
    assert_eq!(desk.state.drafts.offer.maximum, "300", "the window shows the catalog's again");
    assert_eq!(desk.portfolio().offers.len(), 0);
    desk.just(Command::RestoreOffer);
    assert_eq!(desk.state.session.history.entries().len(), 2, "there is nothing more to restore");
}

#[test]
fn the_cycles_of_an_offer_decide_whether_it_can_be_a_target() {
    let mut desk = Desk::new();
    desk.just(Command::ShowOffer(Id::new(PREMIUM)));
    desk.state.drafts.offer.annual = false;
    desk.just(Command::ConfirmOffer);
    let ledger = desk.state.session.derived.ledger().unwrap();
    assert_eq!(ledger.assessment.target(&Id::new(PREMIUM)).unwrap().verdict, Verdict::NotEligible);
}

#[test]
fn every_problem_of_an_offer_is_found_and_nothing_is_recorded() {
    let problems = |change: fn(&mut upgrade_desk::state::OfferDraft)| {
        let mut desk = Desk::new();
        desk.just(Command::ShowOffer(Id::new(VISIO_1)));
        change(&mut desk.state.drafts.offer);
        desk.just(Command::ConfirmOffer);
        assert_eq!((desk.portfolio(), desk.dialog()), (&typical(), Some(&Dialog::Offers)));
        let problems = desk.state.drafts.offer.parse().unwrap_err();
        problems.into_iter().map(|problem| (problem.field, problem.problem)).collect::<Vec<_>>()
    };
    let text = |typed: &str| Problem::NotANumber { typed: typed.to_owned() };
    assert_eq!(
        problems(|offer| (offer.minimum, offer.maximum) = ("one".to_owned(), String::new())),
        [(Field::Minimum, text("one")), (Field::Maximum, Problem::Empty)]
    );
    assert_eq!(problems(|offer| offer.concurrent_limit = "two".to_owned()), [(Field::ConcurrentLimit, text("two"))]);
    assert_eq!(problems(|offer| offer.minimum = "-1".to_owned()), [(Field::Minimum, Problem::Negative)]);
    assert_eq!(
        problems(|offer| (offer.minimum, offer.maximum) = ("9".to_owned(), "8".to_owned())),
        [(Field::Minimum, Problem::AboveMaximum)]
    );
    assert_eq!(
        problems(|offer| (offer.id, offer.name) = (" ".to_owned(), String::new())),
        [(Field::OfferId, Problem::Empty), (Field::OfferName, Problem::Empty)]
    );
}

#[test]
fn an_offer_that_the_catalog_lacks_is_begun_with_the_name_that_subscriptions_give_it() {
    let mut named = record("s-2", "own-offer");
    named.offer_name = "Office 365 entreprise".into();
    let mut desk = Desk::on(portfolio([customer("c-1", "Contoso", &[record("s-1", FLOW_1), named])]));
    desk.just(Command::ShowOffer(Id::new("OWN-OFFER")));
    assert_eq!(desk.state.drafts.offer.name, "Office 365 entreprise");
}
