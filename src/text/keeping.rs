//! Where things stand between the portfolio, its journal and its file, in words: safe things first, then what failed. What can be done about it is the views'.

use super::Words;
use crate::state::{Failure, LooksOnly, OpenFile, Session, Standing, StoreTrouble, Theirs};

/// Whether nothing stands in the file's place any more.
#[must_use]
pub const fn is_gone(theirs: &Theirs) -> bool {
    theirs.plan.is_none() && theirs.detail.is_none() && !theirs.is_shown
}

impl Words {
    /// Where things stand, for the line at the bottom.
    #[must_use]
    pub fn standing(&self, session: &Session) -> String {
        let file = &session.file;
        match session.standing() {
            Standing::ReadOnly => self.say("file-read-only").to_owned(),
            Standing::Storing => self.say("file-storing").to_owned(),
            Standing::Stored => self.say("file-stored").to_owned(),
            Standing::Untitled => self.say("file-kept").to_owned(),
            Standing::Blank => self.say("file-blank").to_owned(),
            Standing::Behind => {
                self.with("file-behind", &[("changes", file.waiting.into()), ("reason", self.why_behind(file).into())])
            }
        }
    }

    /// Why the file does not follow, in a few words that begin small.
    fn why_behind(&self, file: &OpenFile) -> &str {
        self.say(match (&file.theirs, &file.trouble) {
            (Some(theirs), _) if is_gone(theirs) => "behind-gone",
            (Some(_), _) => "behind-outside",
            (None, Some(StoreTrouble::Full(_))) => "behind-full",
            (None, Some(StoreTrouble::Failed(_)) | None) => "behind-failed",
        })
    }

    /// What was found, of a failure.
    fn found_in(&self, failure: &Failure) -> String {
        match failure {
            Failure::NotRead { detail, .. }
            | Failure::NotUnderstood { detail, .. }
            | Failure::NotWritten { detail, .. }
            | Failure::NotJournaled { detail }
            | Failure::MayComeBack { detail }
            | Failure::SettingsNotKept { detail }
            | Failure::NoReport { detail }
            | Failure::SettingsNotRead { detail, .. } => self.told(detail),
            Failure::InUse { .. } | Failure::Missing { .. } | Failure::NotAllowed { .. } | Failure::OwnFile { .. } => {
                self.failure(failure)
            }
        }
    }

    /// What that means.
    #[must_use]
    pub fn standing_hint(&self, session: &Session) -> String {
        let file = &session.file;
        let hint = match session.standing() {
            Standing::ReadOnly => self.say("file-read-only-hint").to_owned(),
            Standing::Storing => self.say("file-storing-hint").to_owned(),
            Standing::Stored if file.waiting > 0 => self.with("file-waiting-hint", &[("changes", file.waiting.into())]),
            Standing::Stored => self.say("file-stored-hint").to_owned(),
            Standing::Untitled => self.say("file-kept-hint").to_owned(),
            Standing::Blank => self.say("file-blank-hint").to_owned(),
            Standing::Behind => match &file.trouble {
                Some(trouble) => format!("{}\n{}", self.say("file-behind-hint"), self.found_in(trouble.failure())),
                None => self.say("file-behind-hint").to_owned(),
            },
        };
        if file.is_beside { format!("{hint}\n{}", self.say("file-beside-hint")) } else { hint }
    }

    /// That the file was not written, with what is safe.
    #[must_use]
    pub fn store_trouble(&self, trouble: &StoreTrouble, waiting: usize) -> String {
        match trouble {
            StoreTrouble::Full(_) => self.with("banner-full", &[("changes", waiting.into())]),
            StoreTrouble::Failed(failure) => {
                self.with("banner-failed", &[("changes", waiting.into()), ("reason", self.found_in(failure).into())])
            }
        }
    }

    /// What is said before a portfolio is left whose file does not have everything.
    #[must_use]
    pub fn left_behind(&self, file: &OpenFile) -> String {
        let reason = match &file.trouble {
            Some(StoreTrouble::Failed(failure)) if file.theirs.is_none() => self.found_in(failure),
            Some(_) | None => self.why_behind(file).to_owned(),
        };
        self.with("unsaved-stuck", &[("changes", file.waiting.into()), ("reason", reason.into())])
    }

    /// Why a portfolio can only be looked at.
    #[must_use]
    pub fn looks_only(&self, why: LooksOnly) -> String {
        match why {
            LooksOnly::NotUnderstood => self.say("banner-newer-file").to_owned(),
            LooksOnly::NewerJournal => self.say("banner-newer-journal").to_owned(),
            LooksOnly::InUse => self.say("banner-in-use").to_owned(),
            LooksOnly::Backup => self.say("banner-backup").to_owned(),
            LooksOnly::Damaged { customers } => self.with("banner-damaged", &[("customers", customers.into())]),
        }
    }

    /// What happened to the file that is somebody else's version now.
    #[must_use]
    pub fn two_versions(&self, theirs: &Theirs) -> String {
        match &theirs.detail {
            Some(detail) => self.with("versions-unreadable", &[("reason", self.told(detail).into())]),
            None if is_gone(theirs) => self.say("versions-gone").to_owned(),
            None if theirs.is_shown => self.with("versions-what-shown", &[("changes", theirs.changes.into())]),
            None => self.with("versions-what", &[("changes", theirs.changes.into())]),
        }
    }

    /// A number of bytes as a person counts them.
    #[must_use]
    pub fn size(&self, bytes: u64) -> String {
        const KILO: u64 = 1_000;
        const MEGA: u64 = 1_000 * KILO;
        const GIGA: u64 = 1_000 * MEGA;
        let with = |unit: u64| {
            // One digit behind the point, rounded down.
            let (whole, tenths) = (bytes / unit, bytes % unit * 10 / unit);
            if whole >= 10 || tenths == 0 {
                self.number(i64::try_from(whole).unwrap_or(i64::MAX))
            } else {
                self.tenths(whole, tenths)
            }
        };
        match bytes {
            0..KILO => self.with("size-bytes", &[("size", bytes.to_string().into())]),
            KILO..MEGA => self.with("size-kilobytes", &[("size", with(KILO).into())]),
            MEGA..GIGA => self.with("size-megabytes", &[("size", with(MEGA).into())]),
            GIGA.. => self.with("size-gigabytes", &[("size", with(GIGA).into())]),
        }
    }
}
