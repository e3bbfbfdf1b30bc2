//! What an import changes, a line a record, for programs and people alike. Nothing here is translated.

use std::io;
use std::path::Path;

use super::super::{Console, words};
use crate::exchange::merge::{
    Counts, CustomerPlan, FieldChange, FieldConflict, MergePlan, PlanCounts, RecordPlan, Selection, Standing, Value,
};
use crate::model::{AnsweredTarget, Id};

pub(super) fn write(plan: &MergePlan, from: &Path, console: &mut Console<'_>) -> io::Result<()> {
    console.line(format_args!("{}", from.display()))?;
    if let Some((old, new)) = &plan.rules {
        console.line(format_args!("  rules: {old} -> {new}"))?;
    }
    if let Some((old, new)) = &plan.partner {
        console.line(format_args!("  partner: {:?} -> {:?}", old.name, new.name))?;
    }
    for offer in &plan.offers {
        record("offer", offer, console)?;
    }
    for customer in &plan.customers {
        let CustomerPlan { id, company_name, standing, subscriptions, filled: _, remarks: _ } = customer;
        line("customer", id, company_name, standing, console)?;
        for subscription in subscriptions {
            record("subscription", subscription, console)?;
        }
    }
    for upgrade in &plan.upgrades {
        line("upgrade", &upgrade.source, "", &upgrade.standing, console)?;
    }
    for answer in &plan.answers {
        line("answer", &answer.subscription, "", &answer.standing, console)?;
    }
    for unplaced in &plan.unplaced {
        record("subscription", unplaced, console)?;
    }
    let PlanCounts { customers, subscriptions, offers, upgrades, answers } = plan.counts(&Selection::default());
    let mut rows =
        vec![("customers", customers), ("subscriptions", subscriptions), ("offers", offers), ("upgrades", upgrades)];
    // Few files bring any.
    rows.extend((answers != Counts::default()).then_some(("answers", answers)));
    for (what, Counts { new, changed, unchanged, conflicts, real_selves, not_in_file, left_out }) in rows {
        write!(console.out, "  {what}: {new} new, {changed} changed, {unchanged} unchanged, {left_out} left out")?;
        // What is rare is only counted where there is any of it.
        let rare = [(conflicts, "in conflict"), (real_selves, "under their own id"), (not_in_file, "not in the file")];
        for (count, how) in rare.into_iter().filter(|(count, _)| *count > 0) {
            write!(console.out, ", {count} {how}")?;
        }
        writeln!(console.out)?;
    }
    Ok(())
}

fn record(what: &str, plan: &RecordPlan, console: &mut Console<'_>) -> io::Result<()> {
    line(what, &plan.id, &plan.name, &plan.standing, console)
}

/// One record, where something becomes of it; what is left out is said on stderr, with its reason.
fn line(what: &str, id: &Id, name: &str, standing: &Standing, console: &mut Console<'_>) -> io::Result<()> {
    let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
    match standing {
        Standing::New => console.line(format_args!("  new {what} {id}{name}")),
        Standing::Unchanged => Ok(()),
        Standing::Changed(changes) => {
            console.line(format_args!("  changed {what} {id}{name}: {}", self::changes(changes)))
        }
        Standing::RealSelfOf { provisional, changes } if changes.is_empty() => {
            console.line(format_args!("  {what} {id}{name} is the recorded {provisional}"))
        }
        Standing::RealSelfOf { provisional, changes } => {
            console.line(format_args!("  {what} {id}{name} is the recorded {provisional}: {}", self::changes(changes)))
        }
        Standing::Conflict { fields, changes } => {
            if !changes.is_empty() {
                console.line(format_args!("  changed {what} {id}{name}: {}", self::changes(changes)))?;
            }
            let fields: Vec<String> = fields.iter().map(conflict).collect();
            console.line(format_args!("  conflict {what} {id}{name}: {}", fields.join(", ")))
        }
        Standing::NotInFile => console.line(format_args!("  not in the file: {what} {id}{name}")),
        Standing::LeftOut(reason) => {
            console.note(&words::left_out(what, id, &words::reason(reason)));
            Ok(())
        }
    }
}

/// Fields with what became of each.
pub(in crate::cli) fn changes(changes: &[FieldChange]) -> String {
    changes.iter().map(change).collect::<Vec<String>>().join(", ")
}

/// A field that stays as it is here, with what the file says.
fn conflict(conflict: &FieldConflict) -> String {
    let FieldConflict { field, base, ours, theirs } = conflict;
    format!("{} stays {}, file {}, was {}", field.key(), value(ours), value(theirs), value(base))
}

/// A field's change, with the field called as in the file.
fn change(change: &FieldChange) -> String {
    let proposed = if change.proposed { " (proposed)" } else { "" };
    field_values(change.field.key(), &value(&change.old), &value(&change.new)) + proposed
}

pub(in crate::cli) fn field_values(field: &str, old: &str, new: &str) -> String {
    format!("{field} {old} -> {new}")
}

fn value(value: &Value) -> String {
    match value {
        Value::Absent => "-".to_owned(),
        Value::Text(text) => format!("{text:?}"),
        Value::Texts(texts) => format!("{texts:?}"),
        Value::Id(id) => id.to_string(),
        Value::Ids(ids) => format!("{ids:?}"),
        Value::Number(number) => number.to_string(),
        Value::YesNo(yes) => yes.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Time(time) => time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        Value::Status(status) => format!("{status:?}"),
        Value::Cycle(cycle) => format!("{cycle:?}"),
        Value::Cycles(cycles) => format!("{cycles:?}"),
        Value::Channel(channel) => format!("{channel:?}"),
        Value::DelegatedAdmin(granted) => format!("{granted:?}"),
        Value::Family(family) => family.key().to_owned(),
        Value::Services(services) => format!("{services:?}"),
        Value::Tasks(tasks) => {
            let done = tasks.iter().filter(|task| task.done).count();
            format!("{done} of {} done", tasks.len())
        }
        Value::Targets(targets) => {
            let target = |target: &AnsweredTarget| {
                let eligible = target.eligible.map_or("not said", |eligible| if eligible { "yes" } else { "no" });
                format!("{}: {eligible}", target.offer)
            };
            targets.iter().map(target).collect::<Vec<_>>().join("; ")
        }
    }
}
