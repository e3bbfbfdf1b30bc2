//! `generate`: a made-up portfolio to try the program with. The same arguments give the same bytes, on any day and machine.

mod names;
mod records;
mod special;
mod stream;

use std::path::PathBuf;
use std::sync::Arc;

use super::trouble::{Misuse, Trouble};
use super::{Console, open, words};
use crate::model::{Customer, Customers, DelegatedAdmin, Family, Offers, Partner, Portfolio, Role};
use crate::storage::{builtin_catalog, encode_checked};
use records::Stock;
use special::Special;
use stream::Stream;

/// One customer in so many has an upgrade that is open, from the first on, so that every portfolio has a tenth of them.
const OPEN_EACH: usize = 8;

/// A made-up portfolio of so many customers, with about `per_customer` subscriptions each.
///
/// Among the first customers are the special ones: for each path, each condition that can fail there as the only one.
/// A customer is the same however many follow.
#[must_use]
pub fn generate(customers: usize, per_customer: usize, seed: u64, offers: &Offers) -> Portfolio {
    let stock = Stock::new(offers);
    let mut specials = special::all(offers).into_iter();
    let list = (0..customers)
        .map(|position| {
            let special = if position % OPEN_EACH == 0 { None } else { specials.next() };
            Arc::new(customer(position, per_customer, seed, &stock, special.as_ref()))
        })
        .collect();
    let mut portfolio = Portfolio::new(Stream::new(seed, u64::MAX).uuid());
    portfolio.partner = Partner {
        name: "Fabrikam Cloud Services".to_owned(),
        mpn_id: Some("4711470".to_owned()),
        role: Role::AdminAgent,
        good_standing: Some(true),
    };
    portfolio.customers = Customers::new(list);
    portfolio
}

fn customer(position: usize, per_customer: usize, seed: u64, stock: &Stock, special: Option<&Special>) -> Customer {
    let mut stream = Stream::new(seed, u64::try_from(position).unwrap_or(u64::MAX));
    let id = stream.id();
    let (company_name, domain) = names::company(&mut stream, position);
    let mut customer = Customer::new(id, company_name);
    customer.domain = Some(domain);
    customer.relationship = Some(relationship(&mut stream).to_owned());
    customer.tags = names::tags(&mut stream);
    customer.notes = names::notes(&mut stream);
    if let Some(special) = special {
        special::arrange(special, &mut customer, &mut stream);
    } else {
        let count = per_customer_count(&mut stream, per_customer);
        if position.is_multiple_of(OPEN_EACH) {
            fill_open(&mut stream, stock, &mut customer, count);
        } else {
            fill(&mut stream, stock, &mut customer, count);
        }
    }
    customer
}

/// From none to twice the average, those near the average most often.
fn per_customer_count(stream: &mut Stream, average: usize) -> usize {
    let end = u64::try_from(average).unwrap_or(u64::MAX).saturating_add(1);
    usize::try_from(stream.below(end).saturating_add(stream.below(end))).unwrap_or(average)
}

fn relationship(stream: &mut Stream) -> &'static str {
    stream.word(&["Reseller", "Reseller", "Reseller", "Cloud Reseller", "经销商", "none"])
}

fn delegated_admin(stream: &mut Stream) -> DelegatedAdmin {
    let rows = [
        (60, DelegatedAdmin::All),
        (10, DelegatedAdmin::NotGranted),
        (12, DelegatedAdmin::NotKnown),
        (7, DelegatedAdmin::Families(vec![Family::Office365])),
        (4, DelegatedAdmin::Families(vec![Family::Office365, Family::Dynamics365])),
        (4, DelegatedAdmin::Families(vec![Family::Azure])),
        (1, DelegatedAdmin::Families(vec![Family::Other])),
        (2, DelegatedAdmin::Families(Vec::new())),
    ];
    stream.weighted(&rows).cloned().unwrap_or(DelegatedAdmin::NotKnown)
}

fn fill(stream: &mut Stream, stock: &Stock, customer: &mut Customer, count: usize) {
    customer.delegated_admin = delegated_admin(stream);
    customer.subscriptions.reserve_exact(count);
    for _ in 0..count {
        let record = stock.any(stream, &customer.subscriptions);
        customer.subscriptions.push(record);
    }
}

/// A customer with a subscription that can be upgraded, and beside it only what conflicts with nothing.
fn fill_open(stream: &mut Stream, stock: &Stock, customer: &mut Customer, count: usize) {
    customer.delegated_admin = match stream.below(4) {
        0 => DelegatedAdmin::Families(vec![Family::Office365]),
        _ => DelegatedAdmin::All,
    };
    if let Some(offer) = stream.pick(&stock.sources) {
        let source = records::clean(stream, offer);
        customer.subscriptions.push(source);
    }
    for _ in 1..count {
        customer.subscriptions.extend(stock.harmless(stream));
    }
}

#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[arg(long, value_name = "N")]
    customers: usize,
    #[arg(long, value_name = "M", default_value_t = 3)]
    per_customer: usize,
    #[arg(long, value_name = "S")]
    seed: u64,
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Customers and subscriptions together: more would not fit into a file that can be opened again.
const MOST_RECORDS: usize = 4_000_000;

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let Arguments { customers, per_customer, seed, to } = arguments;
    if customers.saturating_mul(per_customer.saturating_add(1)) > MOST_RECORDS {
        return Err(Trouble::Usage(Misuse::TooManyRecords));
    }
    let catalog = builtin_catalog().map_err(Trouble::Catalog)?;
    let portfolio = generate(*customers, *per_customer, *seed, &Offers::new(catalog, &[]));
    open::replace(to, encode_checked(&portfolio)?.as_bytes())?;
    console.note(&words::written(console.words, to));
    Ok(())
}
