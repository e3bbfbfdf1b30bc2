//! What an import changes, a line a record, for programs and people alike. Nothing here is translated.

use std::io;
use std::path::Path;

use super::super::{Console, words};
use crate::exchange::merge::{Counts, CustomerPlan, FieldChange, MergePlan, Reason, RecordPlan, Standing, Value};
use crate::model::Id;

pub(super) fn write(plan: &MergePlan, from: &Path, console: &mut Console<'_>) -> io::Result<()> {
    writeln!(console.out, "{}", from.display())?;
    if let Some((old, new)) = &plan.rules {
        writeln!(console.out, "  rules: {old} -> {new}")?;
    }
    if let Some((old, new)) = &plan.partner {
        writeln!(console.out, "  partner: {:?} -> {:?}", old.name, new.name)?;
    }
    for offer in &plan.offers {
        record("offer", offer, console)?;
    }
    for customer in &plan.customers {
        let CustomerPlan { id, company_name, standing, subscriptions } = customer;
        line("customer", id, company_name, standing, console)?;
        for subscription in subscriptions {
            record("subscription", subscription, console)?;
        }
    }
    for upgrade in &plan.upgrades {
        line("upgrade", &upgrade.source, "", &upgrade.standing, console)?;
    }
    let rows = [
        ("customers", plan.customer_counts()),
        ("subscriptions", plan.subscription_counts()),
        ("offers", plan.offer_counts()),
        ("upgrades", plan.upgrade_counts()),
    ];
    for (what, Counts { new, changed, unchanged, left_out }) in rows {
        writeln!(console.out, "  {what}: {new} new, {changed} changed, {unchanged} unchanged, {left_out} left out")?;
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
        Standing::New => writeln!(console.out, "  new {what} {id}{name}"),
        Standing::Unchanged => Ok(()),
        Standing::Changed(changes) => {
            let changes: Vec<String> = changes.iter().map(change).collect();
            writeln!(console.out, "  changed {what} {id}{name}: {}", changes.join(", "))
        }
        Standing::LeftOut(reason) => {
            let reason = match reason {
                Reason::Duplicate => words::DUPLICATE.to_owned(),
                Reason::Ambiguous => words::AMBIGUOUS.to_owned(),
                Reason::OfOtherCustomer { customer } => words::of_other_customer(customer),
                Reason::WithCustomer => words::WITH_CUSTOMER.to_owned(),
            };
            console.note(&words::left_out(what, id, &reason));
            Ok(())
        }
    }
}

/// A field's change, with the field called as in the file.
fn change(change: &FieldChange) -> String {
    let mut field = String::new();
    for letter in format!("{:?}", change.field).chars() {
        if letter.is_ascii_uppercase() && !field.is_empty() {
            field.push('_');
        }
        field.push(letter.to_ascii_lowercase());
    }
    format!("{field} {} -> {}", value(&change.old), value(&change.new))
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
    }
}
