//! What a restart would lose: selection, tabs, the open dialog, the open file's standing, notices. Nothing half typed.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::bulk::Bulk;
use super::chapter::Chapter;
use super::command::{Command, Purpose};
use super::comparing::Comparing;
use super::derived::Derived;
use super::diagnosis::Diagnosis;
use super::dispatch::Stamp;
use super::effect::OpenFor;
use super::handing_out::HandingOut;
use super::history::History;
use super::importing::Importing;
use super::kept::{BackupLine, Better, FindingLine, LooksOnly, NotUnderstood, StoreTrouble, Theirs};
use super::lists::{Arrangement, Filters};
use super::notice::Notice;
use super::opening::Opening;
use super::palette::Found;
use super::picked::Picked;
use super::sorting::Sorting;
use super::tables::Chosen;
use super::working_out::{Judging, Work};
use crate::model::{Catalog, Change, Entry, Happened, Id, Language, List, Offers, Portfolio, Settings, Tab};
use crate::rules::lifecycle::Action;
use crate::rules::{ConditionId, RuleSet};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub customer: Option<Id>,
    pub subscription: Option<Id>,
}

impl Selection {
    /// The subscription with its customer.
    #[must_use]
    pub fn pair(&self) -> Option<(Id, Id)> {
        self.customer.clone().zip(self.subscription.clone())
    }
}

/// What a file's place was taken by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    New,
    /// A copy of the built-in sample.
    Sample,
    File,
}

/// How the portfolio in memory stands to the disk.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFile {
    /// `None` where it has no name of its own yet.
    pub path: Option<PathBuf>,
    pub origin: Origin,
    /// What in the file was not understood.
    pub not_understood: Vec<NotUnderstood>,
    /// Why it can only be looked at.
    pub looks_only: Option<LooksOnly>,
    /// How many changes are in the journal and not in the file.
    pub waiting: usize,
    /// Changes that were in the journal alone when it was opened.
    pub recovered: Vec<Arc<Entry>>,
    /// The file is being written.
    pub is_storing: bool,
    /// Why the file was not written, until it is.
    pub trouble: Option<StoreTrouble>,
    /// The file is somebody else's version, until the person has decided.
    pub theirs: Option<Box<Theirs>>,
    /// A portfolio without a name that is kept in the program's folder.
    pub untitled: Option<PathBuf>,
    /// Its journals lie beside it.
    pub is_beside: bool,
    pub findings: Vec<FindingLine>,
    /// Other versions of the same portfolio in its folder.
    pub copies: Vec<PathBuf>,
    /// Saving was asked for, so that it is said when it is done.
    pub(super) was_asked_to_save: bool,
}

/// In one word, where things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    ReadOnly,
    /// Something is under way to the disk.
    Storing,
    /// Nothing is missing on the disk.
    Stored,
    /// The journal has everything, the file has not, and will not get it by itself.
    Behind,
    /// It has no file of its own, and every change is in the program's folder.
    Untitled,
    /// There is nothing to be stored.
    Blank,
}

impl OpenFile {
    #[must_use]
    pub const fn new(path: Option<PathBuf>, origin: Origin) -> Self {
        Self {
            path,
            origin,
            not_understood: Vec::new(),
            looks_only: None,
            waiting: 0,
            recovered: Vec::new(),
            is_storing: false,
            trouble: None,
            theirs: None,
            untitled: None,
            is_beside: false,
            findings: Vec::new(),
            copies: Vec::new(),
            was_asked_to_save: false,
        }
    }

    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.looks_only.is_some()
    }

    /// Whether the file cannot take what the journal has before the person has done something.
    #[must_use]
    pub const fn is_stuck(&self) -> bool {
        self.trouble.is_some() || self.theirs.is_some()
    }
}

/// Where to go once the question about unsaved changes is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Quit,
    New,
    Sample,
    ChooseFile,
    Open(PathBuf, OpenFor),
}

/// A change that is on its way to the journal. Until it is there it does not count, and nothing else is carried out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    /// What asked for it.
    pub command: Command,
    pub at: DateTime<Utc>,
    pub happened: Happened,
    pub change: Arc<Change>,
}

/// The one dialog that is open. What is typed into it is a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    Customer {
        is_new: bool,
    },
    DeleteCustomer,
    Subscription,
    DeleteSubscription,
    /// Several records at once.
    Bulk(Box<Bulk>),
    Columns(List),
    Upgrade,
    UpgradeRecorded {
        customer: Id,
        target: Id,
    },
    Licenses,
    Action(Action),
    RealId {
        source: Id,
        /// It was asked for from the task list, which comes back.
        from_tasks: bool,
    },
    Account,
    About,
    Keys,
    /// What the palette has found among customers and offers.
    Palette {
        found: Found,
    },
    Manual {
        chapter: Chapter,
        /// Where it is to be read from.
        condition: Option<ConditionId>,
    },
    /// The language of a customer's page.
    CustomerPage {
        customer: Id,
    },
    Condition(ConditionId),
    History,
    Offers,
    Import(Box<Importing>),
    Compare(Box<Comparing>),
    /// Rows and columns to be exported.
    Table,
    Unsaved {
        next: Next,
    },
    Path {
        purpose: Purpose,
    },
    Overwrite {
        purpose: Purpose,
        path: PathBuf,
    },
    Dropped {
        path: PathBuf,
    },
    /// A file that cannot be read, and what there is in its place.
    Damaged {
        path: PathBuf,
        detail: Diagnosis,
        better: Option<Better>,
        readable: Option<usize>,
        /// Something in it, or what is known of it here, says that it is one.
        is_portfolio: bool,
    },
    /// Another window has it open.
    InUse {
        path: PathBuf,
    },
    /// It is large. In bytes.
    Large {
        path: PathBuf,
        size: u64,
    },
    /// The person's version and the file's.
    Versions,
    Backups,
    Findings,
}

/// A native dialog is open somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub purpose: Purpose,
    pub serial: u64,
}

/// A notice with a number, so that a new one is told from the same one again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub serial: u64,
    pub notice: Notice,
    /// The history's mark when it was posted: what has changed since is not what it tells of.
    mark: u64,
}

/// What the window speaks, beside what the settings say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speaks {
    /// The system's language.
    pub system: Language,
    /// What this run was started in, until another language is chosen in it.
    pub this_run: Option<Language>,
}

#[derive(Debug)]
pub struct Session {
    pub catalog: Arc<Catalog>,
    pub offers: Offers,
    pub rules: &'static RuleSet,
    pub derived: Derived,
    pub history: History,
    pub file: OpenFile,
    pub settings: Settings,
    pub speaks: Speaks,
    pub desktop_has_less_motion: bool,
    pub tab: Tab,
    pub selection: Selection,
    /// What is selected beside it.
    pub picked: Picked,
    /// The target whose reasons the ledger shows, where one was asked for.
    pub shown_target: Option<Id>,
    pub search: String,
    pub filters: Filters,
    pub sorting: Sorting,
    pub dialog: Option<Dialog>,
    /// An import that comes back once a file has been chosen for a part of it.
    pub set_aside: Option<Box<Importing>>,
    pub waiting: Option<Waiting>,
    pub opening: Option<Opening>,
    /// What became of a file that was to be opened, where a dialog was open as the world said it: what is typed there is not
    /// taken away, and this is heard once it is closed.
    pub(super) arrived: Option<Box<Command>>,
    /// What is shown was let go: no change of it is kept anymore, and a file that arrives takes its place at once.
    pub(super) is_kept_by_nobody: bool,
    /// The export or report that is being written.
    pub handing_out: Option<HandingOut>,
    /// The window is to be closed once that is written.
    pub(super) quits_once_handed_out: bool,
    /// How long frames take is said.
    pub shows_frame_times: bool,
    pub notice: Option<Posted>,
    /// Versions and files that the person is told of until they dismiss it.
    pub recovered_banner: bool,
    /// All changes that the journals know, newest last; `None` until they were asked for.
    pub journaled: Option<Vec<Arc<Entry>>>,
    pub backups: Option<Vec<BackupLine>>,
    /// Whether the history shows only what was recovered.
    pub shows_recovered: bool,
    pub(super) pending: Option<Pending>,
    /// What is typed in the form could not be kept.
    pub(super) form_is_refused: bool,
    /// The person wants to leave all the same.
    pub(super) leaves_refused_form: bool,
    /// What waits until the change that is on its way is kept, with its time.
    pub(super) queue: VecDeque<(Command, Stamp)>,
    /// Once the person's version is in the file's place, the file's is to be imported into it.
    pub(super) merges_theirs: bool,
    /// What is to be imported into the portfolio that is opened next.
    pub(super) import_next: Option<PathBuf>,
    /// The text that waits for a file to be chosen.
    pub(super) text_to_write: String,
    /// The table that waits for a file to be chosen.
    pub(super) table_to_write: Option<Chosen>,
    /// Whether the line about the sample or the read-only file is still shown.
    pub banner: bool,
    /// Where to go once the save that is under way has succeeded.
    pub after_save: Option<Next>,
    /// The history's mark when it was settled that another portfolio may take this one's place.
    pub(super) leaving: Option<u64>,
    pub(super) serial: u64,
}

impl Session {
    #[must_use]
    pub fn new(
        catalog: Arc<Catalog>,
        portfolio: &Portfolio,
        file: OpenFile,
        settings: Settings,
        speaks: Speaks,
    ) -> Self {
        let offers = Offers::new(Arc::clone(&catalog), &portfolio.offers);
        let rules = super::AppState::rules_of(portfolio);
        let (tab, sorting, filters) = super::remembered::left(&settings);
        let mut session = Self {
            catalog,
            offers,
            rules,
            derived: Derived::default(),
            history: History::default(),
            file,
            settings,
            speaks,
            desktop_has_less_motion: false,
            tab,
            selection: Selection::default(),
            picked: Picked::default(),
            shown_target: None,
            search: String::new(),
            filters,
            sorting,
            dialog: None,
            set_aside: None,
            arrived: None,
            is_kept_by_nobody: false,
            waiting: None,
            opening: None,
            handing_out: None,
            quits_once_handed_out: false,
            shows_frame_times: false,
            notice: None,
            recovered_banner: false,
            journaled: None,
            backups: None,
            shows_recovered: false,
            pending: None,
            form_is_refused: false,
            leaves_refused_form: false,
            queue: VecDeque::new(),
            merges_theirs: false,
            import_next: None,
            text_to_write: String::new(),
            table_to_write: None,
            banner: true,
            after_save: None,
            leaving: None,
            serial: 0,
        };
        session.relist(portfolio);
        session.rebuild(portfolio, true);
        session
    }

    /// Judges everything anew: after opening, and after what every verdict hangs on. `moves`: whether customers can stand
    /// elsewhere now.
    pub(super) fn rebuild(&mut self, portfolio: &Portfolio, moves: bool) {
        self.offers = Offers::new(Arc::clone(&self.catalog), &portfolio.offers);
        self.rules = super::AppState::rules_of(portfolio);
        let (derived, judging) = self.deriving(portfolio);
        derived.rebuild(judging, moves);
    }

    fn deriving<'a>(&'a mut self, portfolio: &'a Portfolio) -> (&'a mut Derived, Judging<'a>) {
        let language = self.language();
        let Self { derived, offers, rules, .. } = self;
        (derived, Judging { portfolio, offers, rules, language })
    }

    /// What has to be worked out beside the window.
    pub(super) fn work(&mut self, portfolio: &Portfolio) -> Option<Work> {
        let (derived, judging) = self.deriving(portfolio);
        derived.work(judging)
    }

    /// Works that out here and now, however long it takes.
    pub(super) fn work_out(&mut self, portfolio: &Portfolio) {
        let (derived, judging) = self.deriving(portfolio);
        derived.work_out(judging);
    }

    /// The language that was chosen: in the menu, or for this run. `None` where the system's is followed.
    #[must_use]
    pub fn chosen_language(&self) -> Option<Language> {
        self.speaks.this_run.or(self.settings.language)
    }

    /// The language in force.
    #[must_use]
    pub fn language(&self) -> Language {
        self.chosen_language().unwrap_or(self.speaks.system)
    }

    /// Brings what hangs on the language up to date: names are ordered as its readers look for them.
    pub(super) fn follow_language(&mut self, portfolio: &Portfolio) {
        if self.derived.language() != self.language() {
            self.rebuild(portfolio, false);
        }
    }

    /// Orders and filters the lists as they are asked to be.
    pub(super) fn relist(&mut self, portfolio: &Portfolio) {
        let asked = Arrangement { sorting: self.sorting, search: self.search.clone(), filters: self.filters.clone() };
        let (derived, judging) = self.deriving(portfolio);
        derived.arrange(asked, judging);
    }

    /// Where things stand.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let file = &self.file;
        if file.is_read_only() {
            Standing::ReadOnly
        } else if self.pending.is_some() || file.is_storing {
            Standing::Storing
        } else if file.is_stuck() {
            Standing::Behind
        } else if file.path.is_some() {
            Standing::Stored
        } else if file.untitled.is_some() {
            Standing::Untitled
        } else {
            Standing::Blank
        }
    }

    pub(super) fn next_serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    pub(super) fn post(&mut self, notice: Notice) {
        let serial = self.next_serial();
        self.notice = Some(Posted { serial, notice, mark: self.history.mark() });
    }

    /// Whether undoing takes back just what the shown notice tells of.
    #[must_use]
    pub fn can_undo_what_is_noticed(&self) -> bool {
        let told = self.notice.as_ref().filter(|posted| posted.notice.tells_of_a_change());
        told.is_some_and(|posted| posted.mark == self.history.mark())
            && self.history.next_undo().is_some()
            && !self.file.is_read_only()
    }

    /// Whether redoing does again just what the shown notice tells of.
    #[must_use]
    pub fn can_redo_what_is_noticed(&self) -> bool {
        let told = self.notice.as_ref().filter(|posted| matches!(posted.notice, Notice::Undid(_)));
        told.is_some_and(|posted| posted.mark == self.history.mark())
            && self.history.next_redo().is_some()
            && !self.file.is_read_only()
    }
}
