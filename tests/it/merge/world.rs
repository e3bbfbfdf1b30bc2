//! Small portfolios whose records meet each other often, and imports of them. No assertions.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use upgrade_desk::exchange::incoming::{Likely, Lists, Proposal, Supplied};
use upgrade_desk::exchange::merge::{
    Accepted, Base, Field, Import, Into, MergePlan, Privileges, RowKey, Selection, Standing, Take,
};
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Family, Id, Offer, Portfolio, Role, Status, Subscription, Task,
    TaskId, Upgrade,
};
use uuid::Uuid;

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(texts.to_vec()).prop_map(str::to_owned)
}

fn id(texts: &'static [&'static str]) -> impl Strategy<Value = Id> {
    select(texts.to_vec()).prop_map(Id::new)
}

const CUSTOMERS: &[&str] = &["c1", "C1", "c2", "c3"];
const SUBSCRIPTIONS: &[&str] = &["s1", "s2", "S2", "s3", "s4", "s5", "s6"];
const OFFERS: &[&str] = &["o1", "o2"];

prop_compose! {
    fn subscription()(
        (id, offer_id) in (id(SUBSCRIPTIONS), option::weighted(0.8, id(OFFERS))),
        (quantity, friendly_name) in (0..3_i64, one_of(&["", "desk", "till"])),
        status in select(vec![Status::Active, Status::Suspended, Status::Deleted, Status::Unset]),
        billing_cycle in select(vec![BillingCycle::Monthly, BillingCycle::Unset]),
        channel in select(vec![Channel::ThisPartner, Channel::NotKnown, Channel::Direct]),
        (created, suspended_on) in (option::of(1..4_u32), option::of(1..3_u32)),
        parent_id in option::weighted(0.1, id(SUBSCRIPTIONS)),
        upgraded_to in option::weighted(0.1, id(SUBSCRIPTIONS)),
    ) -> Subscription {
        let day = |day: u32| format!("2018-05-0{day}").parse().unwrap();
        Subscription {
            offer_id, friendly_name, status, billing_cycle, channel, parent_id, upgraded_to,
            created: created.map(day),
            suspended_on: suspended_on.map(day),
            ..Subscription::new(id, quantity)
        }
    }
}

prop_compose! {
    fn customer()(
        (id, company_name) in (id(CUSTOMERS), one_of(&["", "Contoso", "Wingtip Toys"])),
        (domain, notes) in (option::of(one_of(&["a.cn", "b.cn"])), one_of(&["", "first", "second"])),
        delegated_admin in select(vec![DelegatedAdmin::All, DelegatedAdmin::NotGranted, DelegatedAdmin::NotKnown]),
        tags in vec(one_of(&["x", "y"]), 0..2),
        subscriptions in vec(subscription(), 0..4),
    ) -> Customer {
        Customer { domain, notes, delegated_admin, tags, subscriptions, ..Customer::new(id, company_name) }
    }
}

prop_compose! {
    fn upgrade()(
        (customer, source, target, to_offer) in (id(CUSTOMERS), id(SUBSCRIPTIONS), id(SUBSCRIPTIONS), id(OFFERS)),
        (provisional, day, licenses, done) in (any::<bool>(), 1..4_u32, 0..2_i64, any::<bool>()),
    ) -> Upgrade {
        // A subscription never takes its own place, over however many upgrades: they all lead the same way.
        let (source, target) = match source.cmp(&target) {
            Ordering::Less => (source, target),
            Ordering::Equal => (source, Id::new("s9")),
            Ordering::Greater => (target, source),
        };
        Upgrade {
            customer, source, target, to_offer, provisional, licenses,
            from_offer: "o0".into(),
            at: format!("2018-05-0{day}T12:00:00Z").parse().unwrap(),
            comment: String::new(),
            rules: "page".to_owned(),
            tasks: vec![Task { id: TaskId::EnterSubscriptionId, done }],
        }
    }
}

prop_compose! {
    fn offer()(id in id(OFFERS), minimum in 1..3_i64, concurrent_limit in option::of(1..3_i64)) -> Offer {
        Offer {
            id, minimum, concurrent_limit,
            name: String::new(),
            maximum: 300,
            cycles: Vec::new(),
            add_on: false,
            bases: Vec::new(),
            family: Family::Office365,
            services: None,
        }
    }
}

prop_compose! {
    pub fn portfolio()(
        rules in one_of(&["page", "partner-center"]),
        offers in vec(offer().prop_map(Arc::new), 0..3),
        customers in vec(customer(), 0..4),
        upgrades in vec(upgrade().prop_map(Arc::new), 0..4),
    ) -> Portfolio {
        let customers = customers.into_iter().collect();
        Portfolio { rules, offers, customers, upgrades, ..Portfolio::new(Uuid::from_u128(1)) }
    }
}

/// A portfolio as good files are: each id once. What was recorded of provisional upgrades is there.
pub fn orderly() -> impl Strategy<Value = Portfolio> {
    portfolio().prop_map(|mut portfolio| {
        let (mut customers, mut records) = (BTreeSet::new(), BTreeSet::new());
        let all: Vec<Customer> = portfolio.customers.iter().map(|customer| Customer::clone(customer)).collect();
        let all = all.into_iter().filter(|customer| customers.insert(customer.id.clone()));
        portfolio.customers = all
            .map(|mut customer| {
                customer.subscriptions.retain(|record| records.insert(record.id.clone()));
                customer
            })
            .collect();
        portfolio
    })
}

const FIELDS: [Field; 17] = [
    Field::CompanyName,
    Field::Domain,
    Field::DelegatedAdmin,
    Field::Tags,
    Field::Notes,
    Field::OfferId,
    Field::FriendlyName,
    Field::Quantity,
    Field::Status,
    Field::BillingCycle,
    Field::Channel,
    Field::Created,
    Field::ParentId,
    Field::SuspendedOn,
    Field::UpgradedTo,
    Field::Minimum,
    Field::ConcurrentLimit,
];

pub fn supplied() -> impl Strategy<Value = Supplied> {
    prop_oneof![Just(Supplied::All), btree_set(select(FIELDS.to_vec()), 0..FIELDS.len()).prop_map(Supplied::These),]
}

fn proposals() -> impl Strategy<Value = Vec<Proposal>> {
    let likely = select(vec![Likely::Active, Likely::Monthly, Likely::OwnSale]);
    let one = (likely, btree_set(id(SUBSCRIPTIONS), 0..4));
    vec(one.prop_map(|(likely, subscriptions)| Proposal { likely, subscriptions }), 0..3)
}

prop_compose! {
    pub fn incoming()(
        (portfolio, unplaced) in (portfolio(), vec(subscription(), 0..3)),
        (supplied, proposals) in (supplied(), proposals()),
        (customers, subscriptions) in any::<(bool, bool)>(),
    ) -> Incoming {
        let lists = Lists { customers, subscriptions };
        Incoming { unplaced, lists, proposals, ..Incoming::nothing(Recognized::only("test"), portfolio, supplied) }
    }
}

pub fn accepted() -> impl Strategy<Value = Accepted> {
    let privileges = prop_oneof![
        Just(Privileges::NotSaid),
        Just(Privileges::All),
        btree_set(id(CUSTOMERS), 0..3).prop_map(Privileges::These),
    ];
    let likely = btree_set(select(vec![Likely::Active, Likely::Monthly, Likely::OwnSale]), 0..3);
    let role = select(vec![None, Some(Role::AdminAgent), Some(Role::HelpdeskAgent)]);
    (likely, privileges, role, any::<Option<bool>>()).prop_map(|(likely, privileges, role, good_standing)| Accepted {
        likely,
        privileges,
        role,
        good_standing,
    })
}

/// Takes for some rows, the plan's or none's.
pub fn selection() -> impl Strategy<Value = Selection> {
    let key = prop_oneof![
        Just(RowKey::Rules),
        Just(RowKey::Partner),
        (0..3_usize).prop_map(RowKey::Offer),
        (0..4_usize).prop_map(RowKey::Customer),
        (0..4_usize, 0..4_usize).prop_map(|(at, of)| RowKey::Subscription(at, of)),
        (0..4_usize).prop_map(RowKey::Upgrade),
    ];
    let take = select(vec![Take::Nothing, Take::Theirs, Take::OnItsOwn]);
    btree_map(key, take, 0..8).prop_map(|rows| Selection { rows })
}

/// An import with all that it can depend on.
#[derive(Clone, Debug)]
pub struct Case {
    pub current: Portfolio,
    pub incoming: Incoming,
    pub base: Option<Base>,
    pub into: Into,
    pub accepted: Accepted,
    pub selection: Selection,
}

prop_compose! {
    fn any_case()(
        (current, incoming) in (prop_oneof![portfolio(), orderly()], incoming()),
        (base, base_supplied) in (option::of(portfolio()), supplied()),
        into in select(vec![Into::Existing, Into::Existing, Into::New]),
        (accepted, selection) in (accepted(), selection()),
    ) -> Case {
        let base = base.map(|portfolio| Base { portfolio, supplied: base_supplied });
        Case { current, incoming, base, into, accepted, selection }
    }
}

/// A case in which no id is both one that was made up here and one that Partner Center gave: both are random, and never meet.
pub fn case() -> impl Strategy<Value = Case> {
    any_case().prop_filter("made-up and real ids never meet", |case| {
        let all =
            [&case.current, &case.incoming.portfolio].into_iter().chain(case.base.iter().map(|base| &base.portfolio));
        let all: Vec<&Upgrade> = all.flat_map(|portfolio| &portfolio.upgrades).map(|upgrade| &**upgrade).collect();
        let (made_up, real): (Vec<&Upgrade>, Vec<&Upgrade>) = all.into_iter().partition(|upgrade| upgrade.provisional);
        !made_up.iter().any(|made_up| real.iter().any(|real| real.target == made_up.target))
    })
}

impl Case {
    pub fn plan(&self) -> MergePlan {
        self.plan_for(&self.current, self.base.as_ref())
    }

    pub fn plan_for(&self, current: &Portfolio, base: Option<&Base>) -> MergePlan {
        Import { current, incoming: &self.incoming, base, into: self.into, accepted: &self.accepted }.plan()
    }
}

/// Every row of a plan, with how it stands.
pub fn rows(plan: &MergePlan) -> Vec<(RowKey, &Standing)> {
    let mut rows = Vec::new();
    for (at, customer) in plan.customers.iter().enumerate() {
        rows.push((RowKey::Customer(at), &customer.standing));
        let records = customer.subscriptions.iter().enumerate();
        rows.extend(records.map(|(of, record)| (RowKey::Subscription(at, of), &record.standing)));
    }
    rows.extend(plan.offers.iter().enumerate().map(|(at, row)| (RowKey::Offer(at), &row.standing)));
    rows.extend(plan.upgrades.iter().enumerate().map(|(at, row)| (RowKey::Upgrade(at), &row.standing)));
    rows
}

/// Everything left out.
pub fn nothing_of(plan: &MergePlan) -> Selection {
    let keys = rows(plan).into_iter().map(|(key, _)| key).chain([RowKey::Rules, RowKey::Partner]);
    Selection { rows: keys.map(|key| (key, Take::Nothing)).collect() }
}
