//! What an import changes, a line a record.

use std::io;
use std::path::Path;

use super::super::Console;
use super::super::words::{self, Record};
use crate::exchange::merge::{Counts, CustomerPlan, MergePlan, PlanCounts, RecordPlan, Selection, Standing};
use crate::text::Naming;

pub(super) fn write(naming: &Naming<'_>, plan: &MergePlan, from: &Path, console: &mut Console<'_>) -> io::Result<()> {
    let words = console.words;
    console.line(format_args!("{}", from.display()))?;
    if let Some((old, new)) = &plan.rules {
        console.line(format_args!("  {}", words::field_values(words, "field-rules", old, new)))?;
    }
    if let Some((old, new)) = &plan.partner {
        let name = words::field_values(words, "field-partner-name", &old.name, &new.name);
        console.line(format_args!("  {name}"))?;
    }
    for offer in &plan.offers {
        record(naming, Record::Offer, offer, console)?;
    }
    for customer in &plan.customers {
        let CustomerPlan { id, company_name, standing, subscriptions, filled: _, remarks: _ } = customer;
        line(naming, Record::Customer, &words::named(words, id, company_name), standing, console)?;
        for subscription in subscriptions {
            record(naming, Record::Subscription, subscription, console)?;
        }
    }
    for upgrade in &plan.upgrades {
        line(naming, Record::Upgrade, upgrade.source.as_str(), &upgrade.standing, console)?;
    }
    for answer in &plan.answers {
        line(naming, Record::Answer, answer.subscription.as_str(), &answer.standing, console)?;
    }
    for unplaced in &plan.unplaced {
        record(naming, Record::Subscription, unplaced, console)?;
    }
    let PlanCounts { customers, subscriptions, offers, upgrades, answers } = plan.counts(&Selection::default());
    let mut rows = vec![
        (Record::Customer, customers),
        (Record::Subscription, subscriptions),
        (Record::Offer, offers),
        (Record::Upgrade, upgrades),
    ];
    // Few files bring any.
    rows.extend((answers != Counts::default()).then_some((Record::Answer, answers)));
    for (kind, counts) in rows {
        console.line(format_args!("  {}", words::counts(words, kind, &counts)))?;
    }
    Ok(())
}

fn record(naming: &Naming<'_>, kind: Record, plan: &RecordPlan, console: &mut Console<'_>) -> io::Result<()> {
    line(naming, kind, &words::named(console.words, &plan.id, &plan.name), &plan.standing, console)
}

/// One record, where something becomes of it; what is left out is said on stderr, with its reason.
fn line(
    naming: &Naming<'_>,
    kind: Record,
    record: &str,
    standing: &Standing,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let words = console.words;
    let changed = |changes| words::changed(words, kind, record, &words::changes(naming, changes));
    let text = match standing {
        Standing::Unchanged => return Ok(()),
        Standing::LeftOut(reason) => {
            console.note(&words::left_out(words, kind, record, reason));
            return Ok(());
        }
        Standing::New => words::new(words, kind, record),
        Standing::Changed(changes) => changed(changes),
        Standing::RealSelfOf { provisional, changes } => words::real_self(naming, record, provisional, changes),
        Standing::Conflict { fields, changes } => {
            if !changes.is_empty() {
                console.line(format_args!("  {}", changed(changes)))?;
            }
            words::conflicts(naming, kind, record, fields)
        }
        Standing::NotInFile => words::not_in_file(words, kind, record),
    };
    console.line(format_args!("  {text}"))
}
