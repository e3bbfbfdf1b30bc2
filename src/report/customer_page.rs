//! The page for one customer, in plain words: what can be upgraded, what stands in the way, what they have to do. No other customer, no id that they do not need, and nothing of the partner's own affairs but that they need not act on them.

use std::collections::HashSet;
use std::io;

use serde::Serialize;

use super::page::{self, Number};
use super::{Basis, ReportError, sentence, short};
use crate::model::{Channel, Customer, Id, Status, Subscription};
use crate::rules::{
    Held, Outcome, Question, Refusal, Remedy, TargetAssessment, UnclearRecord, Verdict, additional_services, assess,
    held, lifecycle, nearest, way_out,
};

/// How many subscriptions of a kind the page lists at most: it is to stay one page.
const MOST: usize = 30;

/// The plain messages that the template names.
const MESSAGES: &[&str] = &[
    "customer-page-after-assign",
    "customer-page-after-cancel",
    "customer-page-after-check",
    "customer-page-after-note",
    "customer-page-after-title",
    "customer-page-do-none",
    "customer-page-do-tell",
    "customer-page-do-title",
    "customer-page-grant-accept",
    "customer-page-grant-link",
    "customer-page-grant-open",
    "customer-page-grant-title",
    "customer-page-intro",
    "customer-page-no-title",
    "customer-page-progress-title",
    "customer-page-submit",
    "customer-page-yes-none",
    "customer-page-yes-title",
];

#[derive(Debug, Serialize)]
struct CustomerPage {
    to: String,
    from: String,
    yes: Vec<Open>,
    yes_count: Number,
    yes_cut: String,
    no: Vec<Blocked>,
    no_count: Number,
    no_cut: String,
    deeds: Vec<Deed>,
    deeds_cut: String,
    grants: bool,
    progress: Vec<String>,
}

/// A subscription that can be upgraded.
#[derive(Debug, Serialize)]
struct Open {
    name: String,
    licenses: String,
    targets: Vec<String>,
}

/// A subscription with an upgrade that is not open.
#[derive(Debug, Serialize)]
struct Blocked {
    name: String,
    licenses: String,
    target: String,
    reasons: Vec<String>,
    /// Where it would take cancelling what they could upgrade as well; else empty.
    choice: String,
}

/// Something that the customer has to do, with the id of the subscription where they have to find it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct Deed {
    what: String,
    id: String,
}

/// Writes the page of a customer as HTML.
///
/// # Errors
/// Where there is no such customer, or it cannot be written.
pub fn customer_page(basis: &Basis<'_>, customer: &Id, out: &mut dyn io::Write) -> Result<(), ReportError> {
    let found = basis.portfolio.customers.get(customer);
    let record = found.ok_or_else(|| ReportError::NoSuchCustomer { customer: customer.clone() })?;
    let words = basis.words;
    let page = Speaker { basis, customer: record }.page();
    page::write(words, ("customer_page.html", MESSAGES), words.say("customer-page-title").to_owned(), page, out)
}

/// Says things to one customer.
struct Speaker<'a> {
    basis: &'a Basis<'a>,
    customer: &'a Customer,
}

/// What a remedy takes away from the customer.
const fn cancelled(remedy: &Remedy) -> Option<&Id> {
    match remedy {
        Remedy::CancelSubscription { subscription, .. } | Remedy::CancelAddOn { subscription } => Some(subscription),
        Remedy::Reactivate { .. }
        | Remedy::AskForDelegatedAdmin { .. }
        | Remedy::SettleAccount
        | Remedy::SubmitInAnotherRole => None,
    }
}

/// What the customer is asked to do, so that no upgrade that they are told of is asked away by another one.
#[derive(Debug, Default)]
struct Asked {
    /// In the order in which they came up, each once.
    deeds: Vec<Deed>,
    said: HashSet<Deed>,
    grants: bool,
    /// What is upgraded, now or once the deeds are done, and so must not be cancelled.
    kept: HashSet<Id>,
    cancelled: HashSet<Id>,
}

impl Speaker<'_> {
    fn page(&self) -> CustomerPage {
        let Basis { words, portfolio, .. } = *self.basis;
        let (mut yes, mut no, mut asked) = (Vec::new(), Vec::new(), Asked::default());
        let mut blocked = Vec::new();
        // What is deleted or expired is no longer theirs to decide on.
        for record in self.customer.subscriptions.iter().filter(|record| held(record) != Held::No) {
            let assessment = assess(self.basis.setting(), self.customer, record);
            match assessment.verdict {
                Verdict::NoPath => {}
                Verdict::Eligible => {
                    asked.kept.insert(record.id.clone());
                    yes.push(Open {
                        name: self.basis.subscription(record),
                        licenses: self.licenses(record),
                        targets: assessment.eligible().map(|target| self.target(record, &target.target)).collect(),
                    });
                }
                Verdict::NotEligible | Verdict::NotKnown => blocked.push((record, assessment)),
            }
        }
        for (record, assessment) in blocked {
            let Some(target) = nearest(self.customer, record, &assessment) else { continue };
            no.push(Blocked {
                name: self.basis.subscription(record),
                licenses: self.licenses(record),
                target: self.target(record, &target.target),
                reasons: self.reasons(target),
                choice: self.ask(record, target, &mut asked),
            });
        }
        let Asked { mut deeds, grants, .. } = asked;
        let partner = &portfolio.partner.name;
        let day = words.day(Some(self.basis.as_of));
        let (yes_count, no_count, deeds_count) = (yes.len(), no.len(), deeds.len());
        deeds.truncate(MOST);
        yes.truncate(MOST);
        no.truncate(MOST);
        CustomerPage {
            to: words.with("customer-page-to", &[("customer", short(&self.customer.company_name).into())]),
            from: if partner.is_empty() {
                words.with("customer-page-as-of", &[("day", day.into())])
            } else {
                words.with("customer-page-from", &[("partner", short(partner).into()), ("day", day.into())])
            },
            yes_cut: self.cut(yes.len(), yes_count),
            yes_count: Number::count(words, yes_count),
            yes,
            no_cut: self.cut(no.len(), no_count),
            no_count: Number::count(words, no_count),
            no,
            deeds_cut: self.cut(deeds.len(), deeds_count),
            deeds,
            grants,
            progress: self.progress(),
        }
    }

    /// Asks for what opens a target. Where that would cancel what is upgraded itself, or is asked away already, nothing is
    /// asked: which of the two they want, is theirs to say.
    fn ask(&self, record: &Subscription, target: &TargetAssessment, asked: &mut Asked) -> String {
        let way = way_out(self.basis.setting(), self.customer, record, target);
        // Nobody is asked to cancel anything for an upgrade that may be impossible all the same.
        let is_enough = way.then == Verdict::Eligible;
        let cancels: Vec<&Id> = way.remedies.iter().filter_map(cancelled).filter(|_| is_enough).collect();
        if asked.cancelled.contains(&record.id) {
            return self.basis.words.say("customer-page-cancelled-for-another").to_owned();
        }
        let rivals: Vec<&Id> = cancels.iter().copied().filter(|id| asked.kept.contains(*id)).collect();
        if !rivals.is_empty() {
            return sentence(
                &self.basis.words.with("customer-page-either-or", &[("records", self.records(rivals).into())]),
            );
        }
        asked.cancelled.extend(cancels.into_iter().cloned());
        if is_enough {
            asked.kept.insert(record.id.clone());
        }
        for remedy in way.remedies.iter().filter(|remedy| is_enough || cancelled(remedy).is_none()) {
            asked.grants |= matches!(remedy, Remedy::AskForDelegatedAdmin { .. });
            if let Some(deed) = self.deed(remedy).filter(|deed| asked.said.insert(deed.clone())) {
                asked.deeds.push(deed);
            }
        }
        String::new()
    }

    fn cut(&self, shown: usize, all: usize) -> String {
        if shown == all {
            return String::new();
        }
        self.basis.words.with("report-first-of", &[("shown", shown.into()), ("all", all.into())])
    }

    fn licenses(&self, record: &Subscription) -> String {
        self.basis.words.with("customer-page-licenses", &[("licenses", record.quantity.into())])
    }

    /// Where it goes, and what comes with it.
    fn target(&self, record: &Subscription, target: &Id) -> String {
        let words = self.basis.words;
        let offers = self.basis.offers;
        let name = self.basis.offer(target);
        let source = record.offer_id.as_ref().and_then(|id| offers.find(id));
        let added = source.zip(offers.find(target)).and_then(|(source, target)| additional_services(source, target));
        match added.filter(|services| !services.is_empty()) {
            Some(services) => words.with(
                "customer-page-target-adds",
                &[("target", name.into()), ("services", words.services(&services).into())],
            ),
            None => words.with("customer-page-target", &[("target", name.into())]),
        }
    }

    /// Other records of theirs, by offer and seller.
    fn records<'b>(&self, ids: impl IntoIterator<Item = &'b Id>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.record(id)).collect();
        self.basis.words.list(&names)
    }

    fn record(&self, id: &Id) -> String {
        let Some(record) = self.customer.subscription(id) else { return short(id.as_str()) };
        let name = self.basis.subscription(record);
        match &record.channel {
            Channel::OtherReseller(seller) if !seller.is_empty() => self
                .basis
                .words
                .with("customer-page-record-from", &[("offer", name.into()), ("seller", short(seller).into())]),
            Channel::OtherReseller(_) | Channel::ThisPartner | Channel::Direct | Channel::NotKnown => name,
        }
    }

    /// Why a target is not open, a sentence each; what is the partner's own business is one sentence that asks nothing.
    fn reasons(&self, target: &TargetAssessment) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for finding in &target.findings {
            let reason = match &finding.outcome {
                Outcome::Met { .. } => None,
                Outcome::NotMet(refusal) => self.refusal(refusal),
                Outcome::NotKnown(question) => Some(self.question(question)),
            };
            if let Some(reason) = reason.map(|reason| sentence(&reason)).filter(|reason| !said.contains(reason)) {
                said.push(reason);
            }
        }
        said
    }

    fn refusal(&self, refusal: &Refusal) -> Option<String> {
        let words = self.basis.words;
        Some(match refusal {
            Refusal::NotActive { subscription, status: Status::Suspended } => {
                let day = self.customer.subscription(subscription).and_then(lifecycle::deletion_day);
                match day {
                    Some(day) if day > self.basis.as_of => {
                        words.with("customer-page-suspended-until", &[("day", words.day(Some(day)).into())])
                    }
                    Some(_) | None => words.say("customer-page-suspended").to_owned(),
                }
            }
            Refusal::NotActive { status: Status::Pending, .. } | Refusal::NotProvisioned { .. } => {
                words.say("customer-page-pending").to_owned()
            }
            Refusal::NotActive { status, .. } => {
                words.with("customer-page-not-active", &[("status", short(words.status(status)).into())])
            }
            Refusal::NoDelegatedAdmin { .. } => words.say("customer-page-no-privileges").to_owned(),
            Refusal::ConflictingServices { conflicts } => {
                let records = conflicts.iter().map(|conflict| &conflict.subscription);
                words.with("customer-page-conflict", &[("records", self.records(records).into())])
            }
            Refusal::TargetHeld { subscriptions, .. } => {
                words.with("customer-page-held", &[("records", self.records(subscriptions).into())])
            }
            Refusal::AddOnsPresent { subscriptions } => {
                words.with("customer-page-add-ons", &[("records", self.records(subscriptions).into())])
            }
            Refusal::CycleNotSupported { cycle, target, .. } => words.with(
                "customer-page-cycle",
                &[("cycle", short(words.cycle(cycle)).into()), ("target", self.basis.offer(target).into())],
            ),
            Refusal::NotSoldByYou { .. } => words.say("customer-page-not-ours").to_owned(),
            Refusal::Delinquent | Refusal::RoleCannot { .. } => words.say("customer-page-our-side").to_owned(),
            Refusal::NoUpgradePaths { .. } | Refusal::NotATarget { .. } => return None,
        })
    }

    fn question(&self, question: &Question) -> String {
        let words = self.basis.words;
        match question {
            Question::Conflicts { records, .. } | Question::Holdings { records } | Question::AddOns { records } => {
                let ids = records.iter().map(|UnclearRecord { subscription, .. }| subscription);
                words.with("customer-page-asks-records", &[("records", self.records(ids).into())])
            }
            Question::DelegatedAdmin { .. } => words.say("customer-page-asks-privileges").to_owned(),
            Question::Status { .. }
            | Question::Cycle { .. }
            | Question::Channel { .. }
            | Question::Standing
            | Question::Role => words.say("customer-page-checking").to_owned(),
        }
    }

    /// What the customer does about a remedy; `None` where the partner acts alone.
    fn deed(&self, remedy: &Remedy) -> Option<Deed> {
        let words = self.basis.words;
        let named = |id: &Id| {
            self.customer.subscription(id).map_or_else(|| short(id.as_str()), |record| self.basis.subscription(record))
        };
        let deed = |what: String| Some(Deed { what, id: String::new() });
        match remedy {
            Remedy::Reactivate { subscription } => {
                let record = self.customer.subscription(subscription);
                let is_ours = record.is_some_and(|record| record.channel == Channel::ThisPartner);
                let name = named(subscription);
                deed(if is_ours {
                    words.with("customer-page-do-keep", &[("record", name.into())])
                } else {
                    words.with("customer-page-do-reactivate", &[("record", name.into())])
                })
            }
            Remedy::AskForDelegatedAdmin { .. } => deed(words.say("customer-page-do-privileges").to_owned()),
            Remedy::CancelAddOn { subscription }
            | Remedy::CancelSubscription { subscription, channel: Channel::ThisPartner } => {
                deed(words.with("customer-page-do-allow", &[("record", named(subscription).into())]))
            }
            Remedy::CancelSubscription { subscription, channel } => {
                let record = named(subscription);
                let what = match channel {
                    Channel::OtherReseller(seller) if !seller.is_empty() => words.with(
                        "customer-page-do-cancel-at",
                        &[("record", record.into()), ("seller", short(seller).into())],
                    ),
                    Channel::Direct => words.with("customer-page-do-cancel-direct", &[("record", record.into())]),
                    Channel::OtherReseller(_) | Channel::ThisPartner | Channel::NotKnown => {
                        words.with("customer-page-do-cancel", &[("record", record.into())])
                    }
                };
                // They have to find it among several of the same name, where nobody here can look.
                let id = words.with("customer-page-id", &[("id", short(subscription.as_str()).into())]);
                Some(Deed { what, id })
            }
            Remedy::SettleAccount | Remedy::SubmitInAnotherRole => None,
        }
    }

    /// Upgrades of theirs that are recorded and not yet finished.
    fn progress(&self) -> Vec<String> {
        let Basis { words, portfolio, .. } = *self.basis;
        let theirs = portfolio.upgrades.iter().filter(|upgrade| upgrade.customer == self.customer.id);
        let open = theirs.filter(|upgrade| upgrade.open_tasks() > 0).take(MOST);
        open.map(|upgrade| {
            words.with(
                "report-upgrade-path",
                &[
                    ("from", self.basis.offer(&upgrade.from_offer).into()),
                    ("to", self.basis.offer(&upgrade.to_offer).into()),
                    ("licenses", upgrade.licenses.into()),
                ],
            )
        })
        .collect()
    }
}
