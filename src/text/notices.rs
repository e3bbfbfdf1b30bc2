//! What the person is told after the fact, and what is wrong with what they typed.

use super::{Naming, Words, file_name, whole_path};
use crate::rules::lifecycle::ActionRefusal;
use crate::rules::{PlanRefusal, QuantityRefusal, RealIdRefusal};
use crate::state::{Failure, Field, FieldProblem, Notice, Problem, Purpose};

impl Words {
    #[must_use]
    pub fn quantity_refusal(&self, refusal: &QuantityRefusal) -> String {
        match refusal {
            QuantityRefusal::BelowMinimum { asked, minimum } => {
                self.with("quantity-below-minimum", &[("asked", (*asked).into()), ("minimum", (*minimum).into())])
            }
            QuantityRefusal::AboveMaximum { asked, maximum } => {
                self.with("quantity-above-maximum", &[("asked", (*asked).into()), ("maximum", (*maximum).into())])
            }
            QuantityRefusal::BelowAssigned { asked, assigned } => {
                self.with("quantity-below-assigned", &[("asked", (*asked).into()), ("assigned", (*assigned).into())])
            }
            QuantityRefusal::Suspended => self.say("quantity-suspended").to_owned(),
            QuantityRefusal::Deleted => self.say("quantity-deleted").to_owned(),
            QuantityRefusal::NotActive { status } => {
                self.with("quantity-not-active", &[("status", self.status(status).into())])
            }
            QuantityRefusal::Unchanged { quantity } => {
                self.with("quantity-unchanged", &[("quantity", (*quantity).into())])
            }
        }
    }

    #[must_use]
    pub fn action_refusal(&self, refusal: &ActionRefusal) -> String {
        match refusal {
            ActionRefusal::NoSuchSubscription { subscription } => {
                self.with("refused-no-such-subscription", &[("id", subscription.as_str().into())])
            }
            ActionRefusal::NotSoldByYou { channel } => {
                self.with("refused-not-sold-by-you", &[("channel", self.channel(channel).into())])
            }
            ActionRefusal::ChannelNotRecorded => self.say("question-channel").to_owned(),
            ActionRefusal::WrongStatus { status } => {
                self.with("refused-wrong-status", &[("status", self.status(status).into())])
            }
            ActionRefusal::ParentNotActive { status, .. } => {
                self.with("refused-parent-not-active", &[("status", self.status(status).into())])
            }
            ActionRefusal::RoleCannot { role } => {
                self.with("refusal-role-cannot", &[("role", self.role(*role).into())])
            }
            ActionRefusal::RoleNotRecorded => self.say("question-role").to_owned(),
            ActionRefusal::Delinquent => self.say("refusal-delinquent").to_owned(),
            ActionRefusal::StandingNotRecorded => self.say("question-standing").to_owned(),
            ActionRefusal::Quantity(refusal) => self.quantity_refusal(refusal),
        }
    }

    #[must_use]
    pub fn real_id_refusal(&self, refusal: &RealIdRefusal) -> String {
        match refusal {
            RealIdRefusal::Empty => self.say("real-id-empty").to_owned(),
            RealIdRefusal::NotProvisional => self.say("real-id-not-provisional").to_owned(),
            RealIdRefusal::Taken { id } => self.with("real-id-taken", &[("id", id.as_str().into())]),
        }
    }

    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        self.say(match field {
            Field::CompanyName => "field-company-name",
            Field::CustomerId => "field-customer-id",
            Field::SubscriptionId => "field-subscription-id",
            Field::Licenses => "field-licenses",
            Field::Quantity => "field-quantity",
            Field::Assigned => "field-assigned",
            Field::Created => "field-created",
            Field::CommitmentEnd => "field-commitment-end",
            Field::SuspendedOn => "field-suspended-on",
            Field::ParentId => "field-parent",
            Field::OfferId => "field-offer-id",
            Field::OfferName => "field-offer-name",
            Field::Minimum => "field-minimum",
            Field::Maximum => "field-maximum",
            Field::ConcurrentLimit => "field-concurrent-limit",
        })
    }

    #[must_use]
    pub fn problem(&self, problem: &FieldProblem) -> String {
        match &problem.problem {
            Problem::Empty => self.say("problem-empty").to_owned(),
            Problem::NotANumber { typed } => self.with("problem-not-a-number", &[("typed", typed.as_str().into())]),
            Problem::TooLarge { typed } => self.with("problem-too-large", &[("typed", typed.as_str().into())]),
            Problem::Negative => self.say("problem-negative").to_owned(),
            Problem::NotADate { typed } => self.with("problem-not-a-date", &[("typed", typed.as_str().into())]),
            Problem::Taken { id } => self.with("problem-taken", &[("id", id.as_str().into())]),
            Problem::OwnParent => self.say("problem-own-parent").to_owned(),
            Problem::AboveMaximum => self.say("problem-above-maximum").to_owned(),
        }
    }

    #[must_use]
    pub fn failure(&self, failure: &Failure) -> String {
        match failure {
            // Whoever failed to read or write names the file in the detail.
            Failure::NotRead { detail, .. } => self.with("failure-not-read", &[("detail", self.told(detail).into())]),
            Failure::Missing { path } => self.with("failure-missing", &[("path", whole_path(path).into())]),
            Failure::NotAllowed { path } => self.with("failure-not-allowed", &[("path", whole_path(path).into())]),
            Failure::OwnFile { path } => self.with("failure-own-file", &[("path", whole_path(path).into())]),
            Failure::NotJournaled { detail } => {
                self.with("failure-not-journaled", &[("detail", self.told(detail).into())])
            }
            Failure::MayComeBack { detail } => {
                self.with("failure-may-come-back", &[("detail", self.told(detail).into())])
            }
            Failure::InUse { path } => self.with("failure-in-use", &[("path", whole_path(path).into())]),
            Failure::NotWritten { detail, .. } => {
                self.with("failure-not-written", &[("detail", self.told(detail).into())])
            }
            Failure::NotUnderstood { path, detail } => self.with(
                "failure-not-understood",
                &[("path", whole_path(path).into()), ("detail", self.told(detail).into())],
            ),
            Failure::SettingsNotKept { detail } => {
                self.with("failure-settings-not-kept", &[("detail", self.told(detail).into())])
            }
            Failure::NoReport { detail } => self.with("failure-report", &[("detail", self.told(detail).into())]),
            Failure::SettingsNotRead { path, detail } => self.with(
                "failure-settings-not-read",
                &[("path", whole_path(path).into()), ("detail", self.told(detail).into())],
            ),
        }
    }

    /// What a file is being looked for.
    #[must_use]
    pub fn purpose(&self, purpose: &Purpose) -> &str {
        self.say(match purpose {
            Purpose::Open => "purpose-open",
            Purpose::SaveAs => "purpose-save-as",
            Purpose::Import => "purpose-import",
            Purpose::Compare => "purpose-compare",
            Purpose::Export { .. } | Purpose::Table { .. } => "purpose-export",
            Purpose::Report { .. } => "purpose-report",
            Purpose::History => "purpose-history",
            Purpose::FaultyRows => "purpose-faulty-rows",
        })
    }
}

impl Naming<'_> {
    #[must_use]
    pub fn plan_refusal(&self, refusal: &PlanRefusal) -> String {
        match refusal {
            PlanRefusal::NoSuchSubscription { subscription } => {
                self.words.with("refused-no-such-subscription", &[("id", subscription.as_str().into())])
            }
            PlanRefusal::NoOffer { .. } => self.words.say("no-path-offer-not-recorded").to_owned(),
            PlanRefusal::Conditions(judged) => {
                judged.first_reason().and_then(|finding| self.finding(finding)).unwrap_or_default()
            }
            PlanRefusal::Quantity(refusal) => self.words.quantity_refusal(refusal),
            PlanRefusal::IdTaken { .. } => self.words.say("refused-id-taken").to_owned(),
        }
    }

    #[must_use]
    pub fn notice(&self, notice: &Notice) -> String {
        let words = self.words;
        let name = file_name;
        match notice {
            Notice::Opened { path, customers } => {
                words.with("notice-opened", &[("file", name(path).into()), ("customers", (*customers).into())])
            }
            Notice::OpenedWithFindings { path, findings } => words.with(
                "notice-opened-with-findings",
                &[
                    ("file", name(path).into()),
                    ("count", findings.len().into()),
                    ("first", findings.first().map(|odd| words.odd(odd)).unwrap_or_default().into()),
                ],
            ),
            Notice::OpenedUnsealed { path, customers } => {
                words.with("notice-opened-unsealed", &[("file", name(path).into()), ("customers", (*customers).into())])
            }
            Notice::OpenedEditedOutside { path } => {
                words.with("notice-opened-edited-outside", &[("file", name(path).into())])
            }
            Notice::BackupOpened { customers } => {
                words.with("notice-backup-opened", &[("customers", (*customers).into())])
            }
            Notice::OpenOnShare { said } => words.with("notice-open-on-share", &[("who", said.as_str().into())]),
            Notice::KeptBeside => words.say("notice-kept-beside").to_owned(),
            Notice::OutsideKept { path } => words.with("notice-outside-kept", &[("file", name(path).into())]),
            Notice::TheirsTaken { mine } => words.with("notice-theirs-taken", &[("file", name(mine).into())]),
            Notice::TheirsTakenAlone => words.say("notice-theirs-taken-alone").to_owned(),
            Notice::OpenedReplaced { path } => words.with("notice-opened-replaced", &[("file", name(path).into())]),
            Notice::Restored { path } => words.with("notice-restored", &[("file", name(path).into())]),
            Notice::AskedToFront => words.say("notice-asked-to-front").to_owned(),
            Notice::DecideFirst => words.say("notice-decide-first").to_owned(),
            Notice::NotKept(failure) => words.failure(failure),
            Notice::Saved { path } => words.with("notice-saved", &[("file", name(path).into())]),
            Notice::ExportedInPart { path } => words.with("notice-exported-in-part", &[("file", name(path).into())]),
            Notice::TableExported { path } => words.with("notice-table-exported", &[("file", name(path).into())]),
            Notice::ReportWritten { path } => words.with("notice-report-written", &[("file", name(path).into())]),
            Notice::OpeningGivenUp { path } => words.with("notice-opening-given-up", &[("file", name(path).into())]),
            Notice::HandingOutStopped { path } => words.with("notice-writing-stopped", &[("file", name(path).into())]),
            Notice::Exported { path } => words.with("notice-exported", &[("file", name(path).into())]),
            Notice::Imported { new, changed } => {
                words.with("notice-imported", &[("new", (*new).into()), ("changed", (*changed).into())])
            }
            Notice::NothingToImport { path } => words.with("notice-nothing-to-import", &[("file", name(path).into())]),
            Notice::Copied => words.say("notice-copied").to_owned(),
            Notice::Did(deed) => words.with("notice-did", &[("deed", words.deed(deed).into_owned().into())]),
            Notice::Undid(deed) => words.with("notice-undid", &[("deed", words.deed(deed).into_owned().into())]),
            Notice::Redid(deed) => words.with("notice-redid", &[("deed", words.deed(deed).into_owned().into())]),
            Notice::NothingToUndo => words.say("notice-nothing-to-undo").to_owned(),
            Notice::NothingToRedo => words.say("notice-nothing-to-redo").to_owned(),
            Notice::ReadOnly => words.say("notice-read-only").to_owned(),
            Notice::UpgradeRefused(refusal) => self.plan_refusal(refusal),
            Notice::ActionRefused(refusal) => words.action_refusal(refusal),
            Notice::RealIdRefused(refusal) => words.real_id_refusal(refusal),
            Notice::FormProblems(problems) => match problems.first() {
                Some(first) => words.with(
                    "notice-form-problem",
                    &[("field", words.field(first.field).into()), ("problem", words.problem(first).into())],
                ),
                None => String::new(),
            },
            Notice::TooManySubscriptions(excess) => {
                let naming = Naming { words, offers: self.offers, customer: None };
                words.with(
                    "notice-too-many-subscriptions",
                    &[
                        ("offer", naming.offer_id(&excess.offer).into()),
                        ("limit", excess.limit.into()),
                        ("held", excess.held.into()),
                    ],
                )
            }
            Notice::FileDialogCancelled => words.say("notice-cancelled").to_owned(),
            Notice::DialogFirst => words.say("notice-dialog-first").to_owned(),
            Notice::OpensAfterDialog => words.say("notice-opens-after-dialog").to_owned(),
            Notice::LeavesAfterDialog => words.say("notice-leaves-after-dialog").to_owned(),
            Notice::StoppedWaiting => words.say("notice-stopped-waiting").to_owned(),
            Notice::CustomerGone { .. } => words.say("notice-customer-gone").to_owned(),
            Notice::Failed(failure) => words.failure(failure),
        }
    }
}
