//! For any portfolio, file, base, confirmation and choice of rows: what the rows show is what the edits do, no more and no less.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use upgrade_desk::exchange::merge::{
    Field, FieldChange, Into, MergePlan, RowKey, Selection, Standing, Take, Value, compare,
};
use upgrade_desk::model::{Customer, Edit, Id, Portfolio, Role, Subscription, Upgrade};

use super::world::{self, Case, nothing_of, rows};
use crate::cases::config;
use crate::given::applied;

/// What a record says, by field, worked out beside the program's own way.
type Says = BTreeMap<Field, Value>;

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Absent } else { Value::Text(text.to_owned()) }
}

fn link(id: Option<&Id>) -> Value {
    id.map_or(Value::Absent, |id| Value::Id(id.clone()))
}

fn of_subscription(record: &Subscription) -> Says {
    let status = Value::Status(record.status.clone());
    let cycle = Value::Cycle(record.billing_cycle.clone());
    let channel = Value::Channel(record.channel.clone());
    let unless = |silent: bool, value: Value| if silent { Value::Absent } else { value };
    [
        (Field::OfferId, link(record.offer_id.as_ref())),
        (Field::FriendlyName, text(&record.friendly_name)),
        (Field::Quantity, Value::Number(record.quantity)),
        (Field::Status, unless(record.status == upgrade_desk::model::Status::Unset, status)),
        (Field::BillingCycle, unless(record.billing_cycle == upgrade_desk::model::BillingCycle::Unset, cycle)),
        (Field::Channel, unless(record.channel == upgrade_desk::model::Channel::NotKnown, channel)),
        (Field::Created, record.created.map_or(Value::Absent, Value::Day)),
        (Field::SuspendedOn, record.suspended_on.map_or(Value::Absent, Value::Day)),
        (Field::ParentId, link(record.parent_id.as_ref())),
        (Field::UpgradedTo, link(record.upgraded_to.as_ref())),
    ]
    .into()
}

fn of_customer(record: &Customer) -> Says {
    use upgrade_desk::model::DelegatedAdmin::NotKnown;
    let granted = Value::DelegatedAdmin(record.delegated_admin.clone());
    [
        (Field::CompanyName, text(&record.company_name)),
        (Field::Domain, record.domain.clone().map_or(Value::Absent, Value::Text)),
        (Field::DelegatedAdmin, if record.delegated_admin == NotKnown { Value::Absent } else { granted }),
        (Field::Tags, if record.tags.is_empty() { Value::Absent } else { Value::Texts(record.tags.clone()) }),
        (Field::Notes, text(&record.notes)),
    ]
    .into()
}

fn of_upgrade(record: &Upgrade) -> Says {
    [
        (Field::Target, Value::Id(record.target.clone())),
        (Field::Provisional, Value::YesNo(record.provisional)),
        (Field::ToOffer, Value::Id(record.to_offer.clone())),
        (Field::Licenses, Value::Number(record.licenses)),
        (Field::Tasks, Value::Tasks(record.tasks.clone())),
    ]
    .into()
}

/// What a record has to say once these fields changed.
fn with(mut says: Says, changes: &[FieldChange]) -> Says {
    says.extend(changes.iter().map(|change| (change.field, change.new.clone())));
    says
}

/// Both ids of each subscription that the taken rows show under a new one.
fn renamed(plan: &MergePlan, before: &Portfolio, selection: &Selection) -> Portfolio {
    let mut portfolio = before.clone();
    let mut rename = |customer: &Id, from: &Id, to: &Id, enters: bool| {
        let position = portfolio.customers.position(customer).unwrap();
        let mut record = Customer::clone(portfolio.customers.at(position).unwrap());
        if record.subscription(to).is_some() {
            return;
        }
        record.rename_subscription(from, to);
        portfolio.customers.replace(position, Arc::new(record));
        for slot in portfolio.upgrades.iter_mut().filter(|slot| slot.names(customer, from)) {
            let mut upgrade = Upgrade::clone(slot);
            if enters && upgrade.provisional && upgrade.target == *from {
                upgrade.enter_real_id(to);
            }
            upgrade.rename_subscription(from, to);
            *slot = Arc::new(upgrade);
        }
    };
    for (at, row) in plan.upgrades.iter().enumerate() {
        let taken = plan.is_taken(RowKey::Upgrade(at), selection);
        let Standing::Changed(changes) = &row.standing else { continue };
        let find = |field| changes.iter().find(|change| change.field == field);
        if let (true, Some(target), Some(real)) = (taken, find(Field::Target), find(Field::Provisional))
            && let (Value::Id(from), Value::Id(to), Value::YesNo(false)) = (&target.old, &target.new, &real.new)
            && before.customers.get(&row.customer).is_some()
        {
            rename(&row.customer, from, to, false);
        }
    }
    for (at, customer) in plan.customers.iter().enumerate() {
        for (of, row) in customer.subscriptions.iter().enumerate() {
            let key = RowKey::Subscription(at, of);
            if let Standing::RealSelfOf { provisional, .. } = &row.standing
                && plan.is_taken(key, selection)
                && selection.take(key) != Some(Take::OnItsOwn)
            {
                rename(&customer.id, provisional, &row.id, true);
            }
        }
    }
    portfolio
}

/// The heart of it: the portfolio that the rows describe, compared record by record with the one that the edits make.
fn shown_is_done(case: &Case, plan: &MergePlan) -> Result<(), TestCaseError> {
    let selection = &case.selection;
    let after = applied(&case.current, &plan.edits(selection));
    let counts = plan.counts(selection);
    let before = renamed(plan, &case.current, selection);
    prop_assert_eq!(after.customers.len(), before.customers.len() + counts.customers.new);
    prop_assert_eq!(after.offers.len(), before.offers.len() + counts.offers.new);
    prop_assert_eq!(after.upgrades.len(), before.upgrades.len() + counts.upgrades.new);
    // Which rows are about each customer that is there, and the new ones in their order.
    let mut about: BTreeMap<usize, usize> = BTreeMap::new();
    let mut next = before.customers.len();
    for (at, row) in plan.customers.iter().enumerate() {
        let key = RowKey::Customer(at);
        match &row.standing {
            Standing::LeftOut(_) | Standing::NotInFile => {
                prop_assert!(row.changes(selection.take(key)).is_empty());
            }
            Standing::New => {
                if plan.is_taken(key, selection) {
                    added(case, plan, at, after.customers.at(next).unwrap())?;
                    next += 1;
                }
            }
            _ => {
                about.insert(before.customers.position(&row.id).unwrap(), at);
            }
        }
    }
    for (position, (was, now)) in before.customers.iter().zip(&after.customers).enumerate() {
        match about.get(&position) {
            None => prop_assert_eq!(was, now, "no row is about this customer"),
            Some(at) => updated(case, plan, *at, was, now)?,
        }
    }
    if case.into == Into::Existing {
        prop_assert_eq!(&after.rules, &case.current.rules);
        let (had, has) = (&case.current.partner, &after.partner);
        let taken = plan.partner.as_ref().filter(|_| plan.is_taken(RowKey::Partner, &case.selection));
        let shown = taken.map_or((had, had), |(old, new)| (old, new));
        prop_assert_eq!((had, has), shown, "the account is what the plan shows of it");
        // What a person says fills gaps alone.
        prop_assert_eq!((&had.name, &had.mpn_id), (&has.name, &has.mpn_id));
        prop_assert!(had.role == Role::NotKnown || had.role == has.role);
        prop_assert!(had.good_standing.is_none() || had.good_standing == has.good_standing);
    }
    upgrades_are_shown(case, plan, &before, &after)
}

fn updated(case: &Case, plan: &MergePlan, at: usize, was: &Customer, now: &Customer) -> Result<(), TestCaseError> {
    let (row, selection) = (&plan.customers[at], &case.selection);
    let own = row.changes(selection.take(RowKey::Customer(at)));
    prop_assert_eq!(with(of_customer(was), &own), of_customer(now));
    let mut expected: Vec<(Id, Says)> =
        was.subscriptions.iter().map(|record| (record.id.clone(), of_subscription(record))).collect();
    let mut new = Vec::new();
    for (of, row) in row.subscriptions.iter().enumerate() {
        let key = RowKey::Subscription(at, of);
        let take = selection.take(key);
        if !plan.is_taken(key, selection) || matches!(row.standing, Standing::LeftOut(_) | Standing::NotInFile) {
            continue;
        }
        let is_own = matches!(row.standing, Standing::RealSelfOf { .. }) && take == Some(Take::OnItsOwn);
        if is_own || row.standing == Standing::New {
            let brought = brought(case, at, of, &row.id);
            new.push((row.id.clone(), with(of_subscription(&brought), &row.changes(take))));
        } else {
            let slot = expected.iter_mut().find(|(id, _)| *id == row.id).unwrap();
            slot.1 = with(slot.1.clone(), &row.changes(take));
        }
    }
    expected.extend(new);
    let found: Vec<_> = now.subscriptions.iter().map(|record| (record.id.clone(), of_subscription(record))).collect();
    prop_assert_eq!(expected, found);
    Ok(())
}

fn added(case: &Case, plan: &MergePlan, at: usize, now: &Customer) -> Result<(), TestCaseError> {
    let row = &plan.customers[at];
    prop_assert_eq!(&row.id, &now.id);
    let taken: Vec<&Id> = row
        .subscriptions
        .iter()
        .enumerate()
        .filter(|(of, record)| {
            record.standing == Standing::New && plan.is_taken(RowKey::Subscription(at, *of), &case.selection)
        })
        .map(|(_, record)| &record.id)
        .collect();
    let found: Vec<&Id> = now.subscriptions.iter().map(|record| &record.id).collect();
    prop_assert_eq!(taken, found);
    for change in &row.filled {
        prop_assert_eq!(of_customer(now).remove(&change.field), Some(change.new.clone()));
    }
    Ok(())
}

/// The file's record behind a row; what is not placed stands behind its customer's own.
fn brought(case: &Case, at: usize, of: usize, id: &Id) -> Subscription {
    let incoming = &case.incoming;
    let own = incoming.portfolio.customers.at(at).and_then(|customer| customer.subscriptions.get(of));
    let found = own.or_else(|| incoming.unplaced.iter().find(|record| record.id == *id));
    let mut found = found.unwrap().clone();
    // Where the portfolio knows the real ID of what the file still calls by a made-up one, that is meant.
    for theirs in incoming.portfolio.upgrades.iter().filter(|theirs| theirs.provisional) {
        let known = case.current.upgrades.iter().find(|ours| {
            !ours.provisional
                && (&ours.customer, &ours.source, ours.at) == (&theirs.customer, &theirs.source, theirs.at)
        });
        for said in [&mut found.upgraded_to, &mut found.parent_id] {
            if let Some(known) = known.filter(|_| said.as_ref() == Some(&theirs.target)) {
                *said = Some(known.target.clone());
            }
        }
    }
    found
}

fn upgrades_are_shown(
    case: &Case,
    plan: &MergePlan,
    before: &Portfolio,
    after: &Portfolio,
) -> Result<(), TestCaseError> {
    let selection = &case.selection;
    let key = |upgrade: &Upgrade| (upgrade.customer.clone(), upgrade.source.clone(), upgrade.at);
    let mut expected: Vec<_> = before.upgrades.iter().map(|upgrade| (key(upgrade), of_upgrade(upgrade))).collect();
    let mut found: Vec<_> = after.upgrades.iter().map(|upgrade| (key(upgrade), of_upgrade(upgrade))).collect();
    for (at, row) in plan.upgrades.iter().enumerate() {
        let key = RowKey::Upgrade(at);
        let changes = row.changes(selection.take(key));
        if !changes.is_empty() && plan.is_taken(key, selection) {
            let slot = expected.iter_mut().find(|(id, _)| *id == (row.customer.clone(), row.source.clone(), row.at));
            let slot = slot.unwrap();
            slot.1 = with(slot.1.clone(), &changes);
        }
    }
    // New ones are where their time puts them; here only whether all that were there are as shown.
    for entry in &expected {
        let at = found.iter().position(|other| other == entry);
        prop_assert!(at.is_some(), "{entry:?} of {found:?}");
        found.remove(at.unwrap());
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn what_the_rows_show_is_what_the_edits_do(case in world::case()) {
        shown_is_done(&case, &case.plan())?;
    }

    #[test]
    fn what_is_done_can_be_undone(case in world::case()) {
        let edits = case.plan().edits(&case.selection);
        let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
        prop_assert_eq!(applied(&applied(&case.current, &edits), &back), case.current);
    }

    #[test]
    fn leaving_everything_out_gives_no_edits(case in world::case()) {
        let plan = case.plan();
        prop_assert_eq!(plan.edits(&nothing_of(&plan)), Vec::new());
    }

    #[test]
    fn a_second_import_of_the_same_changes_nothing(case in world::case()) {
        let case = Case { into: Into::Existing, base: None, ..case };
        let once = applied(&case.current, &case.plan().edits(&Selection::default()));
        let again = case.plan_for(&once, None);
        prop_assert!(again.is_idle(), "{:?}", again.edits(&Selection::default()));
        prop_assert_eq!(again.edits(&Selection::default()), Vec::new());
    }

    #[test]
    fn with_what_was_brought_kept_a_second_import_changes_nothing_and_is_in_no_conflict(case in world::case()) {
        let case = Case { into: Into::Existing, ..case };
        let plan = case.plan();
        let once = applied(&case.current, &plan.edits(&Selection::default()));
        let base = plan.next_base(case.base.as_ref(), &Selection::default());
        let again = case.plan_for(&once, Some(&base));
        prop_assert_eq!(again.edits(&Selection::default()), Vec::new());
        let conflicts = rows(&again).into_iter().filter(|(_, standing)| matches!(standing, Standing::Conflict { .. }));
        prop_assert_eq!(conflicts.count(), 0);
    }

    #[test]
    fn an_import_removes_nothing(case in world::case()) {
        let after = applied(&case.current, &case.plan().edits(&case.selection));
        for (before, now) in case.current.customers.iter().zip(&after.customers) {
            prop_assert_eq!(&before.id, &now.id);
            prop_assert!(before.subscriptions.len() <= now.subscriptions.len());
            prop_assert!(before.tags.iter().all(|tag| now.tags.contains(tag)));
            for (before, now) in before.subscriptions.iter().zip(&now.subscriptions) {
                for (field, was) in of_subscription(before) {
                    let is = of_subscription(now).remove(&field).unwrap();
                    prop_assert!(was == Value::Absent || is != Value::Absent || field == Field::SuspendedOn);
                }
            }
        }
    }

    #[test]
    fn a_portfolio_compared_with_itself_is_the_same_and_with_what_an_import_made_of_it_is_not(case in world::case()) {
        let itself = compare(&case.current, &case.current);
        prop_assert!(itself.is_idle());
        prop_assert!(rows(&itself).iter().all(|(_, standing)| **standing != Standing::NotInFile));
        let after = applied(&case.current, &case.plan().edits(&case.selection));
        let found = compare(&case.current, &after).counts(&Selection::default());
        prop_assert_eq!(found.customers.not_in_file + found.offers.not_in_file, 0, "an import removes nothing");
    }

    #[test]
    fn a_row_that_is_left_out_is_offered_again(case in world::case()) {
        let case = Case { into: Into::Existing, current: case.current, ..case };
        let plan = case.plan();
        let selection = nothing_of(&plan);
        let base = plan.next_base(case.base.as_ref(), &selection);
        let again = case.plan_for(&case.current, Some(&base));
        for ((key, first), (_, second)) in rows(&plan).into_iter().zip(rows(&again)) {
            if matches!(first, Standing::New | Standing::Changed(_) | Standing::Conflict { .. }) {
                let is_offered = matches!(second, Standing::New | Standing::Changed(_) | Standing::Conflict { .. });
                prop_assert!(is_offered, "{key:?}: {first:?}, then {second:?}");
            }
        }
    }
}
