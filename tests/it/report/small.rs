//! A small portfolio with one of each thing that a report speaks of, and its reports as texts. No assertions.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use upgrade_desk::model::{
    Channel, Customer, DelegatedAdmin, Entry, Happened, Id, Offers, Portfolio, Status, Subscription,
};
use upgrade_desk::report::{self, Basis, Pack, PortfolioHashes};
use upgrade_desk::rules::{Setting, Stamp, Wish, plan};
use upgrade_desk::shell::reports::{Order, write};
use upgrade_desk::state::{AppState, ReportOf, carry_out, upgrade_change};
use upgrade_desk::text::{Language, Words};
use uuid::Uuid;

use crate::case::{BUSINESS, E3, ESSENTIALS, PREMIUM, SOURCE, Situation, VISIO_1, offers, record};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn as_of() -> NaiveDate {
    day("2026-11-22")
}

fn named(id: &str, offer: &str, licenses: i64, end: &str) -> Subscription {
    let mut found = record(id, offer);
    found.quantity = licenses;
    found.commitment_end = Some(day(end));
    found
}

fn customer(id: &str, name: &str, subscriptions: Vec<Subscription>) -> Customer {
    let mut customer = Customer::new(Id::new(id), name.to_owned());
    customer.delegated_admin = DelegatedAdmin::All;
    customer.subscriptions = subscriptions;
    customer
}

/// Before anything was upgraded.
pub fn before() -> Portfolio {
    let mut suspended = named("s-suspended", PREMIUM, 60, "2027-02-28");
    suspended.status = Status::Suspended;
    suspended.suspended_on = Some(day("2026-10-20"));
    let mut elsewhere = named("s-elsewhere", E3, 3, "2027-05-31");
    elsewhere.channel = Channel::OtherReseller("Proseware & Söhne".to_owned());
    let mut odd = named("s-odd", BUSINESS, 4, "2026-09-30");
    odd.status = Status::Other("partiallyProvisioned".to_owned());
    let mut unasked = customer("c-4", "Fourth Coffee", vec![named("s-unasked", ESSENTIALS, 2000, "2028-01-31")]);
    unasked.delegated_admin = DelegatedAdmin::NotGranted;
    let mut nickname = named("s-front", BUSINESS, 25, "2027-03-31");
    nickname.friendly_name = "Front office".to_owned();
    let mut portfolio = Portfolio::new(Uuid::from_u128(7));
    portfolio.partner = Situation::of(BUSINESS).partner;
    portfolio.customers = [
        customer("c-1", "Contoso (Shanghai)", vec![nickname, named("s-visio", VISIO_1, 5, "2026-11-30")]),
        customer("c-2", "Wingtip Toys", vec![suspended]),
        customer("c-3", "四方咖啡（杭州）有限公司", vec![named("s-held", PREMIUM, 12, "2027-05-31"), elsewhere]),
        unasked,
        customer("c-5", "A. Datum", vec![odd, record(SOURCE, ESSENTIALS)]),
    ]
    .into_iter()
    .collect();
    portfolio
}

/// The change that upgrades Contoso's subscription, as an entry of the journal.
pub fn upgrade(portfolio: &Portfolio, seq: u64) -> Arc<Entry> {
    upgrade_of(portfolio, seq, "c-1", "s-front", E3)
}

pub fn upgrade_of(portfolio: &Portfolio, seq: u64, customer: &str, subscription: &str, to: &str) -> Arc<Entry> {
    let offers = Offers::new(Arc::clone(offers().catalog()), &portfolio.offers);
    let setting = Setting { rules: AppState::rules_of(portfolio), offers: &offers, partner: &portfolio.partner };
    let position = portfolio.customers.position(&Id::new(customer)).unwrap();
    let old = portfolio.customers.at(position).unwrap();
    let wish = Wish {
        subscription: Id::new(subscription),
        target: Id::new(to),
        licenses: 30,
        comment: "Asked for by mail\non 20 November".to_owned(),
    };
    let stamp = Stamp { at: at("2026-11-21T10:00:00Z"), new_id: Id::new(&format!("made-up-{seq}")) };
    let planned = plan(setting, old, &wish, &stamp).unwrap();
    let change = upgrade_change(portfolio, position, old, planned);
    Arc::new(Entry { seq, at: change.at, happened: Happened::Did, change: Arc::new(change) })
}

pub fn carried(portfolio: &Portfolio, entry: &Entry) -> Portfolio {
    let mut portfolio = portfolio.clone();
    carry_out(&mut portfolio, &entry.edits());
    portfolio
}

/// With the upgrade of Contoso's recorded, and the change that recorded it.
pub fn after() -> (Portfolio, Arc<Entry>) {
    let before = before();
    let entry = upgrade(&before, 1);
    (carried(&before, &entry), entry)
}

pub fn ordered(of: ReportOf, language: Language, portfolio: &Portfolio, past: Vec<Arc<Entry>>, name: &str) -> String {
    let order = Order { of, language: language.tag(), as_of: as_of(), portfolio: Arc::new(portfolio.clone()), past };
    let mut bytes = Vec::new();
    write(&order, name.as_ref(), &mut bytes, &mut |_, _| true).unwrap();
    String::from_utf8(bytes).unwrap()
}

pub fn review(portfolio: &Portfolio, language: Language) -> String {
    ordered(ReportOf::Review, language, portfolio, Vec::new(), "review.html")
}

pub fn page(portfolio: &Portfolio, customer: &str, language: Language) -> String {
    ordered(ReportOf::CustomerPage { customer: Id::new(customer) }, language, portfolio, Vec::new(), "page.html")
}

pub fn evidence(portfolio: &Portfolio, past: Vec<Arc<Entry>>, language: Language, name: &str) -> String {
    let of = ReportOf::Evidence { customer: None, subscription: Id::new("s-front") };
    ordered(of, language, portfolio, past, name)
}

/// Every kind of report of whatever portfolio, as far as there is something to report on.
pub fn all_reports(portfolio: &Portfolio, language: Language) -> Vec<String> {
    let offers = Offers::new(Arc::clone(offers().catalog()), &portfolio.offers);
    let words = Words::new(language).unwrap();
    let rules = AppState::rules_of(portfolio);
    let basis = Basis { portfolio, offers: &offers, rules, as_of: as_of(), words: &words };
    let mut all = Vec::new();
    let mut take = |bytes: Vec<u8>| all.push(String::from_utf8(bytes).unwrap());
    let mut bytes = Vec::new();
    report::review(&basis, &mut bytes, &mut |_, _| true).unwrap();
    take(bytes);
    for customer in &portfolio.customers {
        let mut bytes = Vec::new();
        report::customer_page(&basis, &customer.id, &mut bytes).unwrap();
        take(bytes);
    }
    for upgrade in &portfolio.upgrades {
        let pack = Pack::of(basis, upgrade, PortfolioHashes::OutOfReach);
        let mut bytes = Vec::new();
        pack.write_html(&mut bytes).unwrap();
        take(bytes);
    }
    all
}
