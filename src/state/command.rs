//! Everything that can be wished, and the world's answers. Which widget was pressed is not said here.

use std::path::PathBuf;

use super::lists::{CustomerColumn, Filter, SubscriptionColumn};
use super::notice::Failure;
use super::session::{Next, Tab};
use crate::model::{Id, Portfolio, Settings, TaskId, ThemeChoice};
use crate::rules::ConditionId;
use crate::rules::lifecycle::Action;

/// What a file is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    SaveAs,
    Import,
    /// The id of a format of `exchange`'s table.
    Export {
        format: &'static str,
    },
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
    Search(String),
    ToggleFilter(Filter),
    ClearFilters,
    SortCustomers(CustomerColumn),
    SortSubscriptions(SubscriptionColumn),
    SetTheme(ThemeChoice),
    DismissNotice,
    DismissBanner,
    CopyText(String),

    // Dialogs.
    AskNewCustomer,
    AskEditCustomer,
    AskDeleteCustomer,
    AskNewSubscription {
        parent: Option<Id>,
    },
    AskDeleteSubscription,
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
    ShowReasons {
        target: Id,
    },
    ShowCondition(ConditionId),
    ShowHistory,
    ShowOffers,
    ShowOffer(Id),
    ShowTasks {
        target: Id,
    },
    CloseDialog,

    // Changing.
    CommitForm,
    ConfirmCustomer,
    ConfirmDeleteCustomer,
    ConfirmSubscription,
    ConfirmDeleteSubscription,
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

    // Files.
    New,
    OpenSample,
    Choose(Purpose),
    OpenPath(PathBuf),
    ImportPath(PathBuf),
    Save,
    Quit,
    /// Go on without saving.
    DiscardAndGoOn,
    SaveAndGoOn,
    StopWaiting,
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
    Opened {
        path: PathBuf,
        portfolio: Box<Portfolio>,
        not_understood: Vec<String>,
        findings: Vec<String>,
    },
    SampleOpened {
        portfolio: Box<Portfolio>,
    },
    Read {
        path: PathBuf,
        portfolio: Box<Portfolio>,
        notes: Vec<String>,
    },
    Saved {
        path: PathBuf,
        mark: u64,
    },
    Exported {
        path: PathBuf,
    },
    SettingsRead(Settings),
    Failed(Failure),
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
                | Self::AskNewCustomer
                | Self::AskEditCustomer
                | Self::AskDeleteCustomer
                | Self::AskDeleteSubscription
                | Self::ShowTasks { .. }
                | Self::AskNewSubscription { .. }
                | Self::AskUpgrade { .. }
                | Self::AskChangeLicenses
                | Self::AskAction(_)
                | Self::Save
                | Self::Choose(_)
                | Self::New
                | Self::OpenSample
                | Self::OpenPath(_)
                | Self::ImportPath(_)
                | Self::Quit
                | Self::Opened { .. }
                | Self::SampleOpened { .. }
                | Self::Read { .. }
        )
    }
}
