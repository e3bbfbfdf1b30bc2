//! What went wrong: what, where and what to do about it. Why an upgrade is refused is `upgrade`'s.

use super::super::trouble::{Misuse, Trouble};
use super::exchange::{exchange_advice, extensions};
use super::{files, upgrade};
use crate::exchange::system::SystemError;
use crate::report::ReportError;
use crate::shell::files::FileFailure;
use crate::shell::keep::{AppendFailure, CheckpointFailure, TakenBack};
use crate::shell::reports::OrderError;
use crate::storage::{LoadError, Wrong};
use crate::text::{Words, whole_path};

pub fn trouble(words: &Words, trouble: &Trouble) -> String {
    match trouble {
        Trouble::File(failure) => format!("{}\n{}", words.diagnosis(&failure.into()), file_advice(words, failure)),
        Trouble::Load { path, error } => {
            let place = words.with("cli-in", &[("path", whole_path(path).into())]);
            format!("{}\n{place}\n{}", words.load_error(error), load_advice(words, error))
        }
        Trouble::Exchange { path, error } => {
            let place = words.with("cli-in", &[("path", whole_path(path).into())]);
            format!("{}\n{place}\n{}", words.exchange_error(error), exchange_advice(words, error))
        }
        Trouble::NoReport(error) => no_report(words, error),
        Trouble::InUse { path } => words.with("cli-in-use", &[("path", whole_path(path).into())]),
        Trouble::TwoVersions { path, changes } => {
            words.with("cli-two-versions", &[("changes", (*changes).into()), ("path", whole_path(path).into())])
        }
        Trouble::Append(failure) => {
            let advice = words.say(match failure {
                AppendFailure::MayComeBack(_) => "cli-advice-may-come-back",
                AppendFailure::File(_) | AppendFailure::Encode(_) | AppendFailure::FirstFile(_) => {
                    "cli-advice-not-kept"
                }
            });
            format!("{}\n{advice}", words.diagnosis(&failure.into()))
        }
        Trouble::Checkpoint { path, failure, taken_back } => {
            let what = words.diagnosis(&failure.into());
            let what = match failure {
                // It names its file itself.
                CheckpointFailure::File(_) => what,
                CheckpointFailure::Encode(_)
                | CheckpointFailure::Journal(_)
                | CheckpointFailure::Outside(_)
                | CheckpointFailure::Fault => {
                    words.with("cli-of-file", &[("what", what.into()), ("path", whole_path(path).into())])
                }
            };
            let what_is_so = words.say(match taken_back {
                TakenBack::Yes if matches!(failure, CheckpointFailure::Outside(_)) => "cli-advice-taken-back-outside",
                TakenBack::Yes => "cli-advice-taken-back",
                TakenBack::No => "cli-advice-in-journal",
                TakenBack::NotKnown => "cli-advice-not-known",
            });
            format!("{what}\n{what_is_so}")
        }
        Trouble::Appeared { path } => words.with("cli-appeared", &[("path", whole_path(path).into())]),
        Trouble::Encode(error) => fault(words, &words.own_fault(&error.to_string())),
        Trouble::Catalog(error) => fault(words, &words.catalog_damaged(error)),
        Trouble::ReadOnly { path, not_understood } => {
            format!("{}\n{}", files::not_understood(words, path, not_understood), words.say("cli-advice-read-only"))
        }
        Trouble::Extension { path } => {
            let mut names = vec![extensions(words, false)];
            names.push(".html".to_owned());
            words.with("cli-no-format", &[("path", whole_path(path).into()), ("extensions", words.list(&names).into())])
        }
        Trouble::Refused { customer, refusal, rules, offers } => {
            upgrade::refused(words, customer, refusal, rules, offers)
        }
        Trouble::NoSuchSubscription { subscription, path } => words.with(
            "cli-no-subscription",
            &[("subscription", subscription.as_str().into()), ("path", whole_path(path).into())],
        ),
        Trouble::SeveralSubscriptions { subscription, path } => words.with(
            "cli-several-subscriptions",
            &[("subscription", subscription.as_str().into()), ("path", whole_path(path).into())],
        ),
        Trouble::OntoItself { path } => words.with("cli-onto-itself", &[("path", whole_path(path).into())]),
        Trouble::NoMapping { path } => words.with("cli-no-columns", &[("path", whole_path(path).into())]),
        Trouble::Usage(Misuse::ReportExtension) => words.say("cli-report-extension").to_owned(),
        Trouble::Usage(Misuse::TooManyRecords) => words.say("cli-too-many-records").to_owned(),
        Trouble::Output(error) => {
            words.with("cli-no-output", &[("said", words.system_error(&SystemError::from(error)).into())])
        }
    }
}

/// What to do about a fault of the program's own.
fn fault(words: &Words, what: &str) -> String {
    format!("{what}\n{}", words.say("cli-advice-fault"))
}

fn no_report(words: &Words, error: &OrderError) -> String {
    match error {
        OrderError::Report(ReportError::NoSuchCustomer { customer }) => {
            words.with("cli-no-report-of-customer", &[("customer", customer.as_str().into())])
        }
        OrderError::Report(ReportError::NoSuchUpgrade { subscription }) => {
            words.with("cli-no-report-of-upgrade", &[("subscription", subscription.as_str().into())])
        }
        OrderError::Catalog(error) => fault(words, &words.catalog_damaged(error)),
        OrderError::Report(error) => fault(words, &words.own_fault(&error.to_string())),
    }
}

fn file_advice<'a>(words: &'a Words, failure: &FileFailure) -> &'a str {
    words.say(match failure {
        FileFailure::TooLarge { .. } => "cli-advice-size",
        FileFailure::Refused { .. } => "cli-advice-path",
    })
}

pub fn load_advice<'a>(words: &'a Words, error: &LoadError) -> &'a str {
    words.say(match error {
        LoadError::Empty | LoadError::TooLarge { .. } => "cli-advice-right-file",
        LoadError::NotText { .. } | LoadError::Zeros { .. } | LoadError::UnmarkedUtf16 => "cli-advice-text",
        LoadError::NewerFormat { .. } => "cli-advice-newer",
        LoadError::UnknownFormat { .. } => "cli-advice-format",
        LoadError::Faults(faults) => {
            if faults.iter().any(|fault| matches!(fault.wrong, Wrong::Parse(_))) {
                "cli-advice-ron"
            } else {
                "cli-advice-places"
            }
        }
    })
}
