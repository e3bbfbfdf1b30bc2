//! `diff`: what changed between two portfolios, a line a record, and which verdicts turned and why. Comparing is `state`'s.

use std::io;
use std::path::PathBuf;

use super::import::plan::{changes, field_values};
use super::trouble::Trouble;
use super::{Console, open, words};
use crate::exchange::merge::{MergePlan, RecordPlan, Standing, UpgradePlan};
use crate::model::{Id, Partner, Portfolio};
use crate::rules::Verdict;
use crate::rules::conditions::Outcome;
use crate::state::{Comparison, TurnedCondition, TurnedTarget, compare};
use crate::storage::builtin_catalog;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The portfolio as it was
    old: PathBuf,
    /// The portfolio as it is
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
        console.note(words::NO_DIFFERENCE);
    }
    write(&found, sets, console).map_err(Trouble::Output)
}

fn write(found: &Comparison, sets: [&str; 2], console: &mut Console<'_>) -> io::Result<()> {
    let MergePlan { rules, partner, offers, customers, upgrades, .. } = &found.plan;
    if let Some((old, new)) = rules {
        let [was, is] = sets;
        let judged = if (was, is) == (old.as_str(), new.as_str()) {
            String::new()
        } else {
            format!(" (judged by {was} -> {is})")
        };
        console.line(format_args!("rules: {old} -> {new}{judged}"))?;
    }
    if let Some((old, new)) = partner {
        partner_lines(old, new, console)?;
    }
    for offer in offers {
        record("offer", offer, "", console)?;
    }
    for customer in customers {
        let about = named(&customer.id, &customer.company_name);
        line("customer", &about, &customer.id, &customer.standing, console)?;
        for subscription in &customer.subscriptions {
            record("subscription", subscription, &format!(" of {about}"), console)?;
        }
    }
    for upgrade in upgrades {
        let UpgradePlan { customer, source, at, standing, remarks: _ } = upgrade;
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        line("upgrade", &format!("of {source} at {at}, customer {customer}"), source, standing, console)?;
    }
    let (added, gone) = found.history;
    if found.history != (0, 0) {
        console.line(format_args!("history: {added} new, {gone} gone"))?;
    }
    for turned in &found.turned {
        let about = named(&turned.customer, &turned.company_name);
        let (old, new) = (turned.old.key(), turned.new.key());
        console.line(format_args!("verdict of {} of {about}: {old} -> {new}", turned.subscription))?;
        for target in &turned.targets {
            target_lines(target, console)?;
        }
    }
    Ok(())
}

fn target_lines(target: &TurnedTarget, console: &mut Console<'_>) -> io::Result<()> {
    let TurnedTarget { offer, old, new, conditions } = target;
    let verdict = |verdict: &Option<Verdict>| verdict.map_or("-", Verdict::key);
    console.line(format_args!("  target {offer}: {} -> {}", verdict(old), verdict(new)))?;
    for TurnedCondition { condition, old, new } in conditions {
        let outcome = |outcome: &Option<Outcome>| {
            let Some(outcome) = outcome else { return "-".to_owned() };
            let evidence: Vec<String> = outcome.evidence().iter().map(Id::to_string).collect();
            if evidence.is_empty() {
                outcome.key().to_owned()
            } else {
                format!("{} ({})", outcome.key(), evidence.join(", "))
            }
        };
        console.line(format_args!("    {}: {} -> {}", condition.key(), outcome(old), outcome(new)))?;
    }
    Ok(())
}

fn named(id: &Id, name: &str) -> String {
    if name.is_empty() { id.to_string() } else { format!("{id} ({name})") }
}

fn record(what: &str, row: &RecordPlan, of: &str, console: &mut Console<'_>) -> io::Result<()> {
    line(what, &format!("{}{of}", named(&row.id, &row.name)), &row.id, &row.standing, console)
}

/// One record, where it differs; what cannot be compared is said on stderr, with its reason.
fn line(what: &str, about: &str, id: &Id, standing: &Standing, console: &mut Console<'_>) -> io::Result<()> {
    match standing {
        Standing::New => console.line(format_args!("new {what} {about}")),
        Standing::NotInFile => console.line(format_args!("gone {what} {about}")),
        Standing::Unchanged => Ok(()),
        Standing::Changed(_) | Standing::Conflict { .. } | Standing::RealSelfOf { .. } => {
            console.line(format_args!("changed {what} {about}: {}", changes(&standing.changes(None))))
        }
        Standing::LeftOut(reason) => {
            console.note(&words::left_out(what, id, &words::reason(reason)));
            Ok(())
        }
    }
}

fn partner_lines(old: &Partner, new: &Partner, console: &mut Console<'_>) -> io::Result<()> {
    let fields = |partner: &Partner| {
        let Partner { name, mpn_id, role, good_standing } = partner;
        [
            ("name", format!("{name:?}")),
            ("mpn_id", mpn_id.as_ref().map_or_else(|| "-".to_owned(), |id| format!("{id:?}"))),
            ("role", format!("{role:?}")),
            ("good_standing", good_standing.map_or_else(|| "-".to_owned(), |good| good.to_string())),
        ]
    };
    let both = fields(old).into_iter().zip(fields(new));
    let differ = both.filter(|(old, new)| old != new);
    let differ: Vec<String> = differ.map(|((field, old), (_, new))| field_values(field, &old, &new)).collect();
    console.line(format_args!("changed partner: {}", differ.join(", ")))
}
