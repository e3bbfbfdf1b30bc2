//! Every refusal, question, remedy, notice, deed, failure and problem has a sentence: with a value in each place, and no bare id.

use std::path::PathBuf;

use upgrade_desk::model::{BillingCycle, Channel, Customer, Deed, Family, Id, Offers, Role, Status};
use upgrade_desk::rules::lifecycle::{ActionRefusal, ConcurrentExcess};
use upgrade_desk::rules::{
    AddInstead, ConditionId, Conflict, Finding, NoPathReason, Outcome, PlanRefusal, QuantityRefusal, Question,
    RULE_SETS, RealIdRefusal, Refusal, Remedy, Source, TargetAssessment, Unclear, UnclearRecord, Verdict,
};
use upgrade_desk::state::{Failure, Field, FieldProblem, Notice, Problem};
use upgrade_desk::text::{Language, Naming, Words};

use crate::case::{BUSINESS, E3, offers, record};

/// Words, offers and a customer to name records of.
pub struct Speaker {
    pub words: Words,
    offers: Offers,
    customer: Customer,
}

impl Speaker {
    pub fn new() -> Self {
        let mut customer = Customer::new(Id::new("c"), "Contoso".to_owned());
        customer.subscriptions.push(record("s", BUSINESS));
        let mut other = record("o", E3);
        other.channel = Channel::OtherReseller("Tailspin".to_owned());
        customer.subscriptions.push(other);
        Self { words: Words::new(Language::English).unwrap(), offers: offers(), customer }
    }

    pub fn naming(&self) -> Naming<'_> {
        Naming { words: &self.words, offers: &self.offers, customer: Some(&self.customer) }
    }

    /// A text that a person can read: not empty, no place left open, and not the id of a message or of a record's offer.
    #[track_caller]
    pub fn reads(&self, about: impl std::fmt::Debug, text: &str) {
        assert!(!text.trim().is_empty(), "{about:?} says nothing");
        assert!(!text.contains(['{', '}']) && !text.contains(" ,") && !text.ends_with(": "), "{about:?}: {text}");
        let is_id =
            text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(!is_id && !self.words.has(text), "{about:?}: {text} is a bare id");
        assert!(!text.contains(BUSINESS) && !text.contains(E3), "{about:?}: an offer is named, not its id: {text}");
    }
}

pub fn id(text: &str) -> Id {
    Id::new(text)
}

pub fn statuses() -> Vec<Status> {
    let other = Status::Other("odd".to_owned());
    vec![
        Status::Active,
        Status::Suspended,
        Status::Deleted,
        Status::Expired,
        Status::Pending,
        Status::Disabled,
        Status::Unset,
        other,
    ]
}

pub fn channels() -> Vec<Channel> {
    let other = |name: &str| Channel::OtherReseller(name.to_owned());
    vec![Channel::ThisPartner, other("Tailspin"), other(""), Channel::Direct, Channel::NotKnown]
}

pub const ROLES: [Role; 5] =
    [Role::GlobalAdmin, Role::AdminAgent, Role::SalesAgent, Role::HelpdeskAgent, Role::NotKnown];

fn refusals() -> Vec<Refusal> {
    let subscription = id("s");
    let services = [upgrade_desk::model::Service::from("EXCHANGE_S_ENTERPRISE")];
    let conflict = Conflict { subscription: id("o"), services: services.into_iter().collect() };
    let mut all = vec![
        Refusal::NoDelegatedAdmin { customer: id("c"), family: None },
        Refusal::ConflictingServices { conflicts: vec![conflict.clone()] },
        Refusal::ConflictingServices { conflicts: vec![conflict.clone(), conflict] },
        Refusal::TargetHeld { target: id(E3), subscriptions: vec![id("o")] },
        Refusal::TargetHeld { target: id(E3), subscriptions: vec![id("o"), id("s")] },
        Refusal::NoUpgradePaths { source: None },
        Refusal::NoUpgradePaths { source: Some(id(E3)) },
        Refusal::NotATarget { source: id(E3), target: id(BUSINESS) },
        Refusal::AddOnsPresent { subscriptions: vec![id("o")] },
        Refusal::AddOnsPresent { subscriptions: vec![id("o"), id("s")] },
        Refusal::NotProvisioned { subscription: subscription.clone() },
        Refusal::CycleNotSupported { subscription: subscription.clone(), cycle: BillingCycle::OneTime, target: id(E3) },
        Refusal::Delinquent,
    ];
    all.extend(Family::ALL.map(|family| Refusal::NoDelegatedAdmin { customer: id("c"), family: Some(family) }));
    all.extend(statuses().into_iter().map(|status| Refusal::NotActive { subscription: subscription.clone(), status }));
    all.extend(
        channels().into_iter().map(|channel| Refusal::NotSoldByYou { subscription: subscription.clone(), channel }),
    );
    all.extend(ROLES.map(|role| Refusal::RoleCannot { role }));
    all
}

fn unclear() -> Vec<UnclearRecord> {
    let why = [
        Unclear::Status(Status::Unset),
        Unclear::NoOfferId,
        Unclear::ServicesOf(id(E3)),
        Unclear::Compared,
        Unclear::NoParent,
    ];
    why.map(|why| UnclearRecord { subscription: id("o"), why }).into()
}

fn questions() -> Vec<Question> {
    let mut all = vec![
        Question::DelegatedAdmin { customer: id("c") },
        Question::Cycle { subscription: id("s"), cycle: BillingCycle::Unset },
        Question::Channel { subscription: id("s") },
        Question::Standing,
        Question::Role,
    ];
    all.extend(statuses().into_iter().map(|status| Question::Status { subscription: id("s"), status }));
    for records in [unclear()[..1].to_vec(), unclear()] {
        all.push(Question::Conflicts { records: records.clone(), offers: vec![id(E3)] });
        all.push(Question::Holdings { records: records.clone() });
        all.push(Question::AddOns { records });
    }
    all
}

#[test]
fn every_refusal_and_every_question_is_a_sentence_and_every_reason_a_few_words() {
    let speaker = Speaker::new();
    for refusal in refusals() {
        speaker.reads(&refusal, &speaker.naming().refusal(&refusal));
    }
    for question in questions() {
        speaker.reads(&question, &speaker.naming().question(&question));
    }
    for record in unclear() {
        speaker.reads(&record, &speaker.naming().unclear(&record));
    }
    for condition in ConditionId::ALL {
        let words = &speaker.words;
        speaker.reads(condition, words.condition(condition));
        speaker.reads(condition, words.condition_text(condition));
        speaker.reads(condition, words.condition_reading(condition).unwrap_or("ours"));
        for fails in [true, false] {
            let reason = words.reason(condition, fails);
            speaker.reads(condition, reason);
            assert!(reason.chars().count() <= 32, "a few words: {reason}");
        }
    }
    for set in RULE_SETS {
        for condition in set.conditions {
            speaker.reads(condition.id, &speaker.words.source(condition.source));
        }
        speaker.reads(set.id, speaker.words.rule_set(set.id));
    }
    let _: fn(Source) -> &'static str = |source| source.title();
}

#[test]
fn every_remedy_is_a_sentence_and_the_mails_name_the_customer_and_the_partner() {
    let speaker = Speaker::new();
    let mut remedies = vec![
        Remedy::Reactivate { subscription: id("s") },
        Remedy::AskForDelegatedAdmin { customer: id("c"), family: Some(Family::Office365) },
        Remedy::CancelAddOn { subscription: id("o") },
        Remedy::SettleAccount,
        Remedy::SubmitInAnotherRole,
    ];
    remedies
        .extend(channels().into_iter().map(|channel| Remedy::CancelSubscription { subscription: id("o"), channel }));
    for remedy in remedies {
        speaker.reads(&remedy, &speaker.naming().remedy(&remedy));
        for partner in ["Fabrikam", ""] {
            let Some(mail) = speaker.naming().remedy_mail(&remedy, partner) else { continue };
            speaker.reads(&remedy, &mail);
            assert!(mail.starts_with("Subject: ") && mail.contains("Contoso") && mail.contains(partner), "{mail}");
        }
    }
    speaker.reads("closed by", &speaker.naming().closed_by(&[ConditionId::Active, ConditionId::Provisioned]));
    for licenses in [1, 25] {
        let instead = AddInstead { subscription: id("o"), licenses };
        speaker.reads(licenses, &speaker.naming().add_instead(&instead, &id(E3)));
    }
    for reason in [
        NoPathReason::AddOn { parent: id("s") },
        NoPathReason::OfferNotRecorded,
        NoPathReason::OfferNotInCatalog { offer: id("x") },
        NoPathReason::NoUpgradesOffered { offer: id(E3) },
    ] {
        speaker.reads(&reason, speaker.naming().no_path(&reason));
    }
}

fn quantity_refusals() -> Vec<QuantityRefusal> {
    vec![
        QuantityRefusal::BelowMinimum { asked: 0, minimum: 1 },
        QuantityRefusal::AboveMaximum { asked: 20_000_000, maximum: 10_000_000 },
        QuantityRefusal::BelowAssigned { asked: 3, assigned: 4 },
        QuantityRefusal::Suspended,
        QuantityRefusal::Deleted,
        QuantityRefusal::NotActive { status: Status::Expired },
        QuantityRefusal::Unchanged { quantity: 10 },
    ]
}

fn action_refusals() -> Vec<ActionRefusal> {
    let mut all = vec![
        ActionRefusal::NoSuchSubscription { subscription: id("s") },
        ActionRefusal::ChannelNotRecorded,
        ActionRefusal::ParentNotActive { parent: id("s"), status: Status::Suspended },
        ActionRefusal::RoleCannot { role: Role::HelpdeskAgent },
        ActionRefusal::RoleNotRecorded,
        ActionRefusal::Delinquent,
        ActionRefusal::StandingNotRecorded,
    ];
    all.extend(channels().into_iter().map(|channel| ActionRefusal::NotSoldByYou { channel }));
    all.extend(statuses().into_iter().map(|status| ActionRefusal::WrongStatus { status }));
    all.extend(quantity_refusals().into_iter().map(ActionRefusal::Quantity));
    all
}

pub fn deeds() -> Vec<Deed> {
    let (customer, subscription) = (id("c"), id("s"));
    let of = |deed: fn(Id, Id) -> Deed| deed(customer.clone(), subscription.clone());
    vec![
        Deed::AddCustomer { customer: customer.clone() },
        Deed::EditCustomer { customer: customer.clone() },
        Deed::DeleteCustomer { customer: customer.clone() },
        of(|customer, subscription| Deed::AddSubscription { customer, subscription }),
        of(|customer, subscription| Deed::EditSubscription { customer, subscription }),
        of(|customer, subscription| Deed::DeleteSubscription { customer, subscription }),
        of(|customer, subscription| Deed::ChangeLicenses { customer, subscription }),
        of(|customer, subscription| Deed::Suspend { customer, subscription }),
        of(|customer, subscription| Deed::Reactivate { customer, subscription }),
        of(|customer, subscription| Deed::Cancel { customer, subscription }),
        of(|customer, subscription| Deed::Upgrade { customer, subscription, to: Id::new(E3) }),
        of(|customer, subscription| Deed::EnterSubscriptionId { customer, subscription }),
        of(|customer, subscription| Deed::TickTask { customer, subscription }),
        Deed::EditTags { customers: 12 },
        Deed::EditDelegatedAdmin { customers: 1 },
        Deed::EditCustomers { customers: 12 },
        Deed::EditChannel { subscriptions: 12 },
        Deed::EditPartner,
        Deed::SwitchRules,
        Deed::EditOffer { offer: id(E3) },
        Deed::RestoreOffer { offer: id(E3) },
        Deed::Import { files: vec!["a.ron".to_owned()] },
        Deed::TakeBackRecovered { changes: 2 },
    ]
}

const FIELDS: [Field; 15] = [
    Field::CompanyName,
    Field::CustomerId,
    Field::SubscriptionId,
    Field::Licenses,
    Field::Quantity,
    Field::Assigned,
    Field::Created,
    Field::CommitmentEnd,
    Field::SuspendedOn,
    Field::ParentId,
    Field::OfferId,
    Field::OfferName,
    Field::Minimum,
    Field::Maximum,
    Field::ConcurrentLimit,
];

fn problems() -> Vec<FieldProblem> {
    let typed = || "x".to_owned();
    let all = [
        Problem::Empty,
        Problem::NotANumber { typed: typed() },
        Problem::TooLarge { typed: typed() },
        Problem::Negative,
        Problem::NotADate { typed: typed() },
        Problem::Taken { id: id("S") },
        Problem::OwnParent,
        Problem::AboveMaximum,
    ];
    all.iter().flat_map(|problem| FIELDS.map(|field| FieldProblem { field, problem: problem.clone() })).collect()
}

pub fn failures() -> Vec<Failure> {
    let (path, detail) = (PathBuf::from("/files/a.ron"), crate::given::said("the disk is full"));
    vec![
        Failure::NotRead { path: path.clone(), detail: detail.clone() },
        Failure::Missing { path: path.clone() },
        Failure::NotAllowed { path: path.clone() },
        Failure::OwnFile { path: path.clone() },
        Failure::NotUnderstood { path: path.clone(), detail: detail.clone() },
        Failure::NotWritten { path: path.clone(), detail: detail.clone() },
        Failure::NotJournaled { detail: detail.clone() },
        Failure::MayComeBack { detail: detail.clone() },
        Failure::SettingsNotKept { detail: detail.clone() },
        Failure::SettingsNotRead { path, detail },
    ]
}

fn plan_refusals() -> Vec<PlanRefusal> {
    let finding = Finding { condition: ConditionId::Role, outcome: Outcome::NotKnown(Question::Role) };
    let judged = TargetAssessment { target: id(E3), findings: vec![finding], verdict: Verdict::NotKnown };
    let mut all = vec![
        PlanRefusal::NoSuchSubscription { subscription: id("s") },
        PlanRefusal::NoOffer { subscription: id("s") },
        PlanRefusal::Conditions(Box::new(judged)),
        PlanRefusal::IdTaken { id: id("s") },
    ];
    all.extend(quantity_refusals().into_iter().map(PlanRefusal::Quantity));
    all
}

fn notices() -> Vec<Notice> {
    let path = PathBuf::from("/files/a.ron");
    let findings = |count: usize| vec![crate::given::odd_record(8); count];
    let mut all = vec![
        Notice::Opened { path: path.clone(), customers: 1 },
        Notice::Opened { path: path.clone(), customers: 2_000 },
        Notice::OpenedWithFindings { path: path.clone(), findings: findings(1) },
        Notice::OpenedWithFindings { path: path.clone(), findings: findings(3) },
        Notice::OpenedUnsealed { path: path.clone(), customers: 1 },
        Notice::OpenedUnsealed { path: path.clone(), customers: 2_000 },
        Notice::OpenedEditedOutside { path: path.clone() },
        Notice::BackupOpened { customers: 1 },
        Notice::BackupOpened { customers: 2_000 },
        Notice::OpenOnShare { said: "jo on desk-7".to_owned() },
        Notice::KeptBeside,
        Notice::TheirsTakenAlone,
        Notice::OpenedReplaced { path: path.clone() },
        Notice::OutsideKept { path: path.clone() },
        Notice::TheirsTaken { mine: path.clone() },
        Notice::Restored { path: path.clone() },
        Notice::AskedToFront,
        Notice::DecideFirst,
        Notice::DialogFirst,
        Notice::OpensAfterDialog,
        Notice::LeavesAfterDialog,
        Notice::Saved { path: path.clone() },
        Notice::ExportedInPart { path: path.clone() },
        Notice::TableExported { path: path.clone() },
        Notice::Exported { path: path.clone() },
        Notice::Imported { new: 3, changed: 1 },
        Notice::NothingToImport { path },
        Notice::Copied,
        Notice::NothingToUndo,
        Notice::NothingToRedo,
        Notice::ReadOnly,
        Notice::TooManySubscriptions(ConcurrentExcess { offer: id(BUSINESS), limit: 2, held: 3 }),
        Notice::FileDialogCancelled,
        Notice::StoppedWaiting,
        Notice::CustomerGone { id: id("c") },
    ];
    all.extend(
        [RealIdRefusal::Empty, RealIdRefusal::NotProvisional, RealIdRefusal::Taken { id: id("o") }]
            .map(Notice::RealIdRefused),
    );
    all.extend(
        deeds()
            .into_iter()
            .flat_map(|deed| [Notice::Did(deed.clone()), Notice::Undid(deed.clone()), Notice::Redid(deed)]),
    );
    all.extend(action_refusals().into_iter().map(Notice::ActionRefused));
    all.extend(plan_refusals().into_iter().map(Notice::UpgradeRefused));
    all.extend(problems().into_iter().map(|problem| Notice::FormProblems(vec![problem])));
    all.extend(failures().into_iter().flat_map(|failure| [Notice::Failed(failure.clone()), Notice::NotKept(failure)]));
    let in_use = Failure::InUse { path: PathBuf::from("/files/a.ron") };
    all.push(Notice::Failed(in_use));
    all
}

#[test]
fn every_notice_deed_problem_and_failure_is_a_sentence() {
    let speaker = Speaker::new();
    for notice in notices() {
        speaker.reads(&notice, &speaker.naming().notice(&notice));
    }
    for deed in deeds() {
        speaker.reads(&deed, &speaker.words.deed(&deed));
    }
    for problem in problems() {
        speaker.reads(&problem, &speaker.words.problem(&problem));
        speaker.reads(&problem, speaker.words.field(problem.field));
    }
    for failure in failures() {
        let text = speaker.words.failure(&failure);
        speaker.reads(&failure, &text);
        // What is wrong is known without one.
        let is_plain =
            matches!(failure, Failure::Missing { .. } | Failure::NotAllowed { .. } | Failure::OwnFile { .. });
        assert!(is_plain || text.contains("the disk is full"), "the diagnosis is passed on: {text}");
    }
}
