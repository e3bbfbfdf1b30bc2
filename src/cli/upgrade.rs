//! `upgrade`: one upgrade, guarded by the same rules as the dialog. What follows from it is the rules' too.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::trouble::Trouble;
use super::{Console, arguments, open, words};
use crate::model::{Customer, Edit, Id, Portfolio, Upgrade};
use crate::rules::{RuleSet, Setting, Stamp, Wish, plan};
use crate::state::carry_out;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The portfolio
    file: PathBuf,
    /// The subscription to upgrade
    #[arg(long, value_name = "ID")]
    subscription: String,
    /// The offer to upgrade it to
    #[arg(long, value_name = "OFFER-ID")]
    to: String,
    /// How many licenses the new subscription is to have
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    licenses: i64,
    /// The rule set to ask, instead of the portfolio's own: page or partner-center
    #[arg(long, value_name = "ID", value_parser = arguments::rule_set)]
    rules: Option<&'static RuleSet>,
    /// Say what would be recorded, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let mut portfolio = open::to_change(&arguments.file, console)?;
    let rules = open::rules(arguments.rules, &portfolio, console);
    let subscription = Id::new(&arguments.subscription);
    let (position, old) = holder(&portfolio, &subscription, &arguments.file)?;
    let (new, upgrade) = planned(arguments, rules, &portfolio, &old, subscription, Utc::now().trunc_subsecs(0))?;

    let summary = words::upgrade(&upgrade, &old, arguments.dry_run);
    let target = upgrade.target.clone();
    let edits = vec![
        Edit::Customer { position, old: Some(old), new: Some(Arc::new(new)) },
        Edit::Upgrade { position: portfolio.upgrades.len(), old: None, new: Some(Arc::new(upgrade)) },
    ];
    carry_out(&mut portfolio, &edits);
    if !arguments.dry_run {
        open::save(&arguments.file, &portfolio)?;
        writeln!(console.out, "{target}").map_err(Trouble::Output)?;
    }
    console.note(&summary);
    Ok(())
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

/// Asks the rules.
fn planned(
    arguments: &Arguments,
    rules: &'static RuleSet,
    portfolio: &Portfolio,
    customer: &Customer,
    subscription: Id,
    at: DateTime<Utc>,
) -> Result<(Customer, Upgrade), Trouble> {
    let offers = open::offers(portfolio)?;
    let setting = Setting { rules, offers: &offers, partner: &portfolio.partner };
    let wish =
        Wish { subscription, target: Id::new(&arguments.to), licenses: arguments.licenses, comment: String::new() };
    let stamp = Stamp { at, new_id: Id::from(Uuid::new_v4().to_string()) };
    plan(setting, customer, &wish, &stamp)
        .map(crate::rules::Plan::into_parts)
        .map_err(|refusal| Trouble::Refused { customer: customer.id.clone(), refusal: Box::new(refusal) })
}
