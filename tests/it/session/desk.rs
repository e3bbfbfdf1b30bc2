//! A desk without a window: state, fixed stamps, and a check after each command that what is derived is up to date.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Duration, Utc};
use upgrade_desk::exchange::Incoming;
use upgrade_desk::model::{
    Catalog, Customer, DelegatedAdmin, Id, Partner, Portfolio, Role, Settings, Status, Subscription,
};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{
    AppState, Command, Dialog, Effect, Failure, Filter, Ledger, Notice, OpenFile, Opened, Origin, Purpose, Speaks,
    Stamp, SubscriptionDraft, Waiting, dispatch,
};
use upgrade_desk::storage::builtin_catalog;
use uuid::Uuid;

use crate::case::{BUSINESS, E3, ESSENTIALS, EXTRA_STORAGE, PREMIUM, VISIO_1, record};
use crate::given;

static CATALOG: LazyLock<Arc<Catalog>> = LazyLock::new(|| builtin_catalog().unwrap());

pub struct Desk {
    pub state: AppState,
    /// The journal takes nothing.
    pub is_full: bool,
    /// How many changes the journal has and the file has not.
    waiting: usize,
    /// How many commands have been sent; time and ids come from it.
    count: u32,
}

pub fn stamp(count: u32) -> Stamp {
    let start: DateTime<Utc> = "2026-11-22T08:00:00Z".parse().unwrap();
    Stamp { at: start + Duration::seconds(i64::from(count)), id: Uuid::from_u128(0xa000 + u128::from(count)) }
}

fn state(portfolio: Portfolio, file: OpenFile) -> AppState {
    AppState::new(Arc::clone(&CATALOG), portfolio, file, Settings::default())
}

impl Desk {
    /// A desk on a portfolio that was opened from `/files/a.ron`.
    pub fn on(portfolio: Portfolio) -> Self {
        Self::opened(portfolio, OpenFile::new(Some(PathBuf::from("/files/a.ron")), Origin::File))
    }

    pub fn opened(portfolio: Portfolio, file: OpenFile) -> Self {
        Self { state: state(portfolio, file), is_full: false, waiting: 0, count: 0 }
    }

    /// A desk of a partner in good standing whose role may upgrade, with the typical customers.
    pub fn new() -> Self {
        Self::on(typical())
    }

    pub fn sent(&self) -> u32 {
        self.count
    }

    #[track_caller]
    pub fn send(&mut self, command: Command) -> Vec<Effect> {
        self.count += 1;
        let sent = format!("{command:?}");
        match &command {
            Command::Stored { waiting, .. } | Command::NotStored { waiting, .. } => self.waiting = *waiting,
            Command::Opened(opened) => self.waiting = opened.recovered.len(),
            Command::SavedAs { .. } => self.waiting = 0,
            _ => {}
        }
        let effects = dispatch(&mut self.state, command, &stamp(self.count));
        let effects = self.journal(effects);
        self.check_derived(&sent);
        effects
    }

    /// Writes down what is to be written down, and gives back what else is asked of the world.
    fn journal(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        while let Some(at) = effects.iter().position(|effect| matches!(effect, Effect::Append { .. })) {
            effects.remove(at);
            let answer = if self.is_full {
                Command::NotAppended(Failure::NotJournaled { detail: given::said("no space left") })
            } else {
                self.waiting += 1;
                let has_name = self.state.session.file.path.is_some();
                let untitled = (!has_name).then(|| PathBuf::from("/state/untitled.ron"));
                Command::Appended { waiting: self.waiting, untitled }
            };
            effects.extend(dispatch(&mut self.state, answer, &stamp(self.count)));
        }
        effects
    }

    /// The file has taken everything.
    #[track_caller]
    pub fn stored(&mut self) -> Vec<Effect> {
        self.send(Command::Stored { waiting: 0, copies: Vec::new() })
    }

    /// Sends a command that asks nothing of the world.
    #[track_caller]
    pub fn just(&mut self, command: Command) {
        assert_eq!(self.send(command), []);
    }

    /// What is derived has to be what would be worked out anew.
    #[track_caller]
    fn check_derived(&self, sent: &str) {
        let session = &self.state.session;
        let mut fresh = state(self.state.portfolio.clone(), OpenFile::new(None, Origin::New));
        fresh.speak(Speaks { this_run: Some(session.language()), ..Speaks::default() });
        let mut look = |command| dispatch(&mut fresh, command, &stamp(0));
        look(Command::Search(session.search.clone()));
        for filter in Filter::ALL.into_iter().filter(|filter| session.filters.has(*filter)) {
            look(Command::ToggleFilter(filter));
        }
        for _ in 0..2 {
            look(Command::SortCustomers(session.sorting.customers.column));
            look(Command::SortSubscriptions(session.sorting.subscriptions.column));
        }
        if fresh.session.sorting.customers != session.sorting.customers {
            dispatch(&mut fresh, Command::SortCustomers(session.sorting.customers.column), &stamp(0));
        }
        if fresh.session.sorting.subscriptions != session.sorting.subscriptions {
            dispatch(&mut fresh, Command::SortSubscriptions(session.sorting.subscriptions.column), &stamp(0));
        }
        let (old, new) = (&session.derived, &fresh.session.derived);
        assert_eq!(fresh.session.sorting, session.sorting, "after {sent}");
        assert_eq!(old.totals(), new.totals(), "totals after {sent}");
        assert_eq!(old.rows(), new.rows(), "rows after {sent}");
        assert_eq!(old.customers(), new.customers(), "customers after {sent}");
        assert_eq!(old.subscriptions(), new.subscriptions(), "subscriptions after {sent}");
        let ledger = self
            .state
            .customer()
            .zip(self.state.subscription())
            .map(|(customer, record)| Ledger::of(self.state.setting(), &self.state.portfolio, customer, record));
        assert_eq!(old.ledger(), ledger.as_ref(), "ledger after {sent}");
    }

    pub fn notice(&self) -> Option<&Notice> {
        self.state.session.notice.as_ref().map(|posted| &posted.notice)
    }

    pub fn dialog(&self) -> Option<&Dialog> {
        self.state.session.dialog.as_ref()
    }

    pub fn portfolio(&self) -> &Portfolio {
        &self.state.portfolio
    }

    #[track_caller]
    pub fn customer(&self, id: &str) -> &Customer {
        self.state.portfolio.customers.get(&Id::new(id)).unwrap()
    }

    #[track_caller]
    pub fn record(&self, customer: &str, id: &str) -> &Subscription {
        self.customer(customer).subscription(&Id::new(id)).unwrap()
    }

    pub fn form(&mut self) -> &mut SubscriptionDraft {
        &mut self.state.drafts.subscription
    }

    pub fn select(&mut self, customer: &str, subscription: &str) {
        self.just(Command::SelectSubscription { customer: Id::new(customer), subscription: Id::new(subscription) });
        assert_eq!(self.selected(), (customer, subscription));
    }

    /// The ids of the selected records, empty where there are none.
    pub fn selected(&self) -> (&str, &str) {
        let selection = &self.state.session.selection;
        let customer = selection.customer.as_ref().map_or("", Id::as_str);
        let subscription = selection.subscription.as_ref().map_or("", Id::as_str);
        (customer, subscription)
    }

    /// Asks for an action on the selected subscription and confirms it.
    pub fn act(&mut self, action: Action) {
        self.just(Command::AskAction(action));
        self.just(Command::ConfirmAction);
    }

    /// Upgrades the selected subscription.
    pub fn upgrade(&mut self, to: &str, licenses: &str) {
        self.just(Command::AskUpgrade { target: Some(Id::new(to)) });
        self.state.drafts.upgrade.licenses = licenses.to_owned();
        self.just(Command::ConfirmUpgrade);
    }

    /// The native dialog that is waited for.
    #[track_caller]
    pub fn waiting(&self) -> &Waiting {
        self.state.session.waiting.as_ref().unwrap()
    }

    /// The person chooses a path in the dialog that is waited for.
    pub fn choose(&mut self, path: &str) -> Vec<Effect> {
        let Waiting { purpose, serial } = self.waiting().clone();
        self.send(Command::PathChosen { purpose, serial, path: PathBuf::from(path), ask_overwrite: false })
    }

    /// Begins to import a file that brings this; nothing counts yet.
    #[track_caller]
    pub fn import(&mut self, path: &str, incoming: Incoming) {
        let effects = self.send(Command::ImportPaths(vec![PathBuf::from(path)]));
        let answer = given::answer_to(effects.last().unwrap(), incoming);
        self.just(answer);
    }

    /// Does something that makes the portfolio dirty.
    pub fn dirty(&mut self) {
        let other = if self.state.portfolio.rules == "page" { "partner-center" } else { "page" };
        self.send(Command::SwitchRules(other));
        assert!(self.state.is_dirty());
    }
}

pub fn customer(id: &str, company: &str, subscriptions: &[Subscription]) -> Customer {
    let mut customer = Customer::new(Id::new(id), company.to_owned());
    customer.delegated_admin = DelegatedAdmin::All;
    customer.subscriptions = subscriptions.to_vec();
    customer
}

pub fn portfolio(customers: impl IntoIterator<Item = Customer>) -> Portfolio {
    let mut portfolio = Portfolio::new(Uuid::from_u128(1));
    portfolio.partner =
        Partner { name: "Fabrikam".to_owned(), mpn_id: None, role: Role::AdminAgent, good_standing: Some(true) };
    portfolio.customers = customers.into_iter().collect();
    portfolio
}

/// Contoso (a Business subscription to upgrade, and Visio), 四方咖啡 (a suspended Premium with an add-on),
/// Élan (an Essentials without delegated admin), Wingtip (nothing).
pub fn typical() -> Portfolio {
    let mut contoso = customer("c-1", "Contoso (Shanghai)", &[record("s-1", BUSINESS), record("s-2", VISIO_1)]);
    contoso.domain = Some("contoso.partner.onmschina.cn".to_owned());
    let mut add_on = record("s-4", EXTRA_STORAGE);
    add_on.parent_id = Some(Id::new("s-3"));
    let mut premium = record("s-3", PREMIUM);
    premium.quantity = 25;
    let mut coffee = customer("c-2", "四方咖啡", &[premium, add_on]);
    coffee.domain = Some("sifang.cn".to_owned());
    for record in &mut coffee.subscriptions {
        record.status = Status::Suspended;
    }
    let mut elan = customer("c-3", "Élan Énergie", &[record("s-5", ESSENTIALS)]);
    elan.delegated_admin = DelegatedAdmin::NotGranted;
    portfolio([contoso, coffee, elan, customer("c-4", "Wingtip Toys", &[])])
}

/// Contoso with one more subscription, which is E3.
pub fn contoso_holds_e3() -> Portfolio {
    let mut portfolio = typical();
    let mut contoso = Customer::clone(portfolio.customers.at(0).unwrap());
    contoso.subscriptions.push(record("s-9", E3));
    portfolio.customers.replace(0, Arc::new(contoso));
    portfolio
}

pub fn save_as() -> Command {
    Command::Choose(Purpose::SaveAs)
}

/// A file as it opens where nothing is odd about it.
pub fn opened(path: &str, portfolio: Portfolio) -> Opened {
    Opened::new(1, PathBuf::from(path), Arc::new(portfolio))
}
