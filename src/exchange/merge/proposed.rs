//! What a file makes likely and a person confirmed, filled into what still says nothing. What is likely is the readers'.

use std::collections::HashSet;

use super::super::incoming::{Likely, Proposal};
use super::Planning;
use super::field::Field;
use super::merging::Merging;
use super::selection::{Accepted, Privileges};
use crate::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Id, Partner, Role, Status, Subscription};

/// The subscriptions of the proposals that were confirmed, by what they make likely.
#[derive(Debug, Default)]
pub struct Confirmed<'a> {
    active: HashSet<&'a Id>,
    monthly: HashSet<&'a Id>,
    own_sale: HashSet<&'a Id>,
    privileges: Option<&'a Privileges>,
    role: Option<Role>,
    good_standing: Option<bool>,
}

impl<'a> Confirmed<'a> {
    pub fn of(proposals: &'a [Proposal], accepted: &'a Accepted) -> Self {
        let Accepted { likely: _, privileges, role, good_standing } = accepted;
        let mut confirmed =
            Self { privileges: Some(privileges), role: *role, good_standing: *good_standing, ..Self::default() };
        for proposal in proposals.iter().filter(|proposal| accepted.likely.contains(&proposal.likely)) {
            let ids = match proposal.likely {
                Likely::Active => &mut confirmed.active,
                Likely::Monthly => &mut confirmed.monthly,
                Likely::OwnSale => &mut confirmed.own_sale,
            };
            ids.extend(&proposal.subscriptions);
        }
        confirmed
    }

    fn has_privileges(&self, customer: &Id) -> bool {
        self.privileges.is_some_and(|privileges| match privileges {
            Privileges::NotSaid => false,
            Privileges::All => true,
            Privileges::These(ids) => ids.contains(customer),
        })
    }
}

/// The partner's account with what was said of it, where that was not recorded.
pub fn filled_partner(confirmed: &Confirmed<'_>, present: &Partner) -> Partner {
    let Partner { name: _, mpn_id: _, role, good_standing } = present;
    let said = confirmed.role.filter(|_| *role == Role::NotKnown);
    Partner { role: said.unwrap_or(*role), good_standing: good_standing.or(confirmed.good_standing), ..present.clone() }
}

pub fn fill_customer(planning: &Planning<'_>, merging: &mut Merging<'_>, present: &Customer, incoming: &Customer) {
    if planning.confirmed.has_privileges(&incoming.id) {
        merging.fill(Field::DelegatedAdmin, &present.delegated_admin, &DelegatedAdmin::All);
    }
}

pub fn fill_subscription(
    planning: &Planning<'_>,
    merging: &mut Merging<'_>,
    present: &Subscription,
    incoming: &Subscription,
) {
    let confirmed = &planning.confirmed;
    // What was upgraded is closed, whatever it was charged for.
    if confirmed.active.contains(&incoming.id) && present.upgraded_to.is_none() && incoming.upgraded_to.is_none() {
        merging.fill(Field::Status, &present.status, &Status::Active);
    }
    if confirmed.monthly.contains(&incoming.id) {
        merging.fill(Field::BillingCycle, &present.billing_cycle, &BillingCycle::Monthly);
    }
    if confirmed.own_sale.contains(&incoming.id) {
        merging.fill(Field::Channel, &present.channel, &Channel::ThisPartner);
    }
}
