//! `diff`: what changed between two portfolios, a line a record, and which verdicts turned and why. Comparing is `state`'s.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::trouble::Trouble;
use super::words::{self, Record};
use super::{Console, open};
use crate::exchange::merge::{MergePlan, RecordPlan, Standing, UpgradePlan};
use crate::model::{Offers, Portfolio};
use crate::state::{Comparison, TurnedCondition, TurnedTarget, compare};
use crate::storage::builtin_catalog;
use crate::text::Naming;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    old: PathBuf,
    new: PathBuf,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<(), Trouble> {
    let Arguments { old, new } = arguments;
    let before = open::to_read(old, console)?;
    let after = open::to_read(new, console)?;
    // A rule set that nobody knows is judged by the default one, which is said.
    let sets = [&before, &after].map(|portfolio: &Portfolio| open::rules(None, portfolio, console).id);
    let catalog = builtin_catalog().map_err(Trouble::Catalog)?;
    let found = compare(&catalog, &before, &after);
    if found.is_empty() {
        console.note(console.words.say("compare-same"));
    }
    let offers = Offers::new(Arc::clone(&catalog), &after.offers);
    let naming = Naming { words: console.words, offers: &offers, customer: None };
    write(&naming, &found, sets, console).map_err(Trouble::Output)
}

fn write(naming: &Naming<'_>, found: &Comparison, sets: [&str; 2], console: &mut Console<'_>) -> io::Result<()> {
    let words = console.words;
    let MergePlan { rules, partner, offers, customers, upgrades, .. } = &found.plan;
    if let Some((old, new)) = rules {
        console.line(format_args!("{}", words::field_values(words, "field-rules", old, new)))?;
        if sets != [old, new] {
            console.line(format_args!("  {}", words::judged_by(words, sets)))?;
        }
    }
    if let Some((old, new)) = partner {
        console.line(format_args!("{}", words::changed_partner(words, old, new)))?;
    }
    let record = |plan: &RecordPlan| words::named(words, &plan.id, &plan.name);
    for offer in offers {
        line(naming, Record::Offer, &record(offer), &offer.standing, console)?;
    }
    for customer in customers {
        let about = words::named(words, &customer.id, &customer.company_name);
        line(naming, Record::Customer, &about, &customer.standing, console)?;
        for subscription in &customer.subscriptions {
            let about = words::of_customer(words, &record(subscription), &about);
            line(naming, Record::Subscription, &about, &subscription.standing, console)?;
        }
    }
    for upgrade in upgrades {
        let UpgradePlan { customer, source, at, standing, remarks: _ } = upgrade;
        let about = words::upgrade_of(words, source, *at, customer);
        line(naming, Record::Upgrade, &about, standing, console)?;
    }
    let (new, gone) = found.history;
    if found.history != (0, 0) {
        let text = words.with("compare-history", &[("new", new.into()), ("gone", gone.into())]);
        console.line(format_args!("{text}"))?;
    }
    for turned in &found.turned {
        let customer = words::named(words, &turned.customer, &turned.company_name);
        let about = words::of_customer(words, turned.subscription.as_str(), &customer);
        console.line(format_args!("{}", words::turned(words, &about, turned.old, turned.new)))?;
        for target in &turned.targets {
            target_lines(naming, target, console)?;
        }
    }
    Ok(())
}

fn target_lines(naming: &Naming<'_>, target: &TurnedTarget, console: &mut Console<'_>) -> io::Result<()> {
    let words = console.words;
    let TurnedTarget { offer, old, new, conditions } = target;
    let (old, new) = (words::target_verdict(words, *old), words::target_verdict(words, *new));
    console.line(format_args!("  {}", words::became(words, naming.offer_id(offer), old, new)))?;
    for TurnedCondition { condition, old, new } in conditions {
        let (old, new) = (words::outcome(words, old.as_ref()), words::outcome(words, new.as_ref()));
        console.line(format_args!("    {}", words::became(words, words.condition(*condition), &old, &new)))?;
    }
    Ok(())
}

/// One record, where it differs; what cannot be compared is said on stderr, with its reason.
fn line(
    naming: &Naming<'_>,
    kind: Record,
    record: &str,
    standing: &Standing,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let words = console.words;
    let text = match standing {
        Standing::Unchanged => return Ok(()),
        Standing::LeftOut(reason) => {
            console.note(&words::left_out(words, kind, record, reason));
            return Ok(());
        }
        Standing::New => words::new(words, kind, record),
        Standing::NotInFile => words::gone(words, kind, record),
        Standing::Changed(_) | Standing::Conflict { .. } | Standing::RealSelfOf { .. } => {
            words::changed(words, kind, record, &words::changes(naming, &standing.changes(None)))
        }
    };
    console.line(format_args!("{text}"))
}
