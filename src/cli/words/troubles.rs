//! What went wrong: what, where and what to do about it. Why an upgrade is refused is `upgrade`'s.

use super::super::trouble::{Misuse, Trouble};
use super::exchange::{exchange_advice, exchange_error, extensions};
use super::load::{file_failure, load_error, said};
use super::{files, upgrade};
use crate::report::ReportError;
use crate::shell::files::FileFailure;
use crate::shell::keep::{AppendFailure, CheckpointFailure, TakenBack};
use crate::shell::reports::OrderError;
use crate::storage::{LoadError, Wrong};
use crate::text::{Words, shown, told, whole_path};

pub fn trouble(words: &Words, trouble: &Trouble) -> String {
    match trouble {
        Trouble::File(failure) => format!("{}\n{}", file_failure(words, failure), file_advice(words, failure)),
        Trouble::Load { path, error } => {
            let place = words.with("cli-in", &[("path", whole_path(path).into())]);
            format!("{}\n{place}\n{}", load_error(words, error), load_advice(words, error))
        }
        Trouble::Exchange { path, error } => {
            let place = words.with("cli-in", &[("path", whole_path(path).into())]);
            format!("{}\n{place}\n{}", exchange_error(words, error), exchange_advice(words, error))
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
            format!("{}\n{advice}", append_failure(words, failure))
        }
        Trouble::Checkpoint { path, failure, taken_back } => {
            let what = checkpoint_failure(words, failure);
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
        Trouble::Encode(error) => fault(words, error),
        Trouble::Catalog(error) => catalog(words, error),
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
            words.with("cli-no-output", &[("said", said(words, error.kind(), &error.to_string()).into())])
        }
    }
}

/// A fault of the program's own, in the words of those who build it, with the request to report it.
fn fault(words: &Words, error: &impl ToString) -> String {
    format!("{}\n{}", shown(&told(&error.to_string())), words.say("cli-advice-fault"))
}

fn catalog(words: &Words, error: &LoadError) -> String {
    let what = words.with("cli-catalog-damaged", &[("said", told(&error.to_string()).into())]);
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
        OrderError::Catalog(error) => catalog(words, error),
        OrderError::Report(error) => fault(words, error),
    }
}

fn append_failure(words: &Words, failure: &AppendFailure) -> String {
    match failure {
        AppendFailure::File(failure) => file_failure(words, failure),
        AppendFailure::Encode(error) => shown(&told(&error.to_string())).into_owned(),
        AppendFailure::FirstFile(failure) => checkpoint_failure(words, failure),
        AppendFailure::MayComeBack(failure) => append_failure(words, failure),
    }
}

fn checkpoint_failure(words: &Words, failure: &CheckpointFailure) -> String {
    match failure {
        CheckpointFailure::File(failure) => file_failure(words, failure),
        CheckpointFailure::Encode(error) => shown(&told(&error.to_string())).into_owned(),
        CheckpointFailure::Journal(failure) => append_failure(words, failure),
        CheckpointFailure::Outside(_) => words.say("cli-changed-outside").to_owned(),
        CheckpointFailure::Fault => words.say("cli-own-fault").to_owned(),
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
            if faults.iter().any(|fault| matches!(fault.wrong, Wrong::Parse { .. })) {
                "cli-advice-ron"
            } else {
                "cli-advice-places"
            }
        }
    })
}
