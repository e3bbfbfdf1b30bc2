//! The target `commands`: bytes are what a person and the world do, one after the other. What the journal took is what there is.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Duration, Utc};
use upgrade_desk::exchange::incoming::Supplied;
use upgrade_desk::exchange::{Incoming, Recognized};
use upgrade_desk::model::{Catalog, Customer, Entry, Family, Id, Portfolio, Role, Settings, Status, TaskId};
use upgrade_desk::rules::ConditionId;
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::diagnosis::Diagnosis;
use upgrade_desk::state::{
    AppState, ChannelChoice, Command, CustomerColumn, Dialog, Effect, Failure, Filter, HandedOut, LooksOnly, Next,
    OpenFile, Opened, Origin, Pick, Purpose, ReadOutcome, ReportOf, Stamp, StoreTrouble, SubscriptionColumn, Tab,
    Theirs, carry_out, customer_page_of, dispatch,
};
use upgrade_desk::storage::builtin_catalog;
use uuid::Uuid;

use super::{TYPICAL, loaded, written};

/// So many deeds are followed; what comes behind them is not read.
const MOST_DEEDS: usize = 120;

/// Offers of the catalog, and one that is not in it.
const OFFERS: [&str; 6] = [
    "5C9FD4CC-EDCE-44A8-8E91-07DF09744609",
    "031C9E47-4802-4248-838E-778FB1D2CC05",
    "BD938F12-058F-4927-BBA3-AE36B1D2501C",
    "796B6B5F-613C-4E24-A17C-EBA730D49C02",
    "3F22D04E-9353-46C1-BF48-B6B0C0A55A66",
    "own-offer",
];

/// Texts that meet records which are there, and those that parsers stumble over. More come from the bytes.
const TEXTS: [&str; 16] = [
    "",
    "s-1",
    "S-1",
    "s-2",
    "s-9",
    "c-1",
    "C-2",
    "c-9",
    "7",
    "-1",
    "300",
    "9223372036854775807",
    "2026-02-30",
    "2018-02-28",
    "四方\u{202e}\"\\",
    " \n",
];

static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| builtin_catalog().unwrap());
static START: LazyLock<Portfolio> = LazyLock::new(|| loaded(TYPICAL.as_bytes()).portfolio);

/// What a person does and what the world answers; every append is kept or refused, at once or after what is wished next.
pub fn commands(bytes: &[u8]) {
    let mut desk = Desk::new(bytes);
    while !desk.bytes.is_empty() && desk.deeds < MOST_DEEDS {
        desk.deeds += 1;
        desk.deed();
    }
    desk.there_and_back();
}

/// What the journal knows: a portfolio, and what came to it.
#[derive(Clone)]
struct Known {
    start: Portfolio,
    entries: Vec<Arc<Entry>>,
    portfolio: Portfolio,
}

impl Known {
    fn of(start: Portfolio) -> Self {
        Self { portfolio: start.clone(), start, entries: Vec::new() }
    }

    fn take(&mut self, entry: Entry) {
        carry_out(&mut self.portfolio, &entry.edits());
        self.entries.push(Arc::new(entry));
    }
}

struct Desk<'a> {
    bytes: &'a [u8],
    deeds: usize,
    sent: u32,
    state: AppState,
    known: Known,
    /// What was opened, by its ticket.
    opened: Vec<Known>,
    /// The change that was asked to be written down and that has no answer yet.
    unanswered: Option<Entry>,
    /// Nothing is refused, and nothing waits, any more.
    is_patient: bool,
}

impl<'a> Desk<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let file = OpenFile::new(Some(PathBuf::from("/files/a.ron")), Origin::File);
        let state = AppState::new(Arc::clone(&CATALOG), START.clone(), file, Settings::default());
        let known = Known::of(START.clone());
        Self { bytes, deeds: 0, sent: 0, state, known, opened: Vec::new(), unanswered: None, is_patient: false }
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    fn number(&mut self, below: usize) -> usize {
        usize::from(self.byte()) % below.max(1)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.number(all.len())]
    }

    /// A text of the list, or so many of the bytes.
    fn text(&mut self) -> String {
        let which = self.number(2 * TEXTS.len());
        if let Some(text) = TEXTS.get(which) {
            return (*text).to_owned();
        }
        let (text, rest) = self.bytes.split_at((which - TEXTS.len()).min(self.bytes.len()));
        self.bytes = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    fn stamp(&self) -> Stamp {
        let start: DateTime<Utc> = "2026-11-22T08:00:00Z".parse().unwrap();
        let at = start + Duration::seconds(i64::from(self.sent));
        Stamp { at, id: Uuid::from_u128(0xa000 + u128::from(self.sent)) }
    }

    /// Sends a command, answers what is asked of the journal, and looks whether memory is what the journal has.
    fn send(&mut self, command: Command) {
        self.sent += 1;
        let stamp = self.stamp();
        let effects = dispatch(&mut self.state, command, &stamp);
        self.follow(effects);
        let waits = !self.is_patient && self.byte().is_multiple_of(4);
        while !waits && let Some(entry) = self.unanswered.take() {
            self.answer(entry);
        }
    }

    fn answer(&mut self, entry: Entry) {
        let stamp = self.stamp();
        // Not for ever: what the world says of a file is carried out again after a refusal, with the form before it.
        let is_refused = !self.is_patient && !self.bytes.is_empty() && self.byte().is_multiple_of(4);
        let answer = if is_refused {
            Command::NotAppended(Failure::NotJournaled { detail: Diagnosis::Nothing })
        } else {
            self.known.take(entry);
            let has_name = self.state.session.file.path.is_some();
            let untitled = (!has_name).then(|| PathBuf::from("/state/untitled.ron"));
            Command::Appended { waiting: self.known.entries.len(), untitled }
        };
        let effects = dispatch(&mut self.state, answer, &stamp);
        self.follow(effects);
    }

    /// Takes note of what is asked of the world.
    /// A file is chosen and read, if nothing is in the way.
    fn read_and_import(&mut self, portfolio: Portfolio) {
        self.send(Command::ImportPaths(vec!["/b.ron".into()]));
        let Some(Dialog::Import(importing)) = &self.state.session.dialog else { return };
        let (serial, choices) = (importing.serial, importing.files[0].choices.clone());
        let incoming = Incoming::nothing(Recognized::only("ron"), portfolio, Supplied::All);
        let without_privileges = Arc::new(incoming.without_privileges());
        let outcome =
            ReadOutcome::Done { incoming: Arc::new(incoming), base: None, choices, planned: None, without_privileges };
        self.send(Command::Read { serial, file: 0, outcome });
    }

    fn follow(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Append { at, happened, change } => {
                    assert!(self.unanswered.is_none(), "two changes are on their way");
                    assert!(!self.state.session.file.is_read_only(), "a change of what can only be looked at");
                    let seq = self.known.entries.last().map_or(0, |entry| entry.seq) + 1;
                    self.unanswered = Some(Entry { seq, at, happened, change });
                }
                Effect::Keep { ticket } => self.known = self.opened[usize::try_from(ticket).unwrap()].clone(),
                Effect::Begin { portfolio } => self.known = Known::of(Portfolio::clone(&portfolio)),
                // Under another name it is another portfolio, which is all that its id says.
                _ => {}
            }
        }
        self.known.portfolio.id = self.state.portfolio.id;
        self.known.start.id = self.state.portfolio.id;
        assert_eq!(self.state.portfolio, self.known.portfolio, "memory is not what the journal has");
    }

    /// Undoing everything restores the start, and doing it again the end. What is derived is what would be worked out anew.
    fn there_and_back(mut self) {
        self.is_patient = true;
        while let Some(entry) = self.unanswered.take() {
            self.answer(entry);
        }
        let end = written(&self.state.portfolio);
        assert_eq!(end, written(&self.known.portfolio));
        self.is_derived();
        if self.state.session.file.is_read_only() {
            return;
        }
        // What could still be done again belongs to the end.
        self.travel(&Command::Redo);
        let end = written(&self.state.portfolio);
        self.travel(&Command::Undo);
        assert_eq!(written(&self.state.portfolio), written(&self.known.start), "undo does not lead back");
        self.travel(&Command::Redo);
        assert_eq!(written(&self.state.portfolio), end, "redo does not lead there again");
        self.is_derived();
    }

    fn travel(&mut self, command: &Command) {
        loop {
            let history = &self.state.session.history;
            let next = if *command == Command::Undo { history.next_undo() } else { history.next_redo() };
            if next.is_none() {
                return;
            }
            let before = self.known.entries.len();
            self.send(command.clone());
            assert_eq!(self.known.entries.len(), before + 1, "{command:?} does nothing");
        }
    }

    fn is_derived(&self) {
        let file = OpenFile::new(None, Origin::New);
        let fresh = AppState::new(Arc::clone(&CATALOG), self.state.portfolio.clone(), file, Settings::default());
        let (old, new) = (&self.state.session.derived, &fresh.session.derived);
        assert_eq!(old.totals(), new.totals());
        assert_eq!(old.rows(), new.rows());
    }

    fn deed(&mut self) {
        match self.byte() % 32 {
            0..=3 => self.select(),
            4..=6 => self.type_into_the_form(),
            7 => {
                self.send(Command::AskNewCustomer);
                self.type_into_the_customer();
                self.send(Command::ConfirmCustomer);
            }
            8 => {
                self.send(Command::AskEditCustomer);
                self.type_into_the_customer();
                self.send(Command::ConfirmCustomer);
            }
            9 => self.send(Command::ConfirmDeleteCustomer),
            10 | 11 => self.add_subscription(),
            12 => self.send(Command::ConfirmDeleteSubscription),
            13 => {
                let action = self.one_of(&[Action::Suspend, Action::Reactivate, Action::Cancel]);
                self.send(Command::AskAction(action));
                self.send(Command::ConfirmAction);
            }
            14 => {
                self.send(Command::AskChangeLicenses);
                self.state.drafts.licenses.licenses = self.text();
                self.send(Command::ConfirmLicenses);
            }
            15 | 16 => self.upgrade(),
            17 => self.enter_real_id(),
            18 => {
                let (upgrade, task) = (self.number(4), self.one_of(&TaskId::ALL));
                let done = self.byte().is_multiple_of(2);
                self.send(Command::TickTask { upgrade, task, done });
            }
            19 => {
                self.send(Command::AskAccount);
                let partner = &mut self.state.drafts.partner;
                partner.role = Role::AdminAgent;
                self.state.drafts.partner.name = self.text();
                self.state.drafts.partner.good_standing = self.one_of(&[None, Some(true), Some(false)]);
                self.send(Command::ConfirmAccount);
            }
            20 => {
                let rules = self.one_of(&["page", "partner-center", "no such rules"]);
                self.send(Command::SwitchRules(rules));
            }
            21 => self.change_offer(),
            22 => self.import(),
            23 | 24 => self.send(Command::Undo),
            25 => self.send(Command::Redo),
            26 => self.restart(),
            27 => self.confirm_whatever_is_open(),
            28 => self.look(),
            29 => self.ask_for_files(),
            _ => self.world(),
        }
    }

    fn customer(&mut self) -> Option<Arc<Customer>> {
        let at = self.number(self.state.portfolio.customers.len());
        self.state.portfolio.customers.at(at).map(Arc::clone)
    }

    fn select(&mut self) {
        let Some(customer) = self.customer() else { return self.send(Command::SelectCustomer(Id::new("c-1"))) };
        let at = self.number(customer.subscriptions.len() + 1);
        let command = match customer.subscriptions.get(at) {
            Some(record) => {
                Command::SelectSubscription { customer: customer.id.clone(), subscription: record.id.clone() }
            }
            None => Command::SelectCustomer(customer.id.clone()),
        };
        self.send(command);
    }

    /// What is typed is committed now, or with the next thing that leaves the form.
    fn type_into_the_form(&mut self) {
        let (text, field) = (self.text(), self.byte() % 16);
        let statuses = [Status::Active, Status::Suspended, Status::Deleted, Status::Unset];
        let status = statuses[self.number(statuses.len())].clone();
        let form = &mut self.state.drafts.subscription;
        match field {
            0 => form.id = text,
            1 => form.offer_id = text,
            2 => form.offer_name = text,
            3 => form.friendly_name = text,
            4 => form.quantity = text,
            5 => form.assigned = text,
            6 => form.created = text,
            7 => form.commitment_end = text,
            8 => form.parent_id = text,
            9 => form.suspended_on = text,
            10 => form.upgraded_to = text,
            11 => (form.channel, form.other_reseller) = (ChannelChoice::OtherReseller, text),
            12 => form.channel = ChannelChoice::ThisPartner,
            13 => form.trial = Some(text.is_empty()),
            _ => form.status = status,
        }
        if !self.byte().is_multiple_of(4) {
            self.send(Command::CommitForm);
        }
    }

    fn type_into_the_customer(&mut self) {
        let (id, name, tags) = (self.text(), self.text(), self.text());
        let draft = &mut self.state.drafts.customer;
        if !id.is_empty() {
            draft.id = id;
        }
        (draft.company_name, draft.tags) = (name, tags);
    }

    fn add_subscription(&mut self) {
        let is_add_on = self.byte().is_multiple_of(4);
        let parent = self.state.session.selection.subscription.clone().filter(|_| is_add_on);
        self.send(Command::AskNewSubscription { parent });
        let (id, offer, quantity) = (self.text(), self.one_of(&OFFERS).to_owned(), self.text());
        let draft = &mut self.state.drafts.new_subscription;
        (draft.id, draft.offer_id, draft.quantity) = (id, offer, quantity);
        self.send(Command::ConfirmSubscription);
    }

    fn upgrade(&mut self) {
        let target = self.one_of(&OFFERS);
        self.send(Command::AskUpgrade { target: Some(Id::new(target)) });
        let is_typed = self.byte().is_multiple_of(2);
        let licenses = self.text();
        if is_typed {
            self.state.drafts.upgrade.licenses = licenses;
        }
        self.send(Command::ConfirmUpgrade);
    }

    fn enter_real_id(&mut self) {
        let at = self.number(self.state.portfolio.upgrades.len());
        let source = self.state.portfolio.upgrades.get(at).map_or_else(|| Id::new("x"), |record| record.source.clone());
        self.send(Command::AskRealId { source });
        self.state.drafts.real_id = self.text();
        self.send(Command::ConfirmRealId);
    }

    fn change_offer(&mut self) {
        let id = self.one_of(&OFFERS);
        self.send(Command::ShowOffer(Id::new(id)));
        if self.byte().is_multiple_of(4) {
            return self.send(Command::RestoreOffer);
        }
        let (services, maximum) = (self.text(), self.text());
        let draft = &mut self.state.drafts.offer;
        (draft.services, draft.services_known, draft.maximum) = (services, true, maximum);
        draft.family = Family::Office365;
        self.send(Command::ConfirmOffer);
    }

    /// A portfolio to be imported: one of the customers and a few of their subscriptions are another's, or new.
    fn import(&mut self) {
        let mut portfolio = START.clone();
        if let Some(customer) = self.customer() {
            let mut customer = Customer::clone(&customer);
            customer.id = Id::new(&self.text());
            customer.notes = self.text();
            if let Some(record) = customer.subscriptions.first_mut() {
                record.id = Id::new(&self.text());
                record.quantity = i64::from(self.byte());
            }
            portfolio.customers.insert(self.number(4), Arc::new(customer));
        }
        self.read_and_import(portfolio);
        if !self.byte().is_multiple_of(4) {
            self.send(Command::ConfirmImport);
        }
    }

    /// The program ends and opens what it has kept, some of it from the journal alone.
    fn restart(&mut self) {
        let entries = &self.known.entries;
        let at = entries.len() - (usize::from(self.bytes.first().copied().unwrap_or_default()) % (entries.len() + 1));
        let looks_only = self.byte().is_multiple_of(16).then_some(LooksOnly::InUse);
        let (past, recovered) = (self.known.entries[..at].to_vec(), self.known.entries[at..].to_vec());
        let theirs = self.byte().is_multiple_of(16).then(|| Box::new(self.theirs()));
        let opened = Opened {
            recovered,
            past,
            theirs,
            looks_only,
            is_untitled: self.byte().is_multiple_of(8),
            ..Opened::new(
                u64::try_from(self.opened.len()).unwrap(),
                PathBuf::from("/files/a.ron"),
                Arc::new(self.known.portfolio.clone()),
            )
        };
        self.opened.push(self.known.clone());
        self.send(Command::Opened(Box::new(opened)));
        if self.byte().is_multiple_of(2) {
            self.send(Command::UndoRecovered);
        }
    }

    fn theirs(&mut self) -> Theirs {
        Theirs { plan: None, detail: None, changes: 1, is_shown: self.byte().is_multiple_of(2), can_keep_mine: true }
    }

    fn confirm_whatever_is_open(&mut self) {
        let command = match self.byte() % 13 {
            12 => {
                self.state.drafts.bulk.add_tags = self.text();
                self.state.drafts.bulk.channel = Some(ChannelChoice::Direct);
                Command::ConfirmBulk
            }
            0 => Command::CommitForm,
            1 => Command::ConfirmCustomer,
            2 => Command::ConfirmDeleteCustomer,
            3 => Command::ConfirmSubscription,
            4 => Command::ConfirmDeleteSubscription,
            5 => Command::ConfirmUpgrade,
            6 => Command::ConfirmLicenses,
            7 => Command::ConfirmAction,
            8 => Command::ConfirmRealId,
            9 => Command::ConfirmAccount,
            10 => Command::ConfirmOffer,
            _ => Command::ConfirmImport,
        };
        self.send(command);
    }

    fn look(&mut self) {
        let command = match self.byte() % 20 {
            16 => Command::PickAll,
            17 => Command::AskBulk,
            18 => Command::PickCustomers(Pick::Toggle(Id::new(&self.text()))),
            19 => Command::PickCustomers(Pick::Through(Id::new(&self.text()))),
            0 | 1 => Command::Search(self.text()),
            2 => Command::ToggleFilter(self.one_of(&Filter::ALL)),
            3 => Command::ClearFilters,
            4 => Command::SortCustomers(self.one_of(&[CustomerColumn::Upgradable, CustomerColumn::Domain])),
            5 => Command::SortSubscriptions(self.one_of(&[SubscriptionColumn::Reason, SubscriptionColumn::Target])),
            6 => Command::ShowTab(self.one_of(&[Tab::Customers, Tab::Subscriptions])),
            7 => Command::ShowCondition(ConditionId::Role),
            8 => Command::ShowHistory,
            9 => Command::ShowOffers,
            10 => Command::ShowRecovered,
            11 => Command::ShowVersions,
            12 => Command::AskDeleteCustomer,
            13 => Command::AskDeleteSubscription,
            14 => Command::ShowRecord { customer: Id::new(&self.text()), subscription: None },
            _ => Command::CloseDialog,
        };
        self.send(command);
    }

    fn ask_for_files(&mut self) {
        let path = || PathBuf::from("/files/b.ron");
        let command = match self.byte() % 21 {
            16 => Command::Choose(Purpose::Report { of: ReportOf::Review, language: "fr" }),
            17 => match self.customer() {
                Some(customer) => customer_page_of(&customer.id, "zh-CN"),
                None => Command::AskCustomerPage,
            },
            18 => Command::Choose(Purpose::Export { format: "xlsx" }),
            19 => Command::Choose(Purpose::Table { format: "csv" }),
            20 => Command::StopHandingOut,
            0 => Command::New,
            1 => Command::OpenSample,
            2 => Command::OpenPath(path()),
            3 => Command::ImportPaths(vec![path()]),
            4 => Command::Save,
            5 => Command::Quit,
            6 => Command::Choose(Purpose::SaveAs),
            7 => Command::Choose(Purpose::Open),
            8 => Command::KeepMine,
            9 => Command::TakeTheirs,
            10 => Command::MergeVersions,
            11 => Command::DiscardAndGoOn,
            12 => Command::SaveAndGoOn,
            13 => Command::StopWaiting,
            14 => Command::GoOn(Next::New),
            _ => Command::FilesDropped(vec![path()]),
        };
        self.send(command);
    }

    /// The world answers, also what nobody asked for any more.
    fn world(&mut self) {
        let path = || PathBuf::from("/files/b.ron");
        let serial = self.state.session.waiting.as_ref().map_or(0, |waiting| waiting.serial);
        let trouble = StoreTrouble::Full(Failure::NotWritten { path: path(), detail: Diagnosis::Nothing });
        let waiting = self.state.session.waiting.as_ref();
        let purpose = waiting.map_or(Purpose::SaveAs, |waiting| waiting.purpose.clone());
        let handed = self.state.session.handing_out.as_ref().map_or(0, |running| running.serial);
        let command = match self.byte() % 21 {
            16 => Command::PathChosen { purpose, serial, path: path(), ask_overwrite: false },
            17 => Command::HandedOutSoFar { serial: handed, done: 1, all: 2 },
            18 => Command::HandedOut { serial: handed, path: path(), what: HandedOut::Report },
            19 => Command::HandingOutStopped { serial: handed },
            20 => Command::NotHandedOut { serial: handed, failure: Failure::InUse { path: path() } },
            0 => Command::Storing,
            1 | 2 => Command::Stored { waiting: 0, copies: Vec::new() },
            3 => Command::Stored { waiting: 1, copies: vec![path()] },
            4 => Command::NotStored { waiting: 1, trouble },
            5 => Command::ChangedOutside(Box::new(self.theirs())),
            6 => Command::PathChosen { purpose: Purpose::SaveAs, serial, path: path(), ask_overwrite: false },
            7 => Command::PathCancelled { serial },
            8 => Command::NoChooser { serial },
            9 => Command::SavedAs { path: path(), id: self.stamp().id },
            10 => Command::SampleOpened { portfolio: Box::new(START.clone()) },
            11 => Command::Failed(Failure::NotRead { path: path(), detail: Diagnosis::Nothing }),
            12 => Command::Damaged {
                path: path(),
                detail: Diagnosis::Nothing,
                better: None,
                readable: Some(1),
                is_portfolio: true,
            },
            13 => Command::MineKept { path: path(), theirs: Some(path()) },
            14 => Command::TheirsTaken { path: path(), mine: Some(path()) },
            _ => Command::SettingsRead(Settings::default()),
        };
        self.send(command);
    }
}
