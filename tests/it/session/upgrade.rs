//! The upgrade: what the dialog begins with, what Submit records, and that the rules are asked again.

use upgrade_desk::model::{BillingCycle, Channel, Deed, DelegatedAdmin, Id, Portfolio, Role, Status, TaskId, Upgrade};
use upgrade_desk::rules::{ConditionId, PlanRefusal, QuantityRefusal};
use upgrade_desk::state::{Command, Dialog, Field, Notice};

use super::desk::{Desk, contoso_holds_e3, stamp, typical};
use crate::case::{BUSINESS, E1, E3, ESSENTIALS, PREMIUM, PRO_PLUS, record};

fn refusal(desk: &Desk) -> Option<&PlanRefusal> {
    desk.state.drafts.upgrade.refusal.as_ref()
}

/// The condition that is given as the reason against the upgrade.
fn refused_by(desk: &Desk) -> Option<ConditionId> {
    match refusal(desk)? {
        PlanRefusal::Conditions(judged) => judged.first_reason().map(|finding| finding.condition),
        _ => None,
    }
}

#[test]
fn the_dialog_begins_with_the_first_possible_target_and_the_licenses_of_today() {
    let mut desk = Desk::new();
    desk.just(Command::AskUpgrade { target: None });
    let draft = &desk.state.drafts.upgrade;
    assert_eq!((draft.target.as_ref().unwrap().as_str(), draft.licenses.as_str()), (PREMIUM, "10"));
    assert_eq!(desk.dialog(), Some(&Dialog::Upgrade));
    desk.just(Command::AskUpgrade { target: Some(Id::new(E3)) });
    assert_eq!(desk.state.drafts.upgrade.target, Some(Id::new(E3)));
}

#[test]
fn the_first_target_that_is_possible_is_chosen_before_one_that_is_not() {
    let mut portfolio = typical();
    let mut contoso = (**portfolio.customers.at(0).unwrap()).clone();
    contoso.subscriptions[0] = record("s-1", ESSENTIALS);
    // Holding another Premium blocks it as a target, but not E1, which adds no service.
    contoso.subscriptions[1] = record("s-2", PREMIUM);
    portfolio.customers.replace(0, contoso.into());
    let mut desk = Desk::on(portfolio);
    desk.just(Command::AskUpgrade { target: None });
    assert_eq!(desk.state.drafts.upgrade.target, Some(Id::new(E1)));
}

#[test]
fn where_no_target_is_possible_the_first_is_shown_and_submit_refuses() {
    let mut desk = Desk::new();
    desk.select("c-3", "s-5");
    desk.just(Command::AskUpgrade { target: None });
    assert_eq!(desk.state.drafts.upgrade.target, Some(Id::new(PREMIUM)));
    desk.just(Command::ConfirmUpgrade);
    assert_eq!(refused_by(&desk), Some(ConditionId::DelegatedAdmin));
    assert_eq!((desk.portfolio(), desk.dialog()), (&typical(), Some(&Dialog::Upgrade)));
}

/// The typical portfolio with Contoso's subscription full of details.
fn detailed() -> Portfolio {
    let mut portfolio = typical();
    let mut contoso = (**portfolio.customers.at(0).unwrap()).clone();
    let source = &mut contoso.subscriptions[0];
    source.friendly_name = "Head office".to_owned();
    source.billing_cycle = BillingCycle::Monthly;
    source.auto_renew = Some(false);
    source.assigned = Some(4);
    source.created = Some("2020-01-01".parse().unwrap());
    source.commitment_end = Some("2027-01-01".parse().unwrap());
    portfolio.customers.replace(0, contoso.into());
    portfolio
}

#[test]
fn submit_records_the_new_subscription_closes_the_old_one_and_lists_the_tasks() {
    let mut desk = Desk::on(detailed());
    let before = desk.portfolio().clone();
    desk.just(Command::AskUpgrade { target: Some(Id::new(PRO_PLUS)) });
    desk.state.drafts.upgrade.licenses = "12".to_owned();
    desk.state.drafts.upgrade.comment = " as agreed ".to_owned();
    desk.just(Command::ConfirmUpgrade);

    let made_up = stamp(desk.sent()).id.to_string();
    let mut source = before.customers.at(0).unwrap().subscriptions[0].clone();
    let mut new = record(&made_up, PRO_PLUS);
    new.quantity = 12;
    new.offer_name = desk.state.session.offers.find(&Id::new(PRO_PLUS)).unwrap().name.as_str().into();
    new.friendly_name = "Head office".to_owned();
    new.billing_cycle = BillingCycle::Monthly;
    new.channel = Channel::ThisPartner;
    new.auto_renew = Some(false);
    new.created = Some("2026-11-22".parse().unwrap());
    source.status = Status::Deleted;
    source.upgraded_to = Some(Id::new(&made_up));
    let visio = before.customers.at(0).unwrap().subscriptions[1].clone();
    assert_eq!(desk.customer("c-1").subscriptions, [source, new, visio]);

    let upgrade = Upgrade::clone(&desk.portfolio().upgrades[0]);
    let Upgrade { customer, source, target, provisional, from_offer, to_offer, licenses, at, comment, rules, tasks } =
        upgrade;
    assert_eq!((customer.as_str(), source.as_str(), target.as_str()), ("c-1", "s-1", made_up.as_str()));
    assert_eq!((from_offer.as_str(), to_offer.as_str(), licenses), (BUSINESS, PRO_PLUS, 12));
    assert_eq!((provisional, comment.as_str(), rules.as_str()), (true, "as agreed", "partner-center"));
    assert_eq!(at, stamp(desk.sent()).at);
    assert_eq!(tasks.iter().map(|task| (task.id, task.done)).collect::<Vec<_>>(), TaskId::ALL.map(|id| (id, false)));

    let recorded = Dialog::UpgradeRecorded { customer: Id::new("c-1"), target: Id::new(&made_up) };
    assert_eq!((desk.dialog(), desk.selected()), (Some(&recorded), ("c-1", made_up.as_str())));
    let deed = Deed::Upgrade { customer: Id::new("c-1"), subscription: Id::new("s-1"), to: Id::new(PRO_PLUS) };
    assert_eq!(desk.state.session.history.next_undo().unwrap().deed, deed);
    desk.just(Command::Undo);
    assert_eq!(*desk.portfolio(), before);
    assert_eq!(desk.selected(), ("c-1", "s-1"));
}

#[test]
fn the_rules_are_asked_again_at_submit_and_a_refusal_changes_nothing() {
    type Spoil = fn(&mut Desk);
    let cases: [(Spoil, ConditionId); 5] = [
        (
            |desk| {
                desk.form().status = Status::Suspended;
                desk.just(Command::CommitForm);
            },
            ConditionId::Active,
        ),
        (
            |desk| {
                let mut contoso = (**desk.state.customer().unwrap()).clone();
                contoso.delegated_admin = DelegatedAdmin::NotKnown;
                desk.state.portfolio.customers.replace(0, contoso.into());
                desk.state.portfolio.partner.name.push('!');
            },
            ConditionId::DelegatedAdmin,
        ),
        (|desk| desk.state.portfolio.customers = contoso_holds_e3().customers, ConditionId::NoConflictingServices),
        (|desk| desk.state.portfolio.partner.role = Role::HelpdeskAgent, ConditionId::Role),
        (|desk| desk.state.portfolio.partner.good_standing = None, ConditionId::PartnerInGoodStanding),
    ];
    for (spoil, reason) in cases {
        let mut desk = Desk::new();
        desk.just(Command::AskUpgrade { target: Some(Id::new(E3)) });
        spoil(&mut desk);
        let (before, mark) = (desk.portfolio().clone(), desk.state.session.history.mark());
        // The spoilt state was not made by a command, so that what is derived is old here, as an enabled button would be.
        upgrade_desk::state::dispatch(&mut desk.state, Command::ConfirmUpgrade, &stamp(99));
        assert_eq!(refused_by(&desk), Some(reason));
        assert_eq!((desk.portfolio(), desk.state.session.history.mark()), (&before, mark));
        assert_eq!(desk.dialog(), Some(&Dialog::Upgrade), "the dialog stays, with the reason");
    }
}

#[test]
fn a_target_that_is_none_of_the_offers_is_refused() {
    let mut desk = Desk::new();
    desk.upgrade(E1, "10");
    assert_eq!(refused_by(&desk), Some(ConditionId::UpgradePath));
    assert_eq!(*desk.portfolio(), typical());
}

#[test]
fn licenses_outside_the_limits_or_below_those_assigned_are_refused() {
    for (typed, expected) in [
        ("0", QuantityRefusal::BelowMinimum { asked: 0, minimum: 1 }),
        ("-5", QuantityRefusal::BelowMinimum { asked: -5, minimum: 1 }),
        ("301", QuantityRefusal::AboveMaximum { asked: 301, maximum: 300 }),
        ("3", QuantityRefusal::BelowAssigned { asked: 3, assigned: 4 }),
    ] {
        let mut desk = Desk::on(detailed());
        desk.upgrade(PREMIUM, typed);
        assert_eq!(refusal(&desk), Some(&PlanRefusal::Quantity(expected)), "{typed}");
        assert_eq!(*desk.portfolio(), detailed(), "{typed}");
        // A number that is allowed goes through from the same dialog.
        desk.state.drafts.upgrade.licenses = "4".to_owned();
        desk.just(Command::ConfirmUpgrade);
        assert_eq!(desk.portfolio().upgrades[0].licenses, 4, "{typed}");
    }
}

#[test]
fn licenses_that_are_no_number_are_a_problem_of_the_field() {
    let mut desk = Desk::new();
    desk.upgrade(PREMIUM, "ten");
    assert_eq!(desk.state.drafts.upgrade.parse().unwrap_err().field, Field::Licenses);
    assert_eq!((desk.portfolio(), desk.dialog()), (&typical(), Some(&Dialog::Upgrade)));
}

#[test]
fn what_was_upgraded_cannot_be_upgraded_again_but_what_it_became_can() {
    let mut desk = Desk::new();
    desk.upgrade(PREMIUM, "10");
    let target = desk.selected().1.to_owned();
    desk.select("c-1", "s-1");
    desk.upgrade(E3, "10");
    assert_eq!(refused_by(&desk), Some(ConditionId::Active));
    desk.select("c-1", &target);
    desk.upgrade(E3, "10");
    assert_eq!(desk.portfolio().upgrades.len(), 2);
}

#[test]
fn an_upgrade_to_an_offer_of_which_too_many_are_held_is_not_possible_by_the_page_either() {
    let mut desk = Desk::on(contoso_holds_e3());
    desk.just(Command::SwitchRules("page"));
    desk.upgrade(E3, "10");
    assert_eq!(refused_by(&desk), Some(ConditionId::NoConflictingServices));
    assert_eq!(desk.notice(), None::<&Notice>, "the reason is said in the dialog, not twice");
}
