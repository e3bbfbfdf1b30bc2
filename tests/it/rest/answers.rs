//! Partner Center's own answers: kept beside the records, the newest of each, and compared with ours.

use std::sync::Arc;

use chrono::Duration;
use upgrade_desk::exchange::Incoming;
use upgrade_desk::exchange::incoming::Supplied;
use upgrade_desk::exchange::merge::{Accepted, Import, Into, Reason, RowKey, Selection, Standing, Take};
use upgrade_desk::exchange::source::Recognized;
use upgrade_desk::model::{Answer, AnsweredError, AnsweredTarget, Customer, Id, Portfolio, Status, Subscription};
use upgrade_desk::rules::answers::{Agreement, TheirReason, compare, meaning};
use upgrade_desk::rules::{ConditionId, PARTNER_CENTER, Setting, assess};
use upgrade_desk::storage::{FileFact, builtin_catalog, decode, decode_json, encode, encode_json, salvage};
use uuid::Uuid;

use super::now;
use crate::case::{BUSINESS, E1, E3, PREMIUM, PRO_PLUS};
use crate::given::applied;

fn error(code: i64) -> AnsweredError {
    let nothing = String::new();
    AnsweredError { code: Some(code), name: nothing.clone(), description: nothing.clone(), details: nothing }
}

fn target(offer: &str, eligible: Option<bool>, codes: &[i64]) -> AnsweredTarget {
    AnsweredTarget {
        offer: offer.into(),
        offer_name: String::new(),
        upgrade_type: "upgrade_only".to_owned(),
        eligible,
        quantity: Some(5),
        errors: codes.iter().map(|code| error(*code)).collect(),
    }
}

fn answer(customer: &str, targets: Vec<AnsweredTarget>) -> Answer {
    Answer { customer: customer.into(), subscription: "s-1".into(), read: Some(now()), targets }
}

/// A portfolio of one customer with one subscription of Office 365 Business.
fn portfolio() -> Portfolio {
    let mut customer = Customer::new("c-1".into(), "Contoso".to_owned());
    let mut subscription = Subscription::new("s-1".into(), 5);
    subscription.offer_id = Some(BUSINESS.into());
    subscription.status = Status::Active;
    customer.subscriptions = vec![subscription];
    Portfolio { customers: [customer].into_iter().collect(), ..Portfolio::new(Uuid::nil()) }
}

fn bringing(placed: Vec<Answer>, unplaced: Vec<Answer>) -> Incoming {
    let mut portfolio = Portfolio::new(Uuid::nil());
    portfolio.answers = placed.into_iter().map(Arc::new).collect();
    let supplied = Supplied::These([].into());
    Incoming { unplaced_answers: unplaced, ..Incoming::nothing(Recognized::only("rest"), portfolio, supplied) }
}

fn imported(current: &Portfolio, incoming: &Incoming, selection: &Selection) -> (Portfolio, Vec<Standing>) {
    let accepted = Accepted::default();
    let import = Import { current, incoming, base: None, into: Into::Existing, accepted: &accepted };
    let plan = import.plan();
    let standings = plan.answers.iter().map(|answer| answer.standing.clone()).collect();
    (applied(current, &plan.edits(selection)), standings)
}

#[test]
fn an_answer_is_placed_by_whose_the_subscription_is() {
    let all = Selection::default();
    let unplaced = bringing(Vec::new(), vec![answer("", vec![target(E3, Some(true), &[])])]);
    let (after, standings) = imported(&portfolio(), &unplaced, &all);
    assert_eq!(standings, [Standing::New]);
    assert_eq!(after.answer(&"C-1".into(), &"S-1".into()).unwrap().targets.len(), 1);
    let (after, standings) = imported(&Portfolio::new(Uuid::nil()), &unplaced, &all);
    assert_eq!((after.answers.len(), standings), (0, vec![Standing::LeftOut(Reason::NoCustomer)]));
}

#[test]
fn a_newer_answer_replaces_an_older_one_and_never_the_other_way_round() {
    let all = Selection::default();
    let at = |days, eligible| Answer {
        read: Some(now() + Duration::days(days)),
        ..answer("c-1", vec![target(E3, Some(eligible), &[])])
    };
    let (first, _) = imported(&portfolio(), &bringing(vec![at(0, false)], Vec::new()), &all);
    let (newer, standings) = imported(&first, &bringing(vec![at(1, true)], Vec::new()), &all);
    assert!(matches!(&standings[..], [Standing::Changed(_)]));
    assert_eq!((newer.answers.len(), newer.answers[0].targets[0].eligible), (1, Some(true)));
    let (same, standings) = imported(&newer, &bringing(vec![at(0, false)], Vec::new()), &all);
    assert_eq!((&same, &standings[..]), (&newer, &[Standing::Unchanged][..]));
    let twice = bringing(vec![at(2, false), at(3, true)], Vec::new());
    let (_, standings) = imported(&newer, &twice, &all);
    assert_eq!(standings[1], Standing::LeftOut(Reason::Duplicate));
    let nothing = Selection { rows: [(RowKey::Answer(0), Take::Nothing)].into() };
    assert_eq!(imported(&first, &bringing(vec![at(1, true)], Vec::new()), &nothing).0, first);
}

#[test]
fn answers_are_kept_in_the_file_and_left_out_where_there_are_none() {
    assert!(!encode(&portfolio()).unwrap().contains("answers"));
    let mut portfolio = portfolio();
    portfolio.answers = vec![Arc::new(answer("c-1", vec![target(E3, None, &[2, 11])]))];
    let text = encode(&portfolio).unwrap();
    let loaded = decode(text.as_bytes()).unwrap();
    assert_eq!((&loaded.portfolio, loaded.is_read_only(), loaded.findings.len()), (&portfolio, false, 0));
    assert_eq!(decode_json(encode_json(&portfolio).unwrap().as_bytes()).unwrap().portfolio, portfolio);
    let broken = text.replace("company_name: \"Contoso\"", "company_name: Contoso");
    assert!(salvage(broken.as_bytes()).is_none(), "there was one customer alone");
    portfolio.answers.push(Arc::new(answer("c-1", Vec::new())));
    portfolio.answers.push(Arc::new(answer("c-2", Vec::new())));
    let facts: Vec<FileFact> =
        decode(encode(&portfolio).unwrap().as_bytes()).unwrap().findings.into_iter().map(|found| found.fact).collect();
    assert_eq!(
        facts,
        [
            FileFact::SecondAnswer { subscription: "s-1".into() },
            FileFact::AnswerOfNoSubscription { customer: "c-2".into(), subscription: "s-1".into() },
        ]
    );
}

#[test]
fn each_documented_code_is_one_of_our_conditions_or_says_nothing_offline() {
    use TheirReason::{Condition, NotDocumented, OnlineOnly};
    let expected = [
        OnlineOnly,
        Condition(ConditionId::DelegatedAdmin),
        Condition(ConditionId::Active),
        Condition(ConditionId::NoConflictingServices),
        Condition(ConditionId::TargetNotHeld),
        OnlineOnly,
        Condition(ConditionId::NoAddOns),
        Condition(ConditionId::UpgradePath),
        Condition(ConditionId::UpgradePath),
        Condition(ConditionId::Provisioned),
        Condition(ConditionId::BillingCycle),
        OnlineOnly,
        NotDocumented,
    ];
    let found: Vec<TheirReason> = (0..13).map(|code| meaning(&error(code))).collect();
    assert_eq!(found, expected);
    assert_eq!(meaning(&AnsweredError { code: None, ..error(1) }), NotDocumented);
}

/// How our verdict on the subscription of a portfolio and an answer stand to each other, for each target.
fn compared(portfolio: &Portfolio, targets: Vec<AnsweredTarget>) -> Vec<(Id, Agreement)> {
    let offers = upgrade_desk::model::Offers::new(builtin_catalog().unwrap(), &portfolio.offers);
    let setting = Setting { rules: &PARTNER_CENTER, offers: &offers, partner: &portfolio.partner };
    let customer = portfolio.customers.at(0).unwrap();
    let assessment = assess(setting, customer, &customer.subscriptions[0]);
    let answer = answer("c-1", targets);
    compare(&assessment, &answer).into_iter().map(|one| (one.offer.clone(), one.agreement)).collect()
}

/// One that may be upgraded to everything.
fn eligible() -> Portfolio {
    use upgrade_desk::model::{BillingCycle, Channel, DelegatedAdmin, Role};
    let mut portfolio = portfolio();
    portfolio.partner.role = Role::AdminAgent;
    portfolio.partner.good_standing = Some(true);
    let mut customer = Customer::clone(portfolio.customers.at(0).unwrap());
    customer.delegated_admin = DelegatedAdmin::All;
    customer.subscriptions[0].channel = Channel::ThisPartner;
    customer.subscriptions[0].billing_cycle = BillingCycle::Annual;
    portfolio.customers = [customer].into_iter().collect();
    portfolio
}

fn with_status(status: Status) -> Portfolio {
    let mut portfolio = eligible();
    let mut customer = Customer::clone(portfolio.customers.at(0).unwrap());
    customer.subscriptions[0].status = status;
    portfolio.customers = [customer].into_iter().collect();
    portfolio
}

#[test]
fn two_that_say_yes_agree_and_a_target_of_one_side_is_named() {
    let all = vec![target(PREMIUM, Some(true), &[]), target(PRO_PLUS, Some(true), &[]), target(E3, Some(true), &[])];
    let agreements: Vec<Agreement> = compared(&eligible(), all).into_iter().map(|(_, agreement)| agreement).collect();
    assert_eq!(agreements, [Agreement::Same, Agreement::Same, Agreement::Same]);
    let one_sided = compared(&eligible(), vec![target(E1, Some(true), &[]), target(E3, None, &[])]);
    let expected = [
        (PREMIUM.into(), Agreement::OnlyOurs),
        (PRO_PLUS.into(), Agreement::OnlyOurs),
        (E3.into(), Agreement::TheirsNotSaid),
        (E1.into(), Agreement::OnlyTheirs),
    ];
    assert_eq!(one_sided, expected);
}

#[test]
fn a_no_agrees_where_one_reason_is_the_same() {
    let of = |portfolio: &Portfolio, eligible, codes: &[i64]| {
        compared(portfolio, vec![target(E3, eligible, codes)])
            .into_iter()
            .find(|(offer, _)| *offer == E3.into())
            .unwrap()
            .1
    };
    let suspended = with_status(Status::Suspended);
    assert_eq!(of(&suspended, Some(false), &[2]), Agreement::Same);
    assert_eq!(of(&suspended, Some(false), &[4, 2]), Agreement::Same);
    assert_eq!(of(&suspended, None, &[2]), Agreement::Same);
    assert_eq!(of(&suspended, Some(false), &[]), Agreement::Same);
    assert_eq!(of(&suspended, Some(false), &[4]), Agreement::OtherReasons);
    assert_eq!(of(&suspended, Some(false), &[11]), Agreement::OtherReasons);
    assert_eq!(of(&suspended, Some(true), &[]), Agreement::Contrary);
    assert_eq!(of(&eligible(), Some(false), &[2]), Agreement::Contrary);
    assert_eq!(of(&with_status(Status::Unset), Some(false), &[2]), Agreement::OursNotKnown);
}
