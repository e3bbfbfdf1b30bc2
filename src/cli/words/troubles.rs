//! What went wrong: what, where and what to do about it. Why an upgrade is refused is `reasons`'.

use std::path::Path;

use super::super::trouble::Trouble;
use super::reasons;
use crate::exchange::{ExchangeError, FORMATS, Part};
use crate::report::ReportError;
use crate::shell::files::FileFailure;
use crate::shell::keep::{AppendFailure, CheckpointFailure, TakenBack};
use crate::shell::reports::OrderError;
use crate::storage::{FileFinding, LoadError, NotUnderstood, Wrong};

pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::File(failure) => format!("{failure}\n{}", file_advice(failure)),
        Trouble::Load { path, error } => {
            format!("{error}\nin {}\n{}", path.display(), load_advice(error))
        }
        Trouble::Exchange { path, error } => {
            let advice = match error {
                ExchangeError::NotRecognized => format!("Files that can be read: {}.", extensions(true)),
                ExchangeError::NotImported { .. } | ExchangeError::NotExported { .. } => {
                    format!("Formats that can be read: {}; written: {}.", extensions(true), extensions(false))
                }
                ExchangeError::Load(error) => load_advice(error).to_owned(),
                ExchangeError::Encode(_) | ExchangeError::NotWritten { .. } => REPORT.to_owned(),
                ExchangeError::Stopped => "Nothing was written.".to_owned(),
                ExchangeError::Temporary { .. } => {
                    "Make room in the folder for temporary files, or name another one by TMPDIR, or export as .csv, which needs none."
                        .to_owned()
                }
                ExchangeError::TooManyRows { .. } => "Export as .csv, which holds any number of rows.".to_owned(),
                ExchangeError::TooLong { .. } => {
                    "Nothing was cut and nothing was written. Shorten that text, or export as .csv, which holds all of it."
                        .to_owned()
                }
                ExchangeError::TooMuch { .. } => {
                    "Split the table into smaller files and import one after the other.".to_owned()
                }
                ExchangeError::Damaged { .. } | ExchangeError::Io { .. } => {
                    "Check that the file is whole and can be read, then try again.".to_owned()
                }
            };
            format!("{error}\nin {}\n{advice}", path.display())
        }
        Trouble::NoReport(error) => match error {
            OrderError::Report(ReportError::NoSuchCustomer { customer }) => {
                format!(
                    "the portfolio has no customer {customer}\nNothing was written. --customer takes a Microsoft ID."
                )
            }
            OrderError::Report(ReportError::NoSuchUpgrade { subscription }) => format!(
                "no upgrade of the subscription {subscription} is recorded\nNothing was written. --upgrade takes the ID of the subscription that was upgraded, or of the one that took its place."
            ),
            OrderError::Catalog(_) | OrderError::Report(_) => format!("{error}\nNothing was written. {REPORT}"),
        },
        Trouble::InUse { path } => format!(
            "it is open in another window, or another command is changing it: {}\nNothing was changed. Close it there, or try again in a moment.",
            path.display()
        ),
        Trouble::TwoVersions { path, changes } => format!(
            "the file was changed outside while {changes} changes of yours were not in it yet: {}\nBoth versions are safe, and nothing was changed. Open it in the window to choose between them.",
            path.display()
        ),
        Trouble::Append(failure @ AppendFailure::MayComeBack(_)) => format!(
            "{failure}\nThe change was not kept, but it could not be taken out of the journal again either: it may be there when the portfolio is next opened. Look with `upgrade-desk check` before you try again."
        ),
        Trouble::Append(failure) => {
            format!(
                "{failure}\nThe change was not kept, and nothing was changed. Free some room or check the folder, then try again."
            )
        }
        Trouble::Checkpoint { path, failure, taken_back } => {
            let what_is_so = match taken_back {
                TakenBack::Yes if matches!(failure, CheckpointFailure::Outside(_)) => {
                    "The change was taken back, so that nothing was changed. Try again: it is then made on the file as it is now."
                }
                TakenBack::Yes => {
                    "The change was taken back, so that nothing was changed. Free some room or check the folder, then try again."
                }
                TakenBack::No => {
                    "The change is safe in the journal, and comes with the file when it is next opened. Free some room or check the folder, then open it again."
                }
                TakenBack::NotKnown => {
                    "The change was to be taken back, and that failed too: it may be there when the portfolio is next opened. Look with `upgrade-desk check` before you try again."
                }
            };
            format!("{failure}: {}\n{what_is_so}", path.display())
        }
        Trouble::Appeared { path } => format!(
            "a file of this name has been made meanwhile: {}\nIt was left as it is, and nothing was changed. Try again to import into it.",
            path.display()
        ),
        Trouble::Encode(error) => format!("{error}\n{REPORT}"),
        Trouble::Catalog(error) => format!("the built-in catalog is damaged: {error}\n{REPORT}"),
        Trouble::ReadOnly { path, not_understood } => format!(
            "{}\nSaving would lose that, so the file can be read but not changed. Use a newer version of the program.",
            self::not_understood(path, not_understood)
        ),
        Trouble::Extension { path } => format!(
            "no format that can be written goes by this name: {}\nNames that can be: {}.",
            path.display(),
            format_args!("{}, .html", extensions(false))
        ),
        Trouble::Refused { customer, refusal } => reasons::plan_refusal(customer, refusal),
        Trouble::NoSuchSubscription { subscription, path } => format!(
            "no subscription has the id {subscription}, in {}\n`upgrade-desk check` lists all of them.",
            path.display()
        ),
        Trouble::SeveralSubscriptions { subscription, path } => format!(
            "more than one subscription has the id {subscription}, in {}\nDelete or rename the ones that are wrong first.",
            path.display()
        ),
        Trouble::OntoItself { path } => {
            format!("the portfolio cannot be exported onto itself: {}\nChoose another name for --to.", path.display())
        }
        Trouble::NoMapping { path } => format!(
            "it is a table, and nobody said yet which of its columns is what: {}\nImport it in the window once; what you say of its columns there is remembered for every table with the same header.",
            path.display()
        ),
        Trouble::Usage(message) => (*message).to_owned(),
        Trouble::Output(error) => format!("the output cannot be written: {error}"),
    }
}

const REPORT: &str = "This is a fault of the program; nothing was written. Please report it with the file.";

fn file_advice(failure: &FileFailure) -> &'static str {
    match failure {
        FileFailure::TooLarge { .. } => "Portfolios are smaller; is it the right file?",
        FileFailure::Refused { .. } => "Check that the path is right and that you may use it.",
    }
}

fn load_advice(error: &LoadError) -> &'static str {
    match error {
        LoadError::Empty | LoadError::TooLarge { .. } => "Is it the right file? If so, go back to a copy of it.",
        LoadError::NotText { .. } | LoadError::Zeros { .. } | LoadError::UnmarkedUtf16 => {
            "A portfolio is a text in UTF-8. Is it the right file? If so, go back to a copy of it."
        }
        LoadError::NewerFormat { .. } => "Use a newer version of the program.",
        LoadError::UnknownFormat { .. } => "Correct the format in the file, or go back to a copy of it.",
        LoadError::Faults(faults) => {
            if faults.iter().any(|fault| matches!(fault.wrong, Wrong::Parse { .. })) {
                "Is it a portfolio in RON? Other files come in by `upgrade-desk import`. If it is, correct that place or go back to a copy."
            } else {
                "Correct those places in the file, or go back to a copy of it."
            }
        }
    }
}

/// The extensions of the formats that can be read, or else written.
fn extensions(read: bool) -> String {
    let formats = FORMATS.iter().filter(|format| if read { format.can_import() } else { format.can_export() });
    let all: Vec<String> =
        formats.flat_map(|format| format.extensions).map(|extension| format!(".{extension}")).collect();
    all.join(", ")
}

fn listed(not_understood: &[NotUnderstood]) -> String {
    /// More than these are counted, not listed.
    const MOST: usize = 10;
    let mut lines: Vec<String> = not_understood.iter().take(MOST).map(|entry| format!("  {entry}")).collect();
    if not_understood.len() > MOST {
        lines.push(format!("  and {} more", not_understood.len() - MOST));
    }
    lines.join("\n")
}

pub fn not_understood(path: &Path, not_understood: &[NotUnderstood]) -> String {
    format!("read-only: this version does not understand everything in {}\n{}", path.display(), listed(not_understood))
}

/// What an export leaves behind, because a table has no place for it.
pub fn not_exported(path: &Path, left_out: &[Part]) -> String {
    let named = |part: &Part| match part {
        Part::Partner => "the partner",
        Part::Offers => "the portfolio's own offers",
        Part::Upgrades => "the recorded upgrades",
        Part::History => "the history",
        Part::Answers => "Partner Center's own answers",
    };
    let named: Vec<&str> = left_out.iter().map(named).collect();
    format!(
        "left out: a table holds customers and subscriptions alone, not {}; .ron and .json hold everything: {}",
        named.join(", "),
        path.display()
    )
}

/// What an import leaves behind.
pub fn left_behind(path: &Path, not_understood: &[NotUnderstood]) -> String {
    format!("left out: what this version does not understand in {}\n{}", path.display(), listed(not_understood))
}

pub fn finding(finding: &FileFinding, path: &Path) -> String {
    format!("odd: {finding}, in {}", path.display())
}

pub fn edited_outside(path: &Path) -> String {
    format!("edited outside: the end mark does not fit, in {}", path.display())
}

pub fn recovered(changes: usize, path: &Path) -> String {
    format!("with {changes} changes from the journal that the file does not hold yet: {}", path.display())
}

pub fn open_on_share(said: &str, path: &Path) -> String {
    format!("marked as open elsewhere ({said}): {}", path.display())
}

pub fn another_version(path: &Path) -> String {
    format!("another version of this portfolio lies beside it: {}", path.display())
}

/// The file is not the one that the journal's changes were made on.
pub fn without_journal(changes: usize, path: &Path) -> String {
    format!(
        "without {changes} changes of yours that were made on another version of the file; open it in the window to choose: {}",
        path.display()
    )
}

pub fn newer_journal(path: &Path) -> String {
    format!("without the changes that a newer version of the program has in its journal: {}", path.display())
}

pub fn damaged_journal(path: &Path) -> String {
    format!("the journal is damaged: changes that only its later lines held are missing: {}", path.display())
}

pub fn replaced(path: &Path) -> String {
    format!("not as this program left it: it was changed or replaced outside: {}", path.display())
}

pub fn more_findings(more: usize, path: &Path) -> String {
    format!("odd: and {more} more, in {}; the window lists them all", path.display())
}
