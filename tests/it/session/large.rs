//! A portfolio with so much in it that what the lists need is worked out beside the window: the tests play the world that does it.

use std::sync::OnceLock;

use upgrade_desk::cli::generate::generate;
use upgrade_desk::model::{ListColumn, Offers, Portfolio, Settings};
use upgrade_desk::state::{
    AppState, Command, CustomerColumn, Effect, OpenFile, Origin, Speaks, SubscriptionColumn, Tab, Work, dispatch,
};
use upgrade_desk::storage::builtin_catalog;
use upgrade_desk::text::Language;

use super::desk::{opened, stamp};

/// More than what is worked out at once.
fn large() -> Portfolio {
    static LARGE: OnceLock<Portfolio> = OnceLock::new();
    LARGE.get_or_init(|| generate(6_500, 4, 7, &Offers::new(builtin_catalog().unwrap(), &[]))).clone()
}

struct World {
    state: AppState,
    work: Vec<Work>,
}

impl World {
    fn of(portfolio: Portfolio) -> Self {
        let file = OpenFile::new(None, Origin::File);
        Self {
            state: AppState::new(builtin_catalog().unwrap(), portfolio, file, Settings::default()),
            work: Vec::new(),
        }
    }

    fn send(&mut self, command: Command) -> Vec<Effect> {
        let mut others = Vec::new();
        for effect in dispatch(&mut self.state, command, &stamp(1)) {
            match effect {
                Effect::WorkOut(work) => self.work.push(*work),
                Effect::Append { .. } => {
                    let kept = Command::Appended { waiting: 1, untitled: None };
                    others.extend(self.send(kept));
                }
                other => others.push(other),
            }
        }
        others
    }

    /// The work that was asked for last is done; the world gives up what came before it.
    #[track_caller]
    fn work(&mut self) {
        let Some(work) = self.work.pop() else { panic!("nothing is to be worked out") };
        self.work.clear();
        let worked = work.run(&|| true).unwrap();
        self.send(Command::WorkedOut(Box::new(worked)));
    }

    fn customers(&self) -> Vec<u32> {
        self.state.session.derived.customers().to_vec()
    }

    fn subscriptions(&self) -> Vec<(u32, u32)> {
        self.state.session.derived.subscriptions().to_vec()
    }

    /// All is as where it is worked out at once, by the same search and the same order.
    #[track_caller]
    fn is_as_worked_out_at_once(&self) {
        let session = &self.state.session;
        let mut fresh = Self::of(self.state.portfolio.clone());
        fresh.state.speak(Speaks { this_run: Some(session.language()), ..Speaks::default() });
        fresh.send(Command::Search(session.search.clone()));
        let (wanted, own) = (session.sorting, fresh.state.session.sorting);
        if wanted.subscriptions != own.subscriptions {
            fresh.send(Command::SortSubscriptions(wanted.subscriptions.column));
        }
        if !fresh.work.is_empty() {
            fresh.work();
        }
        assert_eq!(session.derived.totals(), fresh.state.session.derived.totals());
        assert!(session.derived.rows() == fresh.state.session.derived.rows());
        assert!(self.customers() == fresh.customers() && self.subscriptions() == fresh.subscriptions());
    }
}

#[test]
fn a_large_portfolio_is_open_before_its_verdicts_are_there() {
    let mut world = World::of(Portfolio::new(uuid::Uuid::from_u128(1)));
    world.send(Command::Opened(Box::new(opened("/tmp/large.ron", large()))));
    assert!(world.state.session.derived.is_void());
    assert_eq!((world.customers(), world.state.session.selection.customer.as_ref()), (Vec::new(), None));
    assert_eq!(world.state.portfolio.customers.len(), 6_500);
    world.work();
    assert!(!world.state.session.derived.is_void() && !world.state.session.derived.is_judging());
    assert_eq!(world.customers().len(), 6_500);
    assert!(world.state.session.selection.customer.is_some(), "the first is selected once there is one");
    world.is_as_worked_out_at_once();
}

#[test]
fn what_is_searched_for_is_shown_when_it_is_found_and_what_is_no_longer_wanted_is_not() {
    let mut world = World::of(large());
    let all = world.customers();
    world.send(Command::Search("f".to_owned()));
    assert_eq!(world.customers(), all, "the list stays live");
    let first = world.work.pop().unwrap();
    world.send(Command::Search("fo".to_owned()));
    let late = first.run(&|| true).unwrap();
    world.send(Command::WorkedOut(Box::new(late)));
    assert_eq!(world.customers(), all, "nobody wants that anymore");
    world.work();
    let found = world.customers();
    assert!(!found.is_empty() && found.len() < all.len());
    world.is_as_worked_out_at_once();
    // Nothing is left to be done, and nothing is done twice.
    world.send(Command::ShowTab(Tab::Subscriptions));
    world.send(Command::Search("fo".to_owned()));
    assert!(world.work.is_empty());
}

#[test]
fn work_that_is_wanted_no_longer_is_given_up() {
    let mut world = World::of(large());
    world.send(Command::Search("f".to_owned()));
    assert!(world.work.pop().unwrap().run(&|| false).is_none());
}

#[test]
fn an_edit_is_followed_at_once_and_what_had_not_seen_it_is_worked_out_again() {
    let mut world = World::of(large());
    world.send(Command::Search("fo".to_owned()));
    world.work();
    let position = world.customers()[0];
    let customer = world.state.portfolio.customers.at(position as usize).unwrap().id.clone();
    world.send(Command::SelectCustomer(customer.clone()));
    world.send(Command::SortSubscriptions(SubscriptionColumn::Licenses));
    let unseeing = world.work.pop().unwrap();
    world.send(Command::AskEditCustomer);
    world.state.drafts.customer.company_name = "Zzyzx".to_owned();
    world.send(Command::ConfirmCustomer);
    assert_eq!(&*world.state.portfolio.customers.get(&customer).unwrap().company_name, "Zzyzx");
    let is_shown = |world: &World| world.customers().contains(&position);
    let row = world.state.session.derived.row(position).unwrap();
    assert_eq!(&*row.record.company_name, "Zzyzx");
    assert_eq!(is_shown(&world), row.is_meant("fo"), "the search is asked about them alone");
    world.send(Command::WorkedOut(Box::new(unseeing.run(&|| true).unwrap())));
    assert_eq!(&*world.state.session.derived.row(position).unwrap().record.company_name, "Zzyzx");
    world.work();
    world.is_as_worked_out_at_once();
}

#[test]
fn customers_come_and_go_without_ordering_all_of_them_anew() {
    let mut world = World::of(large());
    world.send(Command::AskNewCustomer);
    world.state.drafts.customer.id = "0f0f0f0f-0000-4000-8000-00000000beef".to_owned();
    world.state.drafts.customer.company_name = "Aardvark".to_owned();
    world.send(Command::ConfirmCustomer);
    assert_eq!(world.state.portfolio.customers.len(), 6_501);
    assert!(world.work.is_empty());
    world.is_as_worked_out_at_once();
    world.send(Command::Undo);
    assert!(world.work.is_empty());
    world.is_as_worked_out_at_once();
    let first = world.customers()[0];
    let customer = world.state.portfolio.customers.at(first as usize).unwrap().id.clone();
    world.send(Command::SelectCustomer(customer));
    world.send(Command::AskDeleteCustomer);
    world.send(Command::ConfirmDeleteCustomer);
    assert!(world.work.is_empty());
    world.is_as_worked_out_at_once();
    world.send(Command::Undo);
    world.is_as_worked_out_at_once();
}

#[test]
fn other_rules_leave_the_lists_as_they_were_until_all_is_judged() {
    let mut world = World::of(large());
    let (all, before) = (world.customers(), *world.state.session.derived.totals());
    world.send(Command::SwitchRules("page"));
    assert!(world.state.session.derived.is_judging());
    assert_eq!(world.customers(), all);
    world.work();
    assert!(world.state.session.derived.totals().eligible > before.eligible);
    world.is_as_worked_out_at_once();
}

#[test]
fn another_language_orders_the_names_anew() {
    let mut world = World::of(large());
    let before = world.customers();
    world.send(Command::SetLanguage(Some(Language::SimplifiedChinese)));
    world.work();
    assert_ne!(world.customers(), before);
    world.is_as_worked_out_at_once();
}

/// Each stands where the comparison of two, by which edits are followed, looks for it.
#[test]
fn the_order_of_all_is_the_order_of_any_two() {
    let mut world = World::of(large());
    for column in CustomerColumn::ALL.iter().copied() {
        for _ in 0..2 {
            world.send(Command::SortCustomers(column));
            if !world.work.is_empty() {
                world.work();
            }
            let derived = &world.state.session.derived;
            for (place, at) in derived.customers().iter().enumerate() {
                assert_eq!(derived.place_of_customer(*at as usize), Some(place), "{column:?}");
            }
        }
    }
    for column in SubscriptionColumn::ALL.iter().copied() {
        for _ in 0..2 {
            world.send(Command::SortSubscriptions(column));
            if !world.work.is_empty() {
                world.work();
            }
            let derived = &world.state.session.derived;
            for (place, at) in derived.subscriptions().iter().enumerate() {
                assert_eq!(derived.place_of_subscription(*at), Some(place), "{column:?}");
            }
        }
    }
}

#[test]
fn what_is_left_of_a_large_portfolio_is_given_back_beside_the_window() {
    let mut world = World::of(large());
    let effects = world.send(Command::SampleOpened { portfolio: Box::new(Portfolio::new(uuid::Uuid::from_u128(2))) });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::LetGo(_))), "{effects:?}");
    // Work for the one is not taken for work for the other.
    let mut world = World::of(large());
    world.send(Command::Search("f".to_owned()));
    let former = world.work.pop().unwrap().run(&|| true).unwrap();
    world.send(Command::Opened(Box::new(opened("/tmp/other.ron", large()))));
    world.send(Command::WorkedOut(Box::new(former)));
    assert!(world.state.session.derived.is_void());
    world.work();
    world.is_as_worked_out_at_once();
}
