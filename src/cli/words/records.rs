//! What becomes, or became, of records: a line each for `import` and `diff`. Values are called as the window calls them.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::exchange::merge::{Counts, Field, FieldChange, FieldConflict, Reason, Value};
use crate::model::{Id, Partner};
use crate::rules::Verdict;
use crate::rules::conditions::Outcome;
use crate::text::{Naming, Words};

/// Which kind of record a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    Customer,
    Subscription,
    Offer,
    Upgrade,
    Answer,
}

impl Record {
    /// The variant of a message.
    const fn kind(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Subscription => "subscription",
            Self::Offer => "offer",
            Self::Upgrade => "upgrade",
            Self::Answer => "answer",
        }
    }
}

/// A record by its id, with its name where it has one.
pub fn named(words: &Words, id: &Id, name: &str) -> String {
    if name.is_empty() { id.to_string() } else { with_name(words, id.as_str(), name) }
}

fn with_name(words: &Words, what: &str, name: &str) -> String {
    words.with("cli-named", &[("what", what.into()), ("name", name.into())])
}

pub fn upgrade_of(words: &Words, source: &Id, at: DateTime<Utc>, customer: &Id) -> String {
    let at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    words.with(
        "cli-upgrade-of",
        &[("source", source.as_str().into()), ("at", at.into()), ("customer", customer.as_str().into())],
    )
}

pub fn of_customer(words: &Words, subscription: &str, customer: &str) -> String {
    words.with("cli-subscription-of", &[("subscription", subscription.into()), ("customer", customer.into())])
}

pub fn new(words: &Words, kind: Record, record: &str) -> String {
    words.with("cli-new", &[("kind", kind.kind().into()), ("record", record.into())])
}

pub fn gone(words: &Words, kind: Record, record: &str) -> String {
    words.with("cli-gone", &[("kind", kind.kind().into()), ("record", record.into())])
}

pub fn changed(words: &Words, kind: Record, record: &str, changes: &str) -> String {
    words.with("cli-changed", &[("kind", kind.kind().into()), ("record", record.into()), ("changes", changes.into())])
}

pub fn conflicts(naming: &Naming<'_>, kind: Record, record: &str, fields: &[FieldConflict]) -> String {
    let words = naming.words;
    let fields: Vec<String> = fields.iter().map(|conflict| self::conflict(naming, conflict)).collect();
    words.with(
        "cli-conflict",
        &[("kind", kind.kind().into()), ("record", record.into()), ("fields", words.list(&fields).into())],
    )
}

/// A subscription that is the one that a recorded upgrade made under a made-up id.
pub fn real_self(naming: &Naming<'_>, record: &str, provisional: &Id, changes: &[FieldChange]) -> String {
    let (words, provisional) = (naming.words, provisional.as_str());
    if changes.is_empty() {
        return words.with("cli-real-self", &[("record", record.into()), ("provisional", provisional.into())]);
    }
    let changes = self::changes(naming, changes);
    words.with(
        "cli-real-self-changed",
        &[("record", record.into()), ("provisional", provisional.into()), ("changes", changes.into())],
    )
}

pub fn not_in_file(words: &Words, kind: Record, record: &str) -> String {
    words.with("cli-not-in-file", &[("kind", kind.kind().into()), ("record", record.into())])
}

pub fn left_out(words: &Words, kind: Record, record: &str, why: &Reason) -> String {
    let why = reason(words, why);
    words.with("cli-left-out", &[("kind", kind.kind().into()), ("record", record.into()), ("reason", why.into())])
}

fn reason(words: &Words, reason: &Reason) -> String {
    match reason {
        Reason::Duplicate => words.say("left-out-duplicate").to_owned(),
        Reason::Ambiguous => words.say("left-out-ambiguous").to_owned(),
        Reason::OfOtherCustomer { customer } => {
            words.with("left-out-of-other", &[("customer", customer.as_str().into())])
        }
        Reason::WithCustomer => words.say("left-out-with-customer").to_owned(),
        Reason::NoCustomer => words.say("left-out-no-customer").to_owned(),
    }
}

pub fn counts(words: &Words, kind: Record, counts: &Counts) -> String {
    let Counts { new, changed, unchanged, conflicts, real_selves, not_in_file, left_out } = *counts;
    let counted = words.with(
        "cli-counts",
        &[
            ("kind", kind.kind().into()),
            ("new", new.into()),
            ("changed", changed.into()),
            ("unchanged", unchanged.into()),
            ("left", left_out.into()),
        ],
    );
    // What is rare is only counted where there is any of it.
    if conflicts + real_selves + not_in_file == 0 {
        return counted;
    }
    words.with(
        "cli-counts-rare",
        &[
            ("counts", counted.into()),
            ("conflicts", conflicts.into()),
            ("real", real_selves.into()),
            ("absent", not_in_file.into()),
        ],
    )
}

/// One value that became another.
pub fn became(words: &Words, what: &str, old: &str, new: &str) -> String {
    words.with("history-became", &[("what", what.into()), ("old", old.into()), ("new", new.into())])
}

/// Fields with what became of each.
pub fn changes(naming: &Naming<'_>, changes: &[FieldChange]) -> String {
    let change = |change: &FieldChange| {
        let FieldChange { field, old, new, proposed } = change;
        let words = naming.words;
        let text = became(words, words.say(field_name(*field)), &value(naming, old), &value(naming, new));
        if *proposed { with_name(words, &text, words.say("import-proposed")) } else { text }
    };
    naming.words.list(&changes.iter().map(change).collect::<Vec<String>>())
}

/// A field that stays as it is here, with what the file says.
fn conflict(naming: &Naming<'_>, conflict: &FieldConflict) -> String {
    let FieldConflict { field, base, ours, theirs } = conflict;
    let words = naming.words;
    words.with(
        "import-conflict-values",
        &[
            ("field", words.say(field_name(*field)).into()),
            ("ours", value(naming, ours).into()),
            ("theirs", value(naming, theirs).into()),
            ("before", value(naming, base).into()),
        ],
    )
}

/// The fields in which a partner became another.
pub fn changed_partner(words: &Words, old: &Partner, new: &Partner) -> String {
    let fields = |partner: &Partner| {
        let Partner { name, mpn_id, role, good_standing } = partner;
        [
            ("field-partner-name", name.clone()),
            ("field-mpn-id", mpn_id.clone().unwrap_or_else(|| words.say("nothing").to_owned())),
            ("field-role", words.role(*role).to_owned()),
            ("field-standing", words.yes_no(*good_standing).to_owned()),
        ]
    };
    let both = fields(old).into_iter().zip(fields(new));
    let differ = both.filter(|(old, new)| old != new);
    let differ: Vec<String> =
        differ.map(|((field, old), (_, new))| became(words, words.say(field), &old, &new)).collect();
    words.with("cli-changed-partner", &[("changes", words.list(&differ).into())])
}

/// A field of the portfolio itself, named by its message.
pub fn field_values(words: &Words, field: &str, old: &str, new: &str) -> String {
    became(words, words.say(field), old, new)
}

/// That the verdict of a subscription turned.
pub fn turned(words: &Words, record: &str, old: Verdict, new: Verdict) -> String {
    words.with(
        "cli-verdict-of",
        &[("record", record.into()), ("old", words.verdict(old).into()), ("new", words.verdict(new).into())],
    )
}

/// `None` where it is no target.
pub fn target_verdict(words: &Words, verdict: Option<Verdict>) -> &str {
    verdict.map_or_else(|| words.say("compare-no-target"), |verdict| words.verdict(verdict))
}

/// How a condition came out, with the records that decided it; `None` where it was not asked.
pub fn outcome(words: &Words, outcome: Option<&Outcome>) -> String {
    let Some(outcome) = outcome else { return words.say("compare-not-asked").to_owned() };
    let word = words.say(match outcome {
        Outcome::Met { .. } => "outcome-met",
        Outcome::NotMet(_) => "outcome-not-met",
        Outcome::NotKnown(_) => "outcome-not-known",
    });
    let evidence = outcome.evidence();
    let records: Vec<&str> = evidence.iter().map(Id::as_str).collect();
    if records.is_empty() { word.to_owned() } else { with_name(words, word, &words.list(&records)) }
}

/// The message that names a field.
pub const fn field_name(field: Field) -> &'static str {
    match field {
        Field::CompanyName => "field-company-name",
        Field::Domain => "field-domain",
        Field::Relationship => "field-relationship",
        Field::DelegatedAdmin => "field-delegated-admin",
        Field::Tags => "field-tags",
        Field::Notes => "field-notes",
        Field::OfferId => "field-offer-id",
        Field::OfferName | Field::Name => "field-offer-name",
        Field::FriendlyName => "field-nickname",
        Field::Quantity => "field-quantity",
        Field::Assigned => "field-assigned",
        Field::Status => "field-status",
        Field::BillingCycle => "field-cycle",
        Field::Channel => "field-channel",
        Field::Created => "field-created",
        Field::CommitmentEnd => "field-commitment-end",
        Field::AutoRenew => "field-auto-renew",
        Field::Trial => "field-trial",
        Field::ParentId | Field::Bases => "field-parent",
        Field::SuspendedOn => "field-suspended-on",
        Field::UpgradedTo | Field::Target => "field-upgraded-to",
        Field::Minimum => "field-minimum",
        Field::Maximum => "field-maximum",
        Field::ConcurrentLimit => "field-concurrent-limit",
        Field::Cycles => "field-cycles",
        Field::AddOn => "row-add-on",
        Field::Family => "field-family",
        Field::Services => "field-services",
        Field::Provisional => "field-provisional",
        Field::FromOffer => "field-from-offer",
        Field::ToOffer => "field-to-offer",
        Field::Licenses => "field-licenses",
        Field::Comment => "field-comment",
        Field::Rules => "field-rules",
        Field::Tasks => "field-tasks",
        Field::Targets => "field-answer",
        Field::Read => "field-read",
    }
}

fn value(naming: &Naming<'_>, value: &Value) -> String {
    let words = naming.words;
    match value {
        Value::Absent => words.say("nothing").to_owned(),
        Value::Text(text) => text.clone(),
        Value::Texts(texts) => words.list(texts),
        Value::Id(id) => naming.offer_id(id).to_owned(),
        Value::Ids(ids) => words.list(&ids.iter().map(|id| naming.offer_id(id)).collect::<Vec<_>>()),
        Value::Number(number) => words.number(*number),
        Value::YesNo(yes) => words.yes_no(Some(*yes)).to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Time(at) => words.moment(*at),
        Value::Status(status) => words.status(status).to_owned(),
        Value::Cycle(cycle) => words.cycle(cycle).to_owned(),
        Value::Cycles(cycles) => words.list(&cycles.iter().map(|cycle| words.cycle(cycle)).collect::<Vec<_>>()),
        Value::Channel(channel) => words.channel(channel),
        Value::DelegatedAdmin(privileges) => words.delegated_admin(privileges),
        Value::Family(family) => words.family(*family).to_owned(),
        Value::Services(services) => words.services(services),
        Value::Tasks(tasks) => {
            let done = tasks.iter().filter(|task| task.done).count();
            words.with("field-tasks-done", &[("done", done.into()), ("all", tasks.len().into())])
        }
        Value::Targets(targets) => naming.answered(targets),
    }
}
