//! What a file's answers bring together: whose each record is, what is there twice, what is missing, what nobody took.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::fields::{Fields, Left, Wrong};
use super::json::{Broken, Member, Node, Value};
use super::{customer, offer, subscription, upgrade, words};
use crate::exchange::incoming::{
    FaultReason, Faults, Incoming, Likely, Lists, Malformed, Note, Proposal, RowFault, Supplied,
};
use crate::exchange::merge::Field;
use crate::exchange::offer_names::OfferNames;
use crate::exchange::source::{Choices, Recognized};
use crate::model::{
    Answer, AnsweredTarget, Catalog, Customer, Customers, DelegatedAdmin, Id, Offer, Portfolio, Subscription,
};

/// What an item is a record of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Customer,
    Subscription,
    Offer,
    Upgrade,
    Other,
}

/// What stands around the items of a collection.
#[derive(Debug, Default)]
pub struct Envelope {
    total: Option<usize>,
    /// The link by which it was asked for; empty where it does not say.
    own: String,
    has_next: bool,
}

impl Envelope {
    pub fn of(members: &[Member<'_>]) -> Self {
        let mut fields = Fields::new("", 0, members);
        // A faulty envelope says nothing; its items are read all the same.
        let total = fields.number(&["totalCount"]).ok().flatten().and_then(|total| usize::try_from(total).ok());
        let mut links = fields.inner("links");
        let mut link = |name: &str| -> Option<String> { links.as_mut()?.inner(name)?.text(&["uri"]).ok().flatten() };
        Self { total, own: link("self").unwrap_or_default(), has_next: link("next").is_some() }
    }

    fn path(&self) -> &str {
        self.own.split('?').next().unwrap_or_default()
    }
}

/// The pages of one long list.
#[derive(Debug, Default)]
struct Pages {
    held: usize,
    total: usize,
    has_last: bool,
    is_filtered: bool,
}

#[derive(Debug)]
pub struct Batch<'t> {
    text: &'t str,
    choices: &'t Choices,
    catalog: &'t Catalog,
    names: OfferNames,
    /// A byte and its line, from which the next one is counted.
    line: (usize, u64),
    customers: Vec<Customer>,
    by_id: HashMap<Id, usize>,
    subscriptions: HashMap<(Id, Id), Subscription>,
    unplaced: Vec<Subscription>,
    offers: Vec<Arc<Offer>>,
    known_offers: usize,
    answers: Vec<Arc<Answer>>,
    unplaced_answers: Vec<Answer>,
    asks_subscription: bool,
    own_sales: BTreeSet<Id>,
    /// Subscriptions whose item says no quantity, with what that is to be told as.
    without_quantity: Vec<(Id, RowFault)>,
    supplied: BTreeSet<Field>,
    faults: Faults,
    left: Left,
    pages: BTreeMap<(Kind, String), Pages>,
    /// The collection that is being read: its records wait for what stands around them.
    open: Open,
}

#[derive(Debug, Default)]
struct Open {
    subscriptions: Vec<(subscription::Read, u64, String)>,
    targets: Vec<AnsweredTarget>,
    first_target: Option<(u64, String)>,
    kinds: BTreeMap<Kind, usize>,
}

impl<'t> Batch<'t> {
    pub fn new(text: &'t str, choices: &'t Choices, catalog: &'t Catalog, names: OfferNames) -> Self {
        Self {
            text,
            choices,
            catalog,
            names,
            line: (0, 1),
            customers: Vec::new(),
            by_id: HashMap::new(),
            subscriptions: HashMap::new(),
            unplaced: Vec::new(),
            offers: Vec::new(),
            known_offers: 0,
            answers: Vec::new(),
            unplaced_answers: Vec::new(),
            asks_subscription: false,
            own_sales: BTreeSet::new(),
            without_quantity: Vec::new(),
            supplied: BTreeSet::new(),
            faults: Faults::default(),
            left: Left::new(),
            pages: BTreeMap::new(),
            open: Open::default(),
        }
    }

    /// The line of a byte, counted on from the last one that was asked for.
    fn line_of(&mut self, at: usize) -> u64 {
        let (mut from, mut line) = self.line;
        if at < from {
            (from, line) = (0, 1);
        }
        let passed = self.text.as_bytes().get(from..at).unwrap_or_default();
        line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.line = (at, line);
        line
    }

    /// What cannot be read as JSON.
    pub fn broken(&mut self, broken: Broken, path: &str) {
        let Broken { at, reason } = broken;
        let line = self.line_of(at);
        let start = self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let before = self.text.get(start..at).unwrap_or_default();
        let column = before.chars().count() + 1;
        let column = inside(path, &format!("column {column}"));
        self.faults.push(RowFault { line, column, reason, value: String::new(), cells: Vec::new() });
    }

    pub const fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// A line between answers that is none.
    pub fn not_an_answer(&mut self, at: usize, path: &str) {
        let reason = FaultReason::NotParsed(Malformed::NoAnswer);
        self.broken(Broken { at, reason }, path);
    }

    fn wrong(&mut self, wrong: Wrong, path: &str) {
        let Wrong { at, path: inner, reason, value } = wrong;
        let line = self.line_of(at);
        let own = inner.split_once('.').map_or(&*inner, |(_, own)| own);
        let column = if path.is_empty() { inner.clone() } else { inside(path, own) };
        self.faults.push(RowFault { line, column, reason, value, cells: Vec::new() });
    }

    /// One item, of whichever kind.
    pub fn item(&mut self, node: &Node<'_>, path: &str) {
        let Value::Object(members) = &node.value else {
            let reason = FaultReason::NotParsed(Malformed::NoRecord);
            return self.broken(Broken { at: node.at, reason }, path);
        };
        let kind = kind(members);
        *self.open.kinds.entry(kind).or_default() += 1;
        let read = match kind {
            Kind::Customer => customer::read(Fields::new("customer", node.at, members), &mut self.left)
                .map(|read| self.customer(read)),
            Kind::Subscription => {
                let fields = Fields::new("subscription", node.at, members);
                subscription::read(fields, &mut self.supplied, &mut self.left).map(|mut read| {
                    self.name(&mut read.subscription);
                    let line = self.line_of(node.at);
                    self.open.subscriptions.push((read, line, path.to_owned()));
                })
            }
            Kind::Offer => {
                let fields = Fields::new("offer", node.at, members);
                offer::read(fields, self.catalog, &mut self.left).map(|read| self.offer(read))
            }
            Kind::Upgrade => upgrade::read(Fields::new("upgrade", node.at, members), &mut self.left).map(|read| {
                if self.open.first_target.is_none() {
                    self.open.first_target = Some((self.line_of(node.at), path.to_owned()));
                }
                self.open.targets.push(read);
            }),
            Kind::Other => {
                *self.left.entry(named(members)).or_default() += 1;
                Ok(())
            }
        };
        if let Err(wrong) = read {
            self.wrong(wrong, path);
        }
    }

    /// Finds the offer by its name, where an item has no id of it.
    fn name(&mut self, subscription: &mut Subscription) {
        if subscription.offer_id.is_none() && !subscription.offer_name.trim().is_empty() {
            subscription.offer_id = self.names.resolve("", &subscription.offer_name);
            self.supplied.extend(subscription.offer_id.is_some().then_some(Field::OfferId));
        }
    }

    fn customer(&mut self, read: Customer) {
        let says = [
            (Field::CompanyName, !read.company_name.is_empty()),
            (Field::Domain, read.domain.is_some()),
            (Field::Relationship, read.relationship.is_some()),
            (Field::DelegatedAdmin, read.delegated_admin != DelegatedAdmin::NotKnown),
        ];
        self.supplied.extend(says.into_iter().filter(|(_, says)| *says).map(|(field, _)| field));
        let at = self.holder(&read.id);
        let Some(present) = self.customers.get_mut(at) else { return };
        // An answer by id says more than a list does: the two together are the customer.
        let fits = |present: &str, read: &str| present.is_empty() || read.is_empty() || present == read;
        let is_more = fits(&present.company_name, &read.company_name)
            && fits(present.domain.as_deref().unwrap_or_default(), read.domain.as_deref().unwrap_or_default())
            && fits(
                present.relationship.as_deref().unwrap_or_default(),
                read.relationship.as_deref().unwrap_or_default(),
            )
            && (present.delegated_admin == read.delegated_admin
                || [&present.delegated_admin, &read.delegated_admin].contains(&&DelegatedAdmin::NotKnown));
        if !is_more {
            // A second record of the same id: merging says what becomes of it.
            self.customers.push(read);
            return;
        }
        let Customer { company_name, domain, relationship, delegated_admin, .. } = read;
        if present.company_name.is_empty() {
            present.company_name = company_name;
        }
        present.domain = present.domain.take().or(domain);
        present.relationship = present.relationship.take().or(relationship);
        if present.delegated_admin == DelegatedAdmin::NotKnown {
            present.delegated_admin = delegated_admin;
        }
    }

    /// The position of a customer, whom the file may not have named yet.
    fn holder(&mut self, id: &Id) -> usize {
        if let Some(at) = self.by_id.get(id) {
            return *at;
        }
        let at = self.customers.len();
        self.by_id.insert(id.clone(), at);
        self.customers.push(Customer::new(id.clone(), String::new()));
        at
    }

    fn offer(&mut self, read: Option<Offer>) {
        match read {
            None => self.known_offers += 1,
            // Several pages or categories can list an offer.
            Some(offer) if self.offers.iter().any(|known| **known == offer) => {}
            Some(offer) => self.offers.push(Arc::new(offer)),
        }
    }

    /// The end of an answer: what waited for it is placed.
    pub fn end(&mut self, envelope: &Envelope) {
        let open = std::mem::take(&mut self.open);
        let customer = words::linked(&envelope.own, "customers").or_else(|| self.choices.customer.clone());
        for (read, line, path) in open.subscriptions {
            let subscription::Read { subscription, customer: own, has_quantity } = read;
            if !has_quantity {
                let column = inside(&path, "quantity");
                let value = String::new();
                let fault = RowFault { line, column, reason: FaultReason::Missing, value, cells: Vec::new() };
                self.without_quantity.push((subscription.id.clone(), fault));
            }
            self.own_sales.insert(subscription.id.clone());
            match own.or_else(|| customer.clone()) {
                Some(customer) => self.place(&customer, subscription),
                None => self.unplaced.push(subscription),
            }
        }
        let is_of_upgrades = envelope.path().trim_end_matches('/').to_ascii_lowercase().ends_with("/upgrades");
        if !open.targets.is_empty() || (is_of_upgrades && open.kinds.is_empty()) {
            self.answer(open.targets, open.first_target, envelope, customer);
        }
        self.count(&open.kinds, envelope);
    }

    fn place(&mut self, customer: &Id, subscription: Subscription) {
        let key = (customer.clone(), subscription.id.clone());
        // The same record once more, from a list and by its id, is one; another of the same id is merging's.
        if self.subscriptions.get(&key).is_some_and(|known| known.is_written_like(&subscription)) {
            return;
        }
        self.subscriptions.entry(key).or_insert_with(|| subscription.clone());
        let at = self.holder(customer);
        if let Some(holder) = self.customers.get_mut(at) {
            holder.subscriptions.push(subscription);
        }
    }

    fn answer(
        &mut self,
        targets: Vec<AnsweredTarget>,
        first: Option<(u64, String)>,
        envelope: &Envelope,
        customer: Option<Id>,
    ) {
        let said = words::linked(&envelope.own, "subscriptions");
        let Some(subscription) = said.or_else(|| self.choices.subscription.clone()) else {
            self.asks_subscription = true;
            let (line, column) = first.unwrap_or((1, String::new()));
            let (reason, value) = (FaultReason::NoSubscription, String::new());
            self.faults.push(RowFault { line, column, reason, value, cells: Vec::new() });
            return;
        };
        let read = self.choices.now;
        self.supplied.extend([Field::Targets, Field::Read]);
        match customer {
            Some(customer) => self.answers.push(Arc::new(Answer { customer, subscription, read, targets })),
            None => {
                let customer = Id::new("");
                self.unplaced_answers.push(Answer { customer, subscription, read, targets });
            }
        }
    }

    fn count(&mut self, kinds: &BTreeMap<Kind, usize>, envelope: &Envelope) {
        let mut kinds = kinds.iter();
        let (Some((kind, held)), None) = (kinds.next(), kinds.next()) else { return };
        if envelope.total.is_none() && !envelope.has_next && envelope.own.is_empty() {
            return;
        }
        // Pages of one list are asked for by one path, with another query each.
        let pages = self.pages.entry((*kind, envelope.path().to_owned())).or_default();
        pages.held += held;
        pages.total = pages.total.max(envelope.total.unwrap_or(0));
        pages.has_last |= !envelope.has_next;
        let query = envelope.own.split_once('?').map_or("", |(_, query)| query).to_ascii_lowercase();
        pages.is_filtered |= ["filter=", "order_id=", "mpn_id="].iter().any(|word| query.contains(word));
    }

    /// Everything, with what is to be told of it.
    pub fn finish(mut self, credentials: usize) -> Incoming {
        if self.supplied.contains(&Field::Quantity) && !self.without_quantity.is_empty() {
            // Others have one, so it would stand as 0 where it is only missing.
            let missing: HashSet<Id> = self.without_quantity.iter().map(|(id, _)| id.clone()).collect();
            for customer in &mut self.customers {
                customer.subscriptions.retain(|record| !missing.contains(&record.id));
            }
            self.unplaced.retain(|record| !missing.contains(&record.id));
            self.own_sales.retain(|id| !missing.contains(id));
            for (_, fault) in std::mem::take(&mut self.without_quantity) {
                self.faults.push(fault);
            }
        }
        if !self.offers.is_empty() {
            self.supplied.extend([
                Field::Name,
                Field::Minimum,
                Field::Maximum,
                Field::ConcurrentLimit,
                Field::Cycles,
                Field::AddOn,
                Field::Bases,
                Field::Family,
                Field::Services,
            ]);
        }
        let lists = self.lists();
        let mut notes = self.notes(credentials);
        notes.extend(self.names.notes());
        // Under no id: it is no portfolio.
        let mut portfolio = Portfolio::new(uuid::Uuid::nil());
        portfolio.offers = self.offers;
        portfolio.customers = Customers::new(self.customers.into_iter().map(Arc::new).collect());
        portfolio.answers = self.answers;
        let mut incoming = Incoming::nothing(Recognized::only("rest"), portfolio, Supplied::These(self.supplied));
        incoming.asks.customer = !self.unplaced.is_empty();
        incoming.asks.subscription = self.asks_subscription;
        incoming.unplaced = self.unplaced;
        incoming.unplaced_answers = self.unplaced_answers;
        incoming.lists = lists;
        incoming.notes = notes;
        incoming.faults = self.faults;
        if !self.own_sales.is_empty() {
            incoming.proposals.push(Proposal { likely: Likely::OwnSale, subscriptions: self.own_sales });
        }
        incoming
    }

    /// What is listed in full: all pages are there, and the question was for all.
    fn lists(&self) -> Lists {
        let whole =
            |pages: &Pages| pages.has_last && !pages.is_filtered && pages.total > 0 && pages.held >= pages.total;
        let customers = self.pages.iter().filter(|((kind, _), _)| *kind == Kind::Customer);
        let customers: Vec<bool> = customers.map(|(_, pages)| whole(pages)).collect();
        let of_customer = |customer: &Customer| {
            self.pages.iter().any(|((kind, path), pages)| {
                *kind == Kind::Subscription
                    && path.trim_end_matches('/').to_ascii_lowercase().ends_with("/subscriptions")
                    && words::linked(path, "customers").as_ref() == Some(&customer.id)
                    && whole(pages)
            })
        };
        Lists {
            customers: !customers.is_empty() && customers.iter().all(|whole| *whole),
            subscriptions: !self.customers.is_empty() && self.customers.iter().all(of_customer),
        }
    }

    fn notes(&mut self, credentials: usize) -> Vec<Note> {
        let mut notes = Vec::new();
        if credentials > 0 {
            notes.push(Note::CredentialsSkipped { times: credentials });
        }
        for pages in self.pages.values() {
            if pages.held < pages.total {
                notes.push(Note::Incomplete { held: pages.held, total: pages.total });
            } else if !pages.has_last {
                notes.push(Note::MorePages { held: pages.held });
            }
        }
        if self.known_offers > 0 {
            notes.push(Note::OffersAsInCatalog { times: self.known_offers });
        }
        let left = std::mem::take(&mut self.left);
        notes.extend(left.into_iter().map(|(what, times)| Note::NotTaken { what, times }));
        notes
    }
}

/// The way to something inside a document or an item.
pub fn inside(path: &str, own: &str) -> String {
    match path {
        "" => own.to_owned(),
        item if item.ends_with(']') && !own.starts_with("column") => format!("{item}.{own}"),
        document => format!("{document}, {own}"),
    }
}

fn has(members: &[Member<'_>], names: &[&str]) -> bool {
    members.iter().any(|member| names.iter().any(|name| member.name.eq_ignore_ascii_case(name)))
}

/// What an item calls itself.
fn object_type<'n>(members: &'n [Member<'_>]) -> Option<&'n str> {
    let attributes = members.iter().find(|member| member.name.eq_ignore_ascii_case("attributes"))?;
    let Value::Object(attributes) = &attributes.node.value else { return None };
    let named = attributes.iter().find(|member| member.name.eq_ignore_ascii_case("objectType"))?;
    let Value::Text(name) = &named.node.value else { return None };
    Some(name)
}

/// The kind that an item says it is, or that it looks like.
fn kind(members: &[Member<'_>]) -> Kind {
    match object_type(members).map(str::to_ascii_lowercase).as_deref() {
        Some("customer") => return Kind::Customer,
        Some("subscription") => return Kind::Subscription,
        Some("offer") => return Kind::Offer,
        Some("upgrade") => return Kind::Upgrade,
        Some(_) => return Kind::Other,
        None => {}
    }
    let has = |names: &[&str]| has(members, names);
    if has(&["targetOffer"]) {
        Kind::Upgrade
    } else if has(&["companyProfile", "relationshipToPartner", "allowDelegatedAccess"]) {
        Kind::Customer
    } else if has(&["subscriptionId", "entitlementId", "commitmentEndDate", "autoRenewEnabled", "parentSubscriptionId"])
        || (has(&["offerId", "offerName"]) && has(&["quantity"]) && has(&["status", "friendlyName"]))
    {
        Kind::Subscription
    } else if has(&["minimumQuantity", "maximumQuantity", "supportedBillingCycles", "prerequisiteOffers"]) {
        Kind::Offer
    } else if has(&["customerId"]) && has(&["name", "domain"]) {
        Kind::Customer
    } else {
        Kind::Other
    }
}

/// What to call an item of another kind.
fn named(members: &[Member<'_>]) -> String {
    if let Some(name) = object_type(members) {
        return name.chars().take(100).collect();
    }
    let names: Vec<&str> = members.iter().map(|member| &*member.name).take(3).collect();
    let names: String = names.join(", ").chars().take(100).collect();
    format!("{{{names}…}}")
}
