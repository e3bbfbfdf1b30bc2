//! What was done, by name, and what became what in it: the history's lines.

use std::borrow::Cow;

use super::{Naming, Words};
use crate::model::{Answer, Change, Customer, Deed, Edit, Id, Offer, Partner, Subscription, Upgrade};

/// One value before and after, each as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub what: String,
    pub old: String,
    pub new: String,
}

/// The messages that name kinds of deeds, in the order in which they are offered.
pub const DEEDS: [&str; 23] = [
    "deed-add-customer",
    "deed-edit-customer",
    "deed-delete-customer",
    "deed-add-subscription",
    "deed-edit-subscription",
    "deed-delete-subscription",
    "deed-change-licenses",
    "deed-suspend",
    "deed-reactivate",
    "deed-cancel",
    "deed-upgrade",
    "deed-enter-id",
    "deed-tick-task",
    "deed-edit-tags",
    "deed-edit-delegated-admin",
    "deed-edit-customers",
    "deed-edit-channel",
    "deed-edit-partner",
    "deed-switch-rules",
    "deed-edit-offer",
    "deed-restore-offer",
    "deed-import",
    "deed-take-back-recovered",
];

impl Words {
    /// The message that names the kind of a deed.
    #[must_use]
    pub const fn deed_kind(deed: &Deed) -> &'static str {
        match deed {
            Deed::AddCustomer { .. } => "deed-add-customer",
            Deed::EditCustomer { .. } => "deed-edit-customer",
            Deed::DeleteCustomer { .. } => "deed-delete-customer",
            Deed::AddSubscription { .. } => "deed-add-subscription",
            Deed::EditSubscription { .. } => "deed-edit-subscription",
            Deed::DeleteSubscription { .. } => "deed-delete-subscription",
            Deed::ChangeLicenses { .. } => "deed-change-licenses",
            Deed::Suspend { .. } => "deed-suspend",
            Deed::Reactivate { .. } => "deed-reactivate",
            Deed::Cancel { .. } => "deed-cancel",
            Deed::Upgrade { .. } => "deed-upgrade",
            Deed::EnterSubscriptionId { .. } => "deed-enter-id",
            Deed::TickTask { .. } => "deed-tick-task",
            Deed::EditTags { .. } => "deed-edit-tags",
            Deed::EditDelegatedAdmin { .. } => "deed-edit-delegated-admin",
            Deed::EditCustomers { .. } => "deed-edit-customers",
            Deed::EditChannel { .. } => "deed-edit-channel",
            Deed::EditPartner => "deed-edit-partner",
            Deed::SwitchRules => "deed-switch-rules",
            Deed::EditOffer { .. } => "deed-edit-offer",
            Deed::RestoreOffer { .. } => "deed-restore-offer",
            Deed::Import { .. } => "deed-import",
            Deed::TakeBackRecovered { .. } => "deed-take-back-recovered",
        }
    }

    /// A deed by its name, and what was done to several records with how many they were.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "every other deed is about one record, or about none")]
    pub fn deed(&self, deed: &Deed) -> Cow<'_, str> {
        Cow::Owned(match deed {
            Deed::EditTags { customers } => self.with("deed-tags-of", &[("count", (*customers).into())]),
            Deed::EditDelegatedAdmin { customers } => {
                self.with("deed-delegated-admin-of", &[("count", (*customers).into())])
            }
            Deed::EditCustomers { customers } => self.with("deed-customers-of", &[("count", (*customers).into())]),
            Deed::EditChannel { subscriptions } => self.with("deed-channel-of", &[("count", (*subscriptions).into())]),
            _ => return Cow::Borrowed(self.say(Self::deed_kind(deed))),
        })
    }
}

/// Collects the differences of one record.
struct Differences<'a> {
    naming: Naming<'a>,
    found: Vec<Difference>,
}

impl Differences<'_> {
    fn note(&mut self, what: &str, old: String, new: String) {
        if old != new {
            let what = self.naming.words.say(what).to_owned();
            self.found.push(Difference { what, old, new });
        }
    }

    fn text(&mut self, what: &str, old: &str, new: &str) {
        self.note(what, old.to_owned(), new.to_owned());
    }

    fn shown<T: ToString>(&mut self, what: &str, old: Option<T>, new: Option<T>) {
        let show = |value: Option<T>| value.map_or_else(String::new, |value| value.to_string());
        self.note(what, show(old), show(new));
    }

    fn number(&mut self, what: &str, old: Option<i64>, new: Option<i64>) {
        let words = self.naming.words;
        self.shown(what, old.map(|number| words.number(number)), new.map(|number| words.number(number)));
    }

    fn customer(&mut self, old: &Customer, new: &Customer) {
        let words = self.naming.words;
        self.text("field-company-name", &old.company_name, &new.company_name);
        self.text("field-customer-id", old.id.as_str(), new.id.as_str());
        self.shown("field-domain", old.domain.as_ref(), new.domain.as_ref());
        self.shown("field-relationship", old.relationship.as_ref(), new.relationship.as_ref());
        self.note(
            "field-delegated-admin",
            words.delegated_admin(&old.delegated_admin),
            words.delegated_admin(&new.delegated_admin),
        );
        self.note("field-tags", words.list(&old.tags), words.list(&new.tags));
        self.text("field-notes", &old.notes, &new.notes);
        self.subscriptions(old, new);
    }

    /// Pairs the subscriptions by id; one that changed its id alone stands at the same place.
    fn subscriptions(&mut self, old: &Customer, new: &Customer) {
        for (at, before) in old.subscriptions.iter().enumerate() {
            let same = new.subscription(&before.id);
            let renamed = || new.subscriptions.get(at).filter(|after| old.subscription(&after.id).is_none());
            let after =
                same.or_else(|| if old.subscriptions.len() == new.subscriptions.len() { renamed() } else { None });
            match after {
                Some(after) => self.subscription(before, after),
                None => {
                    let name = self.naming.words.with("history-gone", &[("record", self.name(before).into())]);
                    self.found.push(Difference { what: name, old: String::new(), new: String::new() });
                }
            }
        }
        for after in &new.subscriptions {
            let at = new.subscriptions.iter().position(|other| other.id == after.id).unwrap_or(0);
            let was_renamed = old.subscriptions.len() == new.subscriptions.len()
                && old.subscriptions.get(at).is_some_and(|before| new.subscription(&before.id).is_none());
            if old.subscription(&after.id).is_none() && !was_renamed {
                let name = self.naming.words.with("history-new", &[("record", self.name(after).into())]);
                self.found.push(Difference { what: name, old: String::new(), new: String::new() });
            }
        }
    }

    fn name(&self, record: &Subscription) -> String {
        let naming = Naming { words: self.naming.words, offers: self.naming.offers, customer: None };
        naming.words.bracketed(naming.subscription(record), record.id.as_str())
    }

    fn subscription(&mut self, old: &Subscription, new: &Subscription) {
        let words = self.naming.words;
        self.text("field-subscription-id", old.id.as_str(), new.id.as_str());
        self.shown("field-offer-id", old.offer_id.as_ref(), new.offer_id.as_ref());
        self.text("field-offer-name", &old.offer_name, &new.offer_name);
        self.text("field-nickname", &old.friendly_name, &new.friendly_name);
        self.note("field-quantity", words.number(old.quantity), words.number(new.quantity));
        self.number("field-assigned", old.assigned, new.assigned);
        self.text("field-status", words.status(&old.status), words.status(&new.status));
        self.text("field-cycle", words.cycle(&old.billing_cycle), words.cycle(&new.billing_cycle));
        self.note("field-channel", words.channel(&old.channel), words.channel(&new.channel));
        self.shown("field-created", old.created, new.created);
        self.shown("field-commitment-end", old.commitment_end, new.commitment_end);
        self.text("field-auto-renew", words.yes_no(old.auto_renew), words.yes_no(new.auto_renew));
        self.text("field-trial", words.yes_no(old.trial), words.yes_no(new.trial));
        self.shown("field-parent", old.parent_id.as_ref(), new.parent_id.as_ref());
        self.shown("field-suspended-on", old.suspended_on, new.suspended_on);
        self.shown("field-upgraded-to", old.upgraded_to.as_ref(), new.upgraded_to.as_ref());
    }

    fn offer(&mut self, old: Option<&Offer>, new: Option<&Offer>) {
        let words = self.naming.words;
        let number = |offer: Option<&Offer>, of: fn(&Offer) -> i64| {
            offer.map_or_else(String::new, |offer| words.number(of(offer)))
        };
        let name = |offer: Option<&Offer>| offer.map_or_else(String::new, |offer| offer.name.clone());
        self.note("field-offer-name", name(old), name(new));
        self.note("field-minimum", number(old, |offer| offer.minimum), number(new, |offer| offer.minimum));
        self.note("field-maximum", number(old, |offer| offer.maximum), number(new, |offer| offer.maximum));
        let limit = |offer: Option<&Offer>| offer.and_then(|offer| offer.concurrent_limit);
        self.number("field-concurrent-limit", limit(old), limit(new));
        let family = |offer: Option<&Offer>| offer.map_or("", |offer| words.family(offer.family)).to_owned();
        self.note("field-family", family(old), family(new));
        let services = |offer: Option<&Offer>| match offer.and_then(|offer| offer.services.as_ref()) {
            Some(services) => words.services(services),
            None => words.say("not-known").to_owned(),
        };
        self.note("field-services", services(old), services(new));
        let cycles = |offer: Option<&Offer>| {
            let names: Vec<&str> =
                offer.iter().flat_map(|offer| &offer.cycles).map(|cycle| words.cycle(cycle)).collect();
            words.list(&names)
        };
        self.note("field-cycles", cycles(old), cycles(new));
    }

    fn partner(&mut self, old: &Partner, new: &Partner) {
        let words = self.naming.words;
        self.text("field-partner-name", &old.name, &new.name);
        self.shown("field-mpn-id", old.mpn_id.as_ref(), new.mpn_id.as_ref());
        self.text("field-role", words.role(old.role), words.role(new.role));
        self.text("field-standing", words.yes_no(old.good_standing), words.yes_no(new.good_standing));
    }

    fn answer(&mut self, old: Option<&Answer>, new: Option<&Answer>) {
        let said =
            |answer: Option<&Answer>| answer.map_or_else(String::new, |answer| self.naming.answered(&answer.targets));
        let read = |answer: Option<&Answer>| answer.and_then(|answer| answer.read);
        let (before, after) = (said(old), said(new));
        self.note("field-answer", before, after);
        let words = self.naming.words;
        let moment = |answer| read(answer).map(|at| words.moment(at));
        self.shown("field-read", moment(old), moment(new));
    }

    fn tasks(&mut self, old: &Upgrade, new: &Upgrade) {
        let words = self.naming.words;
        for (before, after) in old.tasks.iter().zip(&new.tasks) {
            if before.done != after.done {
                let shown = |done: bool| words.say(if done { "task-done" } else { "task-open" }).to_owned();
                let what = words.task(after.id).to_owned();
                self.found.push(Difference { what, old: shown(before.done), new: shown(after.done) });
            }
        }
    }
}

impl Naming<'_> {
    /// What became what in a change.
    #[must_use]
    pub fn differences(&self, change: &Change) -> Vec<Difference> {
        let mut all = Differences { naming: *self, found: Vec::new() };
        let is_of_several = change.edits.len() > 1 && Self::subject(&change.deed).is_none();
        for edit in &change.edits {
            let before = all.found.len();
            match edit {
                Edit::Customer { old: Some(old), new: Some(new), .. } => all.customer(old, new),
                Edit::Customer { old, new, .. } => {
                    let name = |customer: &Option<std::sync::Arc<Customer>>| {
                        customer.as_ref().map_or_else(String::new, |customer| customer.company_name.clone())
                    };
                    all.note("field-customer", name(old), name(new));
                }
                Edit::Upgrade { old: Some(old), new: Some(new), .. } => all.tasks(old, new),
                // The file's own history tells what these differences show already.
                Edit::Upgrade { .. } | Edit::History { .. } => {}
                Edit::Offer { old, new, .. } => {
                    // An offer of the portfolio's own stands in for the catalog's of the same id.
                    let id = old.as_ref().or(new.as_ref()).map(|offer| &offer.id);
                    let builtin = self.offers.catalog().offers.iter().find(|offer| Some(&offer.id) == id);
                    all.offer(
                        old.as_ref().or(builtin).map(|offer| &**offer),
                        new.as_ref().or(builtin).map(|offer| &**offer),
                    );
                }
                Edit::Answer { old, new, .. } => all.answer(old.as_deref(), new.as_deref()),
                Edit::Partner { old, new } => all.partner(old, new),
                Edit::Rules { old, new } => {
                    let words = self.words;
                    all.text("field-rules", words.rule_set(old), words.rule_set(new));
                }
            }
            if let (true, Edit::Customer { old: Some(old), .. }) = (is_of_several, edit) {
                for difference in all.found.iter_mut().skip(before) {
                    difference.what = self.words.said_of(&old.company_name, &difference.what);
                }
            }
        }
        all.found
    }

    /// Whom a change is about: a customer's name where one is still known by the id.
    #[must_use]
    pub fn subject(deed: &Deed) -> Option<&Id> {
        match deed {
            Deed::AddCustomer { customer }
            | Deed::EditCustomer { customer }
            | Deed::DeleteCustomer { customer }
            | Deed::AddSubscription { customer, .. }
            | Deed::EditSubscription { customer, .. }
            | Deed::DeleteSubscription { customer, .. }
            | Deed::ChangeLicenses { customer, .. }
            | Deed::Suspend { customer, .. }
            | Deed::Reactivate { customer, .. }
            | Deed::Cancel { customer, .. }
            | Deed::Upgrade { customer, .. }
            | Deed::EnterSubscriptionId { customer, .. }
            | Deed::TickTask { customer, .. } => Some(customer),
            Deed::EditTags { .. }
            | Deed::EditDelegatedAdmin { .. }
            | Deed::EditCustomers { .. }
            | Deed::EditChannel { .. }
            | Deed::EditPartner
            | Deed::SwitchRules
            | Deed::EditOffer { .. }
            | Deed::RestoreOffer { .. }
            | Deed::Import { .. }
            | Deed::TakeBackRecovered { .. } => None,
        }
    }
}
