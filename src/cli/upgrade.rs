//! `upgrade`: one upgrade, guarded by the same rules as the dialog. What follows from it is the rules' too.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, arguments, open, words};
use crate::model::{Change, Customer, Edit, Id, Offers, Portfolio, Upgrade};
use crate::rules::{RuleSet, Setting, Stamp, Wish, plan};
use crate::state::upgrade_change;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    file: PathBuf,
    #[arg(long, value_name = "ID")]
    subscription: String,
    #[arg(long, value_name = "OFFER-ID")]
    to: String,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    licenses: i64,
    #[arg(long, value_name = "ID", value_parser = arguments::rule_set)]
    rules: Option<&'static RuleSet>,
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    if arguments.dry_run {
        let portfolio = open::to_read(&arguments.file, console)?;
        let Planned { customer, offers, change } = planned(arguments, &portfolio, console)?;
        if let Some(upgrade) = recorded(&change) {
            console.note(&words::upgrade(console.words, &offers, upgrade, &customer, true));
        }
        return Ok(());
    }
    let mut kept = open::to_change(&arguments.file, console)?;
    let Planned { customer, offers, change } = planned(arguments, kept.portfolio(), console)?;
    let Some(upgrade) = recorded(&change).cloned() else { return Ok(()) };
    open::record(&mut kept, change)?;
    console.is_done = true;
    writeln!(console.out, "{}", upgrade.target).map_err(Trouble::Output)?;
    console.note(&words::upgrade(console.words, &offers, &upgrade, &customer, false));
    Ok(())
}

fn recorded(change: &Change) -> Option<&Upgrade> {
    change.edits.iter().find_map(|edit| match edit {
        Edit::Upgrade { new, .. } => new.as_deref(),
        Edit::Customer { .. }
        | Edit::Offer { .. }
        | Edit::History { .. }
        | Edit::Answer { .. }
        | Edit::Partner { .. }
        | Edit::Rules { .. } => None,
    })
}

/// The customer who has the subscription, with their position.
fn holder(portfolio: &Portfolio, subscription: &Id, path: &Path) -> Result<(usize, Arc<Customer>), Trouble> {
    let subscription = || subscription.clone();
    let mut found = portfolio.customers.iter().enumerate().flat_map(|(position, customer)| {
        let records = customer.subscriptions.iter().filter(|record| record.id == subscription());
        records.map(move |_| (position, customer))
    });
    match (found.next(), found.next()) {
        (Some((position, customer)), None) => Ok((position, Arc::clone(customer))),
        (None, _) => Err(Trouble::NoSuchSubscription { subscription: subscription(), path: path.to_owned() }),
        (Some(_), Some(_)) => {
            Err(Trouble::SeveralSubscriptions { subscription: subscription(), path: path.to_owned() })
        }
    }
}

/// What the rules allow.
struct Planned {
    /// As they were before.
    customer: Arc<Customer>,
    offers: Offers,
    change: Change,
}

/// Asks the rules.
fn planned(arguments: &Arguments, portfolio: &Portfolio, console: &mut Console<'_>) -> Result<Planned, Trouble> {
    let rules = open::rules(arguments.rules, portfolio, console);
    let subscription = Id::new(&arguments.subscription);
    let (position, customer) = holder(portfolio, &subscription, &arguments.file)?;
    let offers = open::offers(portfolio)?;
    let setting = Setting { rules, offers: &offers, partner: &portfolio.partner };
    let wish =
        Wish { subscription, target: Id::new(&arguments.to), licenses: arguments.licenses, comment: String::new() };
    let stamp = Stamp { at: open::now(), new_id: Id::from(Uuid::new_v4().to_string()) };
    let plan = match plan(setting, &customer, &wish, &stamp) {
        Ok(plan) => plan,
        Err(refusal) => {
            let (customer, refusal) = (customer.id.clone(), Box::new(refusal));
            return Err(Trouble::Refused { customer, refusal, rules, offers: Box::new(offers) });
        }
    };
    let change = upgrade_change(portfolio, position, &customer, plan);
    Ok(Planned { customer, offers, change })
}
