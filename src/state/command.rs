//! Everything that can be wished, and the world's answers. Which widget was pressed is not said here.

use std::path::PathBuf;
use std::sync::Arc;

use super::chapter::Chapter;
use super::comparing::CompareOutcome;
use super::diagnosis::Diagnosis;
use super::handing_out::HandedOut;
use super::importing::ReadOutcome;
use super::kept::{BackupLine, Better, Opened, StoreTrouble, Theirs};
use super::notice::Failure;
use super::picked::Pick;
use super::reporting::ReportOf;
use super::session::Next;
use super::working_out::Worked;
use uuid::Uuid;

use crate::exchange::Choices;
use crate::exchange::merge::{Accepted, RowKey, Take};
use crate::model::{
    AnyColumn, CustomerColumn, Density, Entry, Filter, Id, Language, List, Panels, Portfolio, Settings,
    SubscriptionColumn, Tab, TaskId, ThemeChoice, WindowPlace, Zoom,
};
use crate::rules::ConditionId;
use crate::rules::lifecycle::Action;

/// What a file is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    SaveAs,
    Import,
    /// To be compared with the open portfolio.
    Compare,
    /// The id of a format of `exchange`'s table.
    Export {
        format: &'static str,
    },
    /// Rows and columns of the table as they were chosen.
    Table {
        format: &'static str,
    },
    /// A report in a language, by its tag.
    Report {
        of: ReportOf,
        language: &'static str,
    },
    /// The history as a table.
    History,
    /// The rows in error of an imported file, as a table.
    FaultyRows,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // Looking.
    ShowTab(Tab),
    SelectCustomer(Id),
    SelectSubscription {
        customer: Id,
        subscription: Id,
    },
    PickCustomers(Pick<Id>),
    /// By customer and subscription.
    PickSubscriptions(Pick<(Id, Id)>),
    /// Select everything that the list in view shows.
    PickAll,
    /// Select none but the one whose details are shown.
    PickOne,
    Search(String),
    ToggleFilter(Filter),
    ClearFilters,
    SortCustomers(CustomerColumn),
    SortSubscriptions(SubscriptionColumn),
    SetTheme(ThemeChoice),
    SetDensity(Density),
    ZoomIn,
    ZoomOut,
    ZoomReset,
    SetZoom(Zoom),
    /// `None` moves as the desktop has it.
    SetLessMotion(Option<bool>),
    /// Whether the desktop asks for as little motion as can be.
    DesktopHasLessMotion(bool),
    /// The person has drawn parts of the window larger or smaller.
    SizePanels(Panels),
    /// Which columns a list shows, in their order.
    SetColumns(List, Vec<AnyColumn>),
    /// How the window and the lists stand is to be remembered.
    Remember {
        /// `None` where nothing is known of it.
        window: Option<WindowPlace>,
    },
    /// `None` speaks as the system does.
    SetLanguage(Option<Language>),
    DismissNotice,
    DismissBanner,
    /// What was recovered stays; the line that says so goes.
    DismissRecovered,
    /// The other versions in the folder stay; the line that names them goes.
    DismissCopies,
    CopyText(String),

    // Dialogs.
    AskNewCustomer,
    AskEditCustomer,
    AskDeleteCustomer,
    AskNewSubscription {
        parent: Option<Id>,
    },
    AskDeleteSubscription,
    /// Edit all that are selected in the list in view.
    AskBulk,
    /// Something was typed that they are to have.
    CountBulk,
    AskColumns(List),
    AskUpgrade {
        target: Option<Id>,
    },
    AskChangeLicenses,
    AskAction(Action),
    AskRealId {
        source: Id,
    },
    AskAccount,
    AskAbout,
    /// Say how long frames take, or stop saying it.
    ShowFrameTimes(bool),
    /// Show every key.
    AskKeys,
    /// Show the command palette.
    AskPalette,
    /// Look for customers and offers in the palette.
    SearchPalette(String),
    /// Show a chapter of the manual, at a condition of it where one is meant.
    ShowManual {
        chapter: Chapter,
        condition: Option<ConditionId>,
    },
    /// In which language the selected customer's page is to be.
    AskCustomerPage,
    ShowReasons {
        target: Id,
    },
    ShowCondition(ConditionId),
    /// Choose rows and columns to be exported.
    AskTable,
    ShowHistory,
    ShowOffers,
    ShowOffer(Id),
    ShowTasks {
        target: Id,
    },
    /// What was recovered when the portfolio was opened.
    ShowRecovered,
    ShowBackups,
    ShowFindings,
    ShowRecord {
        customer: Id,
        subscription: Option<Id>,
    },
    /// The person's version and the file's, side by side.
    ShowVersions,
    CloseDialog,

    // Changing.
    CommitForm,
    ConfirmCustomer,
    ConfirmDeleteCustomer,
    ConfirmSubscription,
    ConfirmDeleteSubscription,
    ConfirmBulk,
    ConfirmUpgrade,
    ConfirmLicenses,
    ConfirmAction,
    ConfirmRealId,
    ConfirmAccount,
    ConfirmOffer,
    RestoreOffer,
    ConfirmImport,
    TickTask {
        upgrade: usize,
        task: TaskId,
        done: bool,
    },
    SwitchRules(&'static str),
    Undo,
    Redo,
    UndoRecovered,

    // Files.
    New,
    OpenSample,
    Choose(Purpose),
    OpenPath(PathBuf),
    ImportPaths(Vec<PathBuf>),
    /// Read the shown file of the import otherwise.
    ReadOtherwise(Choices),
    /// Show another file of the import, by its place.
    ShowImported(usize),
    /// What the person confirms of what the shown file makes likely.
    AcceptLikely(Accepted),
    /// What the person takes of rows of the shown file; `None`: what is proposed.
    TakeRows {
        rows: Vec<RowKey>,
        take: Option<Take>,
    },
    /// Show how the open portfolio differs from a file.
    CompareWith(PathBuf),
    /// Take what was for what is, and the other way round.
    SwapCompared,
    /// The rows in error of the shown file, as a table in the words of the window.
    SaveFaultyRows(String),
    Save,
    Quit,
    /// Open a portfolio only to look at it, whoever has it open.
    LookInto(PathBuf),
    /// Open a file although it is large.
    OpenLarge(PathBuf),
    /// Open what backups and journal give in place of a damaged file, as a copy.
    OpenBetter,
    /// Show what can be read of a damaged file.
    ShowReadable,
    /// Write a backup beside the portfolio as a copy, and open that.
    RestoreBackup(PathBuf),
    KeepMine,
    TakeTheirs,
    MergeVersions,
    /// The history as a table, in the words of the window.
    ExportHistory(String),
    /// Go on without saving.
    DiscardAndGoOn,
    SaveAndGoOn,
    /// Close the window; the portfolio without a name stays where the program keeps it.
    KeepAndGoOn,
    StopWaiting,
    /// Give up the export or report that is being written.
    StopHandingOut,
    /// Give up the file that is being opened.
    StopOpening,
    UsePathField,
    ConfirmOverwrite,
    FilesDropped(Vec<PathBuf>),

    // Answers from the world.
    PathChosen {
        purpose: Purpose,
        serial: u64,
        path: PathBuf,
        ask_overwrite: bool,
    },
    PathCancelled {
        serial: u64,
    },
    NoChooser {
        serial: u64,
    },
    /// A file is being read: how far, of 100, and once the names of its first customers.
    OpeningSoFar {
        path: PathBuf,
        percent: u8,
        first: Vec<String>,
    },
    /// The file that was being opened is not opened.
    OpeningGivenUp {
        path: PathBuf,
    },
    /// What the lists need was worked out beside the window.
    WorkedOut(Box<Worked>),
    Opened(Box<Opened>),
    SampleOpened {
        portfolio: Box<Portfolio>,
    },
    /// The file is no portfolio that can be read.
    Damaged {
        path: PathBuf,
        detail: Diagnosis,
        better: Option<Better>,
        /// How many customers can be read of it, where any can.
        readable: Option<usize>,
        /// Something in it, or what is known of it here, says that it is one.
        is_portfolio: bool,
    },
    /// Another window has it open to be changed.
    InUse {
        path: PathBuf,
    },
    /// The file is so large that the person is asked first. In bytes.
    Large {
        path: PathBuf,
        size: u64,
    },
    /// Files were chosen to be imported together.
    PathsChosen {
        serial: u64,
        paths: Vec<PathBuf>,
    },
    /// A file of an import has been read, or cannot be.
    Read {
        serial: u64,
        /// The file's place in the import.
        file: usize,
        outcome: ReadOutcome,
    },
    /// So many bytes of a file of an import are read.
    ReadSoFar {
        serial: u64,
        file: usize,
        read: u64,
        size: u64,
    },
    /// The open portfolio and a file have been compared, or cannot be.
    Compared {
        serial: u64,
        outcome: CompareOutcome,
    },
    /// The change is in the journal, on the disk.
    Appended {
        /// How many changes the file does not hold yet.
        waiting: usize,
        /// Where a portfolio without a name is kept meanwhile.
        untitled: Option<PathBuf>,
    },
    /// The change could not be kept, and does not count.
    NotAppended(Failure),
    /// The file is being written.
    Storing,
    /// The file holds every change but these.
    Stored {
        waiting: usize,
        /// Versions of somebody else's that were found in its place, and where they are kept.
        copies: Vec<PathBuf>,
    },
    /// The file was not written; the journal holds every change.
    NotStored {
        waiting: usize,
        trouble: StoreTrouble,
    },
    /// The file is no longer what was opened or written.
    ChangedOutside(Box<Theirs>),
    SavedAs {
        path: PathBuf,
        id: Uuid,
    },
    NotSavedAs(Failure),
    /// The person's version was given up, and is kept here; the file is to be opened anew.
    TheirsTaken {
        path: PathBuf,
        /// `None` where it could not be put together: then its journals are all that is left of it.
        mine: Option<PathBuf>,
    },
    /// The person's version is in the file's place, which is to be opened anew.
    MineKept {
        path: PathBuf,
        /// Where the file's version is kept.
        theirs: Option<PathBuf>,
    },
    Restored {
        path: PathBuf,
    },
    BackupsListed(Vec<BackupLine>),
    HistoryRead(Vec<Arc<Entry>>),
    /// A second start on the same portfolio asks for it.
    ComeToFront,
    /// A text is written as a file.
    Exported {
        path: PathBuf,
    },
    /// So many customers of what is handed out are done.
    HandedOutSoFar {
        serial: u64,
        done: usize,
        all: usize,
    },
    /// An export or a report is written.
    HandedOut {
        serial: u64,
        path: PathBuf,
        what: HandedOut,
    },
    /// It was given up, and nothing is written.
    HandingOutStopped {
        serial: u64,
    },
    NotHandedOut {
        serial: u64,
        failure: Failure,
    },
    SettingsRead(Settings),
    Failed(Failure),
    /// What waited until a dialog was closed.
    GoOn(Next),
}

impl Command {
    /// Whether a form that is half typed has to be committed before this command is carried out.
    #[must_use]
    pub(super) const fn leaves_form(&self) -> bool {
        matches!(
            self,
            Self::ShowTab(_)
                | Self::SelectCustomer(_)
                | Self::SelectSubscription { .. }
                | Self::PickCustomers(_)
                | Self::PickSubscriptions(_)
                | Self::PickAll
                | Self::AskBulk
                | Self::AskNewCustomer
                | Self::AskEditCustomer
                | Self::AskDeleteCustomer
                | Self::AskDeleteSubscription
                | Self::ShowTasks { .. }
                | Self::AskNewSubscription { .. }
                | Self::AskUpgrade { .. }
                | Self::AskChangeLicenses
                | Self::AskAction(_)
                | Self::AskCustomerPage
                | Self::Save
                | Self::Choose(_)
                | Self::New
                | Self::GoOn(_)
                | Self::OpenSample
                | Self::OpenPath(_)
                | Self::LookInto(_)
                | Self::OpenLarge(_)
                | Self::OpenBetter
                | Self::ShowReadable
                | Self::RestoreBackup(_)
                | Self::KeepMine
                | Self::TakeTheirs
                | Self::MergeVersions
                | Self::UndoRecovered
                | Self::ImportPaths(_)
                | Self::CompareWith(_)
                | Self::FilesDropped(_)
                | Self::Quit
                | Self::PathsChosen { .. }
                | Self::Opened(_)
                | Self::SampleOpened { .. }
        )
    }

    /// Whether this is what the world says, not what a person wishes.
    #[must_use]
    pub(super) const fn is_answer(&self) -> bool {
        matches!(
            self,
            Self::PathChosen { .. }
                | Self::PathCancelled { .. }
                | Self::NoChooser { .. }
                | Self::WorkedOut(_)
                | Self::OpeningSoFar { .. }
                | Self::OpeningGivenUp { .. }
                | Self::Opened(_)
                | Self::SampleOpened { .. }
                | Self::Damaged { .. }
                | Self::InUse { .. }
                | Self::Large { .. }
                | Self::PathsChosen { .. }
                | Self::Read { .. }
                | Self::ReadSoFar { .. }
                | Self::Compared { .. }
                | Self::Appended { .. }
                | Self::NotAppended(_)
                | Self::Storing
                | Self::Stored { .. }
                | Self::NotStored { .. }
                | Self::ChangedOutside(_)
                | Self::SavedAs { .. }
                | Self::NotSavedAs(_)
                | Self::TheirsTaken { .. }
                | Self::MineKept { .. }
                | Self::Restored { .. }
                | Self::BackupsListed(_)
                | Self::HistoryRead(_)
                | Self::ComeToFront
                | Self::Exported { .. }
                | Self::HandedOutSoFar { .. }
                | Self::HandedOut { .. }
                | Self::HandingOutStopped { .. }
                | Self::NotHandedOut { .. }
                | Self::SettingsRead(_)
                | Self::Failed(_)
        )
    }
}
