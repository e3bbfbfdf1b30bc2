//! Made-up records for tests: strategies for portfolios with hostile words in them, and a few by hand. No assertions.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use upgrade_desk::exchange::incoming::{Note, Supplied};
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{
    Answer, AnsweredError, AnsweredTarget, BillingCycle, Change, Channel, Customer, Customers, Deed, DelegatedAdmin,
    Edit, Entry, Family, Guarded, Happened, HistoryEntry, Id, JudgedCondition, Offer, Partner, Portfolio, RecordState,
    Role, Service, Status, Subscription, Task, TaskId, Upgrade,
};
use upgrade_desk::state::diagnosis::{Diagnosis, FileStep, SystemError, SystemErrorKind};
use upgrade_desk::state::{Command, Effect, FileFact, NotUnderstood, Odd, Place, Position, ReadOutcome, Unfamiliar};
use upgrade_desk::storage::{Fault, FieldPath, LoadError, ParseFault, Wrong};
use uuid::Uuid;

/// Ids of few letters, so that records meet each other, with cases and strangeness.
pub fn id() -> impl Strategy<Value = Id> {
    prop_oneof![
        6 => "[a-dA-D]{1,2}".prop_map(Id::from),
        2 => "[0-9A-F]{8}-[0-9A-F]{4}".prop_map(Id::from),
        1 => hostile().prop_map(Id::from),
    ]
}

/// Text of any kind, with what parsers and screens stumble over.
pub fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        2 => "[\\PC]{0,12}",
        1 => prop::sample::select(vec![
            "", " ", "\u{feff}", "\0", "\r\n", "\u{2028}", "\\", "\"", "\"#", "r#\"", "//", "/* ", "*/", "),", "Some(",
            "四方咖啡", "é\u{301}", "\u{202e}txt", "=1+1", "None", "NaN", "'", "{", "#![enable(implicit_some)]",
        ])
        .prop_map(str::to_owned),
    ]
}

pub fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Active),
        Just(Status::Suspended),
        Just(Status::Deleted),
        Just(Status::Expired),
        Just(Status::Pending),
        Just(Status::Disabled),
        Just(Status::Unset),
        hostile().prop_map(Status::Other),
    ]
}

pub fn billing_cycle() -> impl Strategy<Value = BillingCycle> {
    prop_oneof![
        Just(BillingCycle::Monthly),
        Just(BillingCycle::Annual),
        Just(BillingCycle::OneTime),
        Just(BillingCycle::Triennial),
        Just(BillingCycle::Biennial),
        Just(BillingCycle::Unset),
        hostile().prop_map(BillingCycle::Other),
    ]
}

pub fn channel() -> impl Strategy<Value = Channel> {
    prop_oneof![
        Just(Channel::ThisPartner),
        Just(Channel::Direct),
        Just(Channel::NotKnown),
        hostile().prop_map(Channel::OtherReseller),
    ]
}

pub fn family() -> impl Strategy<Value = Family> {
    prop::sample::select(Family::ALL.to_vec())
}

pub fn delegated_admin() -> impl Strategy<Value = DelegatedAdmin> {
    prop_oneof![
        Just(DelegatedAdmin::All),
        Just(DelegatedAdmin::NotGranted),
        Just(DelegatedAdmin::NotKnown),
        vec(family(), 0..3).prop_map(DelegatedAdmin::Families),
    ]
}

pub fn day() -> impl Strategy<Value = NaiveDate> {
    (1..=9999_i32, 1..=366_u32).prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).unwrap_or_else(|| NaiveDate::from_yo_opt(year, 1).unwrap())
    })
}

pub fn time() -> impl Strategy<Value = DateTime<Utc>> {
    (0..4_000_000_000_i64, prop_oneof![Just(0_u32), 0..1_000_000_000_u32])
        .prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).unwrap())
}

prop_compose! {
    pub fn subscription()(
        (id, offer_id, offer_name, friendly_name) in (id(), option::of(id()), hostile(), hostile()),
        (quantity, assigned) in (prop_oneof![0..500_i64, any::<i64>()], option::of(any::<i64>())),
        (status, billing_cycle, channel) in (status(), billing_cycle(), channel()),
        (created, commitment_end, suspended_on) in (option::of(day()), option::of(day()), option::of(day())),
        (auto_renew, trial) in any::<(Option<bool>, Option<bool>)>(),
        (parent_id, upgraded_to) in (option::weighted(0.2, id()), option::weighted(0.2, id())),
    ) -> Subscription {
        Subscription {
            id, offer_id, offer_name: offer_name.into(), friendly_name, quantity, assigned, status, billing_cycle, channel, created,
            commitment_end, auto_renew, trial, parent_id, suspended_on, upgraded_to,
        }
    }
}

prop_compose! {
    pub fn customer()(
        (id, company_name) in (id(), hostile()),
        (domain, relationship) in (option::of(hostile()), option::of(hostile())),
        delegated_admin in delegated_admin(),
        (tags, notes) in (vec(hostile(), 0..3), hostile()),
        subscriptions in vec(subscription(), 0..5),
    ) -> Customer {
        Customer { id, company_name, domain, relationship, delegated_admin, tags, notes, subscriptions }
    }
}

prop_compose! {
    pub fn offer()(
        (id, name) in (id(), hostile()),
        (minimum, maximum, concurrent_limit) in (any::<i64>(), any::<i64>(), any::<Option<i64>>()),
        cycles in vec(billing_cycle(), 0..3),
        add_on in any::<bool>(),
        bases in vec(id(), 0..3),
        family in family(),
        services in option::of(btree_set(hostile().prop_map(Service::from), 0..3)),
    ) -> Offer {
        Offer { id, name, minimum, maximum, concurrent_limit, cycles, add_on, bases, family, services }
    }
}

prop_compose! {
    pub fn upgrade()(
        (customer, source, target) in (id(), id(), id()),
        (from_offer, to_offer, rules) in (id(), id(), hostile()),
        (provisional, licenses) in any::<(bool, i64)>(),
        at in time(),
        comment in hostile(),
        tasks in vec((prop::sample::select(TaskId::ALL.to_vec()), any::<bool>()), 0..4),
    ) -> Upgrade {
        let tasks = tasks.into_iter().map(|(id, done)| Task { id, done }).collect();
        Upgrade { customer, source, target, provisional, from_offer, to_offer, licenses, at, comment, rules, tasks }
    }
}

prop_compose! {
    pub fn record_state()(
        (subscription, offer) in (id(), option::of(id())),
        quantity in any::<i64>(),
        status in status(),
    ) -> RecordState {
        RecordState { subscription, offer, quantity, status }
    }
}

prop_compose! {
    pub fn history_entry()(
        at in time(),
        what in prop::sample::select(Guarded::ALL.to_vec()),
        customer in id(),
        (old, new) in (vec(record_state(), 0..3), vec(record_state(), 0..3)),
        rules in hostile(),
        outcomes in vec((hostile(), hostile()), 0..3),
    ) -> HistoryEntry {
        let judged = |(condition, outcome)| JudgedCondition { condition, outcome };
        let outcomes = outcomes.into_iter().map(judged).collect();
        HistoryEntry { at, what, customer, old, new, rules, outcomes }
    }
}

prop_compose! {
    pub fn answered_target()(
        (offer, offer_name, upgrade_type) in (id(), hostile(), hostile()),
        (eligible, quantity) in any::<(Option<bool>, Option<i64>)>(),
        errors in vec((any::<Option<i64>>(), hostile(), hostile(), hostile()), 0..3),
    ) -> AnsweredTarget {
        let error = |(code, name, description, details)| AnsweredError { code, name, description, details };
        let errors = errors.into_iter().map(error).collect();
        AnsweredTarget { offer, offer_name, upgrade_type, eligible, quantity, errors }
    }
}

prop_compose! {
    pub fn answer()(
        (customer, subscription) in (id(), id()),
        read in option::of(time()),
        targets in vec(answered_target(), 0..3),
    ) -> Answer {
        Answer { customer, subscription, read, targets }
    }
}

prop_compose! {
    pub fn partner()(
        name in hostile(),
        mpn_id in option::of(hostile()),
        role in prop::sample::select(vec![
            Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent, Role::HelpdeskAgent, Role::NotKnown,
        ]),
        good_standing in any::<Option<bool>>(),
    ) -> Partner {
        Partner { name, mpn_id, role, good_standing }
    }
}

prop_compose! {
    /// A portfolio in which anything can stand: ids twice, links to nothing, hostile words.
    pub fn portfolio()(
        id in any::<u128>(),
        rules in prop_oneof![Just("partner-center".to_owned()), Just("page".to_owned()), hostile()],
        partner in partner(),
        offers in vec(offer().prop_map(Arc::new), 0..3),
        customers in vec(customer(), 0..5),
        upgrades in vec(upgrade().prop_map(Arc::new), 0..3),
        history in vec(history_entry().prop_map(Arc::new), 0..3),
        answers in vec(answer().prop_map(Arc::new), 0..3),
    ) -> Portfolio {
        let id = Uuid::from_u128(id);
        let customers = customers.into_iter().collect();
        Portfolio { id, rules, partner, offers, customers, upgrades, history, answers }
    }
}

pub fn deed() -> impl Strategy<Value = Deed> {
    let about = (id(), id()).prop_flat_map(|(customer, subscription)| {
        prop::sample::select(vec![
            Deed::AddCustomer { customer: customer.clone() },
            Deed::EditCustomer { customer: customer.clone() },
            Deed::DeleteCustomer { customer: customer.clone() },
            Deed::AddSubscription { customer: customer.clone(), subscription: subscription.clone() },
            Deed::EditSubscription { customer: customer.clone(), subscription: subscription.clone() },
            Deed::DeleteSubscription { customer: customer.clone(), subscription: subscription.clone() },
            Deed::ChangeLicenses { customer: customer.clone(), subscription: subscription.clone() },
            Deed::Suspend { customer: customer.clone(), subscription: subscription.clone() },
            Deed::Reactivate { customer: customer.clone(), subscription: subscription.clone() },
            Deed::Cancel { customer: customer.clone(), subscription: subscription.clone() },
            Deed::Upgrade { customer: customer.clone(), subscription: subscription.clone(), to: customer.clone() },
            Deed::EnterSubscriptionId { customer: customer.clone(), subscription: subscription.clone() },
            Deed::TickTask { customer: customer.clone(), subscription },
            Deed::EditTags { customers: 12 },
            Deed::EditDelegatedAdmin { customers: 0 },
            Deed::EditCustomers { customers: 100_000 },
            Deed::EditChannel { subscriptions: 1 },
            Deed::EditPartner,
            Deed::SwitchRules,
            Deed::EditOffer { offer: customer.clone() },
            Deed::RestoreOffer { offer: customer },
        ])
    });
    prop_oneof![16 => about, 1 => vec(hostile(), 0..3).prop_map(|files| Deed::Import { files })]
}

/// A record before and after; now and then of nothing at all, which a line has to bear too.
fn before_and_after<T: Clone + std::fmt::Debug>(
    record: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = (usize, Option<Arc<T>>, Option<Arc<T>>)> {
    (0..9_usize, option::of(record.clone().prop_map(Arc::new)), option::of(record.prop_map(Arc::new)))
}

/// Edits of any kind, of no portfolio in particular.
pub fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        before_and_after(customer().boxed()).prop_map(|(position, old, new)| Edit::Customer { position, old, new }),
        before_and_after(upgrade().boxed()).prop_map(|(position, old, new)| Edit::Upgrade { position, old, new }),
        before_and_after(offer().boxed()).prop_map(|(position, old, new)| Edit::Offer { position, old, new }),
        before_and_after(history_entry().boxed()).prop_map(|(position, old, new)| Edit::History { position, old, new }),
        before_and_after(answer().boxed()).prop_map(|(position, old, new)| Edit::Answer { position, old, new }),
        (partner(), partner()).prop_map(|(old, new)| Edit::Partner { old, new }),
        (hostile(), hostile()).prop_map(|(old, new)| Edit::Rules { old, new }),
    ]
}

prop_compose! {
    /// An entry of the journal, of no portfolio in particular.
    pub fn entry()(
        seq in any::<u64>(),
        (at, done) in (time(), time()),
        happened in prop::sample::select(vec![Happened::Did, Happened::Undid, Happened::Redid]),
        deed in deed(),
        edits in vec(edit(), 0..3),
    ) -> Entry {
        Entry { seq, at, happened, change: Arc::new(Change { at: done, deed, edits }) }
    }
}

/// Applies edits in their order, as a commit does, and insists that each `old` is what is there.
#[track_caller]
pub fn applied(portfolio: &Portfolio, edits: &[Edit]) -> Portfolio {
    let mut portfolio = portfolio.clone();
    let mut customers = portfolio.customers.as_slice().to_vec();
    for edit in edits.iter().cloned() {
        match edit {
            Edit::Customer { position, old, new } => put(&mut customers, position, old, new),
            Edit::Upgrade { position, old, new } => put(&mut portfolio.upgrades, position, old, new),
            Edit::Offer { position, old, new } => put(&mut portfolio.offers, position, old, new),
            Edit::History { position, old, new } => put(&mut portfolio.history, position, old, new),
            Edit::Answer { position, old, new } => put(&mut portfolio.answers, position, old, new),
            Edit::Partner { old, new } => assert_eq!(std::mem::replace(&mut portfolio.partner, new), old),
            Edit::Rules { old, new } => assert_eq!(std::mem::replace(&mut portfolio.rules, new), old),
        }
    }
    portfolio.customers = Customers::new(customers);
    portfolio
}

#[track_caller]
fn put<T: PartialEq + std::fmt::Debug>(
    list: &mut Vec<Arc<T>>,
    position: usize,
    old: Option<Arc<T>>,
    new: Option<Arc<T>>,
) {
    match (old, new) {
        (None, Some(new)) => {
            assert!(position <= list.len(), "an insertion past the end");
            list.insert(position, new);
        }
        (Some(old), Some(new)) => assert_eq!(std::mem::replace(&mut list[position], new), old),
        (Some(old), None) => assert_eq!(list.remove(position), old),
        (None, None) => panic!("an edit of nothing"),
    }
}

/// What a file of a whole portfolio brings; each finding is a line about it.
pub fn incoming(portfolio: Portfolio, notes: &[&str]) -> Incoming {
    let mut incoming = Incoming::nothing(Recognized::only("ron"), portfolio, Supplied::All);
    let note = |what: &&str| Note::NotTaken { what: (*what).to_owned(), times: 1 };
    incoming.notes = notes.iter().map(note).collect();
    incoming
}

/// The answer to the wish to read a file.
#[track_caller]
pub fn answer_to(effect: &Effect, incoming: Incoming) -> Command {
    let Effect::Read { serial, file, choices, planning, .. } = effect else { panic!("no wish to read: {effect:?}") };
    let outcome = ReadOutcome::Done {
        planned: planning.as_ref().map(|planning| Box::new(planning.as_ref().clone().plan(&incoming, None))),
        without_privileges: Arc::new(incoming.without_privileges()),
        incoming: Arc::new(incoming),
        base: None,
        choices: choices.clone(),
    };
    Command::Read { serial: *serial, file: *file, outcome }
}

/// The path of the file that is wished to be read.
#[track_caller]
pub fn path_of(effect: Option<&Effect>) -> &Path {
    let Some(Effect::Read { path, .. }) = effect else { panic!("no wish to read: {effect:?}") };
    path
}

/// A subscription that is its own parent, in a line of the file.
pub fn odd_record(line: usize) -> Odd {
    let path = FieldPath::default().field("customers").index(0).field("subscriptions").index(1).field("id");
    Odd::InFile { fact: FileFact::OwnParent, place: Place { path, position: Position { line, column: 5 } } }
}

/// A field that this version does not know.
pub fn unknown_field() -> NotUnderstood {
    let path = FieldPath::default().field("customers").index(0).field("color");
    NotUnderstood { place: Place { path, position: Position { line: 12, column: 5 } }, what: Unfamiliar::Field }
}

/// What the system says in words of its own.
pub fn said(said: &str) -> Diagnosis {
    Diagnosis::System(SystemError { kind: SystemErrorKind::Other, said: said.to_owned() })
}

/// A step with a file that the system does not allow.
pub fn not_allowed(step: FileStep, path: &str) -> Diagnosis {
    let error = SystemError::new(std::io::ErrorKind::PermissionDenied, "Permission denied (os error 13)");
    Diagnosis::File { step, error, path: path.into() }
}

pub fn not_written(path: &str) -> Diagnosis {
    not_allowed(FileStep::Write, path)
}

/// A damaged file with a fault of each of the kinds that people meet.
pub fn damage() -> Diagnosis {
    let place = |line, column, path| Place { path, position: Position { line, column } };
    let of = |customer, subscription| {
        FieldPath::default().field("customers").index(customer).field("subscriptions").index(subscription)
    };
    let missing = ParseFault::MissingField { field: "quantity".to_owned(), of: Some("Subscription".to_owned()) };
    Diagnosis::Load(LoadError::Faults(vec![
        Fault { wrong: Wrong::Parse(ParseFault::Expected(&[")"])), place: place(8_211, 3, FieldPath::default()) },
        Fault { wrong: Wrong::Parse(missing), place: place(90, 5, of(2, 0)) },
        Fault {
            wrong: Wrong::Day { text: "2026-02-31".to_owned() },
            place: place(120, 14, of(12, 3).field("created")),
        },
    ]))
}
