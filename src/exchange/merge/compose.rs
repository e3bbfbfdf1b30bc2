//! Edits out of rows: exactly what the rows say, for any selection of them. Nothing is matched or merged here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::field::FieldChange;
use super::parts::{CustomerParts, Place};
use super::real_ids::Rename;
use super::rows::{CustomerPlan, Standing};
use super::selection::{RowKey, Selection, Take};
use super::{Into, MergePlan, answer, record};
use crate::model::{Customer, Edit, Id, Offer, Subscription, Upgrade};

impl MergePlan {
    /// The edits that carry out what is taken of the plan, in the order in which they have to be applied.
    #[must_use]
    pub fn edits(&self, selection: &Selection) -> Vec<Edit> {
        let mut edits = Vec::new();
        if let Some((old, new)) = self.rules.as_ref().filter(|_| self.is_taken(RowKey::Rules, selection)) {
            edits.push(Edit::Rules { old: old.clone(), new: new.clone() });
        }
        if let Some((old, new)) = self.partner.as_ref().filter(|_| self.is_taken(RowKey::Partner, selection)) {
            edits.push(Edit::Partner { old: old.clone(), new: new.clone() });
        }
        self.offer_edits(selection, &mut edits);
        self.customer_edits(selection, &mut edits);
        self.upgrade_edits(selection, &mut edits);
        self.history_edits(selection, &mut edits);
        answer::edits(&self.answers, selection, self.parts.answers_end, &mut edits);
        edits
    }

    /// Whether anything of a row is taken: the person left out neither it nor what it comes with.
    #[must_use]
    pub fn is_taken(&self, key: RowKey, selection: &Selection) -> bool {
        let is_left = |key| selection.take(key) == Some(Take::Nothing);
        if is_left(key) {
            return false;
        }
        match key {
            RowKey::Rules | RowKey::Partner | RowKey::Offer(_) | RowKey::Customer(_) | RowKey::Answer(_) => true,
            RowKey::Subscription(at, of) => {
                let is_new = self.customers.get(at).is_some_and(|row| row.standing == Standing::New);
                let place = self.parts.customers.get(at).and_then(|part| part.subscriptions.get(of));
                let cause = match place {
                    Some(Place::At(_, Some(through))) => self.parts.renames.get(*through).map(|rename| rename.cause),
                    Some(Place::At(_, None) | Place::Out | Place::Behind) | None => None,
                };
                let comes = cause.is_none_or(|cause| cause == key || self.is_taken(cause, selection));
                comes && !(is_new && is_left(RowKey::Customer(at)))
            }
            RowKey::Upgrade(at) => {
                let customer = self.parts.upgrades.get(at).and_then(|part| part.customer);
                customer.is_none_or(|customer| !is_left(RowKey::Customer(customer)))
            }
        }
    }

    /// The ids that present subscriptions get, by customer and the id so far.
    #[must_use]
    pub fn real_ids(&self) -> HashMap<(&Id, &Id), &Id> {
        let renames = self.parts.renames.iter();
        renames.map(|rename| ((&rename.old.id, &rename.from), &rename.to)).collect()
    }

    fn is_renamed(&self, rename: &Rename, selection: &Selection) -> bool {
        let is_own =
            matches!(rename.cause, RowKey::Subscription(..)) && selection.take(rename.cause) == Some(Take::OnItsOwn);
        self.is_taken(rename.cause, selection) && !is_own
    }

    fn offer_edits(&self, selection: &Selection, edits: &mut Vec<Edit>) {
        let mut end = self.parts.offers_end;
        for (at, (row, part)) in self.offers.iter().zip(&self.parts.offers).enumerate() {
            let key = RowKey::Offer(at);
            match (&part.old, &part.incoming) {
                (Some((position, old)), _) => {
                    let changes = row.changes(selection.take(key));
                    if !changes.is_empty() {
                        let mut new = Offer::clone(old);
                        record::offer::assign(&mut new, &changes);
                        let (old, new) = (Some(Arc::clone(old)), Some(Arc::new(new)));
                        edits.push(Edit::Offer { position: *position, old, new });
                    }
                }
                (None, Some(new)) if row.standing == Standing::New && self.is_taken(key, selection) => {
                    edits.push(Edit::Offer { position: end, old: None, new: Some(Arc::clone(new)) });
                    end += 1;
                }
                (None, Some(_) | None) => {}
            }
        }
    }

    fn customer_edits(&self, selection: &Selection, edits: &mut Vec<Edit>) {
        let mut renamed: BTreeMap<usize, Vec<&Rename>> = BTreeMap::new();
        for rename in self.parts.renames.iter().filter(|rename| self.is_renamed(rename, selection)) {
            renamed.entry(rename.position).or_default().push(rename);
        }
        let mut end = self.parts.customers_end;
        for (at, (row, part)) in self.customers.iter().zip(&self.parts.customers).enumerate() {
            if let Some((position, old)) = &part.old {
                let renames = renamed.remove(position).unwrap_or_default();
                if let Some(new) = self.updated(at, (row, part), old, &renames, selection) {
                    edits.push(Edit::Customer { position: *position, old: Some(Arc::clone(old)), new: Some(new) });
                }
            } else if row.standing == Standing::New && self.is_taken(RowKey::Customer(at), selection) {
                let Some(new) = self.added(at, (row, part), selection) else { continue };
                edits.push(Edit::Customer { position: end, old: None, new: Some(new) });
                end += 1;
            }
        }
        // What only learned an id; its position is one of those that are there, which nothing has moved.
        for (position, renames) in renamed {
            let Some(old) = renames.first().map(|rename| Arc::clone(&rename.old)) else { continue };
            let mut new = Customer::clone(&old);
            renames.iter().for_each(|rename| new.rename_subscription(&rename.from, &rename.to));
            edits.push(Edit::Customer { position, old: Some(old), new: Some(Arc::new(new)) });
        }
    }

    /// A present customer as the rows make them; `None` where nothing becomes of them.
    fn updated(
        &self,
        at: usize,
        (row, part): (&CustomerPlan, &CustomerParts),
        old: &Arc<Customer>,
        renames: &[&Rename],
        selection: &Selection,
    ) -> Option<Arc<Customer>> {
        let own = row.changes(selection.take(RowKey::Customer(at)));
        let mut new = (!own.is_empty() || !renames.is_empty()).then(|| Customer::clone(old));
        if let Some(new) = &mut new {
            renames.iter().for_each(|rename| new.rename_subscription(&rename.from, &rename.to));
            record::customer::assign(new, &own);
        }
        for (of, (row, place)) in row.subscriptions.iter().zip(&part.subscriptions).enumerate() {
            let key = RowKey::Subscription(at, of);
            let take = selection.take(key);
            if !self.is_taken(key, selection) {
                continue;
            }
            let changes = row.changes(take);
            let is_own = matches!(row.standing, Standing::RealSelfOf { .. }) && take == Some(Take::OnItsOwn);
            match place {
                Place::At(place, _) if !is_own => {
                    if !changes.is_empty()
                        && let Some(slot) =
                            new.get_or_insert_with(|| Customer::clone(old)).subscriptions.get_mut(*place)
                    {
                        record::subscription::assign(slot, &changes);
                    }
                }
                Place::At(..) | Place::Behind => {
                    let added = brought(part, of, &changes);
                    new.get_or_insert_with(|| Customer::clone(old)).subscriptions.extend(added);
                }
                Place::Out => {}
            }
        }
        new.map(Arc::new)
    }

    /// A new customer with those subscriptions that are taken.
    fn added(
        &self,
        at: usize,
        (row, part): (&CustomerPlan, &CustomerParts),
        selection: &Selection,
    ) -> Option<Arc<Customer>> {
        let incoming = part.incoming.as_ref()?;
        let comes = |of: usize, place: &Place| {
            *place == Place::Behind && self.is_taken(RowKey::Subscription(at, of), selection)
        };
        let is_whole = part.subscriptions.iter().enumerate().all(|(of, place)| comes(of, place));
        let is_filled = !row.filled.is_empty() || row.subscriptions.iter().any(|row| !row.filled.is_empty());
        if is_whole && !is_filled {
            // What is taken whole is shared, not copied.
            return Some(Arc::clone(incoming));
        }
        let mut new = Customer { subscriptions: Vec::new(), ..Customer::clone(incoming) };
        record::customer::assign(&mut new, &row.filled);
        let rows = row.subscriptions.iter().zip(&part.subscriptions).enumerate();
        for (of, (row, _)) in rows.filter(|(of, (_, place))| comes(*of, place)) {
            new.subscriptions.extend(brought(part, of, &row.filled));
        }
        Some(Arc::new(new))
    }

    fn upgrade_edits(&self, selection: &Selection, edits: &mut Vec<Edit>) {
        let present = &self.parts.present_upgrades;
        let mut touched: BTreeMap<usize, Upgrade> = BTreeMap::new();
        let touch = |touched: &mut BTreeMap<usize, Upgrade>, at: usize, change: &dyn Fn(&mut Upgrade)| {
            if let Some(old) = present.get(at) {
                change(touched.entry(at).or_insert_with(|| Upgrade::clone(old)));
            }
        };
        for rename in self.parts.renames.iter().filter(|rename| self.is_renamed(rename, selection)) {
            for at in &rename.upgrades {
                touch(&mut touched, *at, &|upgrade| upgrade.rename_subscription(&rename.from, &rename.to));
            }
            if let Some(at) = rename.enters {
                touch(&mut touched, at, &|upgrade| upgrade.enter_real_id(&rename.to));
            }
        }
        let mut added: Vec<(usize, &Arc<Upgrade>)> = Vec::new();
        for (at, (row, part)) in self.upgrades.iter().zip(&self.parts.upgrades).enumerate() {
            let key = RowKey::Upgrade(at);
            if !self.is_taken(key, selection) {
                continue;
            }
            match (part.old, &part.incoming) {
                (Some(position), _) => {
                    let changes = row.changes(selection.take(key));
                    if !changes.is_empty() {
                        touch(&mut touched, position, &|upgrade| record::upgrade::assign(upgrade, &changes));
                    }
                }
                (None, Some(new)) if row.standing == Standing::New => {
                    added.push((part.before, new));
                }
                (None, Some(_) | None) => {}
            }
        }
        for (position, new) in touched {
            let old = present.get(position).filter(|old| ***old != new);
            edits.extend(old.map(|old| Edit::Upgrade {
                position,
                old: Some(Arc::clone(old)),
                new: Some(Arc::new(new)),
            }));
        }
        if self.parts.into == Into::Existing {
            added.sort_by_key(|(_, upgrade)| upgrade.at);
        }
        for (ahead, (before, new)) in added.into_iter().enumerate() {
            edits.push(Edit::Upgrade { position: before + ahead, old: None, new: Some(Arc::clone(new)) });
        }
    }

    /// What was recorded stays in the order in which it was recorded; it comes with what it is about.
    fn history_edits(&self, selection: &Selection, edits: &mut Vec<Edit>) {
        let leaves_out = |take: &Take| *take == Take::Nothing;
        if edits.is_empty() && selection.rows.values().any(leaves_out) {
            return;
        }
        let left = self.customers.iter().enumerate();
        let left = left.filter(|(at, _)| !self.is_taken(RowKey::Customer(*at), selection));
        let left: HashSet<_> = left.map(|(_, row)| &row.id).collect();
        let lines = self.parts.history.iter().filter(|line| !left.contains(&line.customer));
        edits.extend(lines.enumerate().map(|(at, line)| Edit::History {
            position: self.parts.present_history + at,
            old: None,
            new: Some(Arc::clone(line)),
        }));
    }
}

/// A subscription of the file, with what is filled into it.
fn brought(part: &CustomerParts, of: usize, filled: &[FieldChange]) -> Option<Subscription> {
    let mut brought = part.incoming.as_ref()?.subscriptions.get(of)?.clone();
    record::subscription::assign(&mut brought, filled);
    Some(brought)
}
