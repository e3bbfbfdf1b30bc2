//! Whatever is sent in whatever order: undo restores the portfolio exactly, and what is derived is what would be worked out anew.
//!
//! The desk itself compares what is derived after every command.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use upgrade_desk::model::{Customer, Id, Portfolio, Role, Status, TaskId};
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{ChannelChoice, Command, CustomerColumn, Filter, SubscriptionColumn};

use super::desk::{Desk, typical};
use crate::case::{BUSINESS, E3, ESSENTIALS, PREMIUM, VISIO_1};
use crate::cases::config;
use crate::given;

/// What a person does in one go: opens something, types, confirms.
#[derive(Clone, Debug)]
enum Gesture {
    Select(Index, Index),
    Form { field: u8, text: String, status: Status },
    AddCustomer(String),
    EditCustomer { id: Option<String>, text: String },
    DeleteCustomer,
    AddSubscription { id: String, offer: &'static str, under_selected: bool },
    DeleteSubscription,
    Act(Action),
    Licenses(i64),
    Upgrade { target: &'static str, licenses: String },
    RealId(String),
    Tick { upgrade: Index, task: TaskId, done: bool },
    Account(Option<bool>),
    Rules(&'static str),
    Offer { id: &'static str, services: String, maximum: String },
    Restore(&'static str),
    Import(Box<Portfolio>),
    PreviewOnly(Box<Portfolio>),
    ConfirmWhateverIsOpen(u8),
    Look(u8, String),
    Undo,
    Redo,
}

fn gesture() -> impl Strategy<Value = Gesture> {
    let id = || prop_oneof![given::id().prop_map(|id| id.to_string()), Just("s-2".to_owned()), Just("c-2".to_owned())];
    let offer = || select(vec![BUSINESS, PREMIUM, ESSENTIALS, E3, VISIO_1, "own-offer"]);
    let portfolio = || given::portfolio().prop_map(Box::new);
    prop_oneof![
        4 => (any::<Index>(), any::<Index>()).prop_map(|(a, b)| Gesture::Select(a, b)),
        4 => (0..8_u8, given::hostile(), given::status())
            .prop_map(|(field, text, status)| Gesture::Form { field, text, status }),
        1 => id().prop_map(Gesture::AddCustomer),
        2 => (proptest::option::of(id()), given::hostile()).prop_map(|(id, text)| Gesture::EditCustomer { id, text }),
        1 => Just(Gesture::DeleteCustomer),
        2 => (id(), offer(), any::<bool>())
            .prop_map(|(id, offer, under_selected)| Gesture::AddSubscription { id, offer, under_selected }),
        1 => Just(Gesture::DeleteSubscription),
        2 => select(vec![Action::Suspend, Action::Reactivate, Action::Cancel]).prop_map(Gesture::Act),
        1 => (-1..400_i64).prop_map(Gesture::Licenses),
        3 => (offer(), "[0-9]{1,3}").prop_map(|(target, licenses)| Gesture::Upgrade { target, licenses }),
        2 => id().prop_map(Gesture::RealId),
        2 => (any::<Index>(), select(TaskId::ALL.to_vec()), any::<bool>())
            .prop_map(|(upgrade, task, done)| Gesture::Tick { upgrade, task, done }),
        1 => any::<Option<bool>>().prop_map(Gesture::Account),
        1 => select(vec!["page", "partner-center"]).prop_map(Gesture::Rules),
        1 => (offer(), given::hostile(), "[0-9]{1,4}")
            .prop_map(|(id, services, maximum)| Gesture::Offer { id, services, maximum }),
        1 => offer().prop_map(Gesture::Restore),
        1 => portfolio().prop_map(Gesture::Import),
        1 => portfolio().prop_map(Gesture::PreviewOnly),
        1 => (0..12_u8).prop_map(Gesture::ConfirmWhateverIsOpen),
        2 => (0..14_u8, given::hostile()).prop_map(|(what, text)| Gesture::Look(what, text)),
        3 => Just(Gesture::Undo),
        2 => Just(Gesture::Redo),
    ]
}

fn typed_into_the_form(desk: &mut Desk, field: u8, text: String, status: Status) {
    let form = desk.form();
    match field {
        0 => form.id = text,
        1 => form.offer_id = text,
        2 => form.friendly_name = text,
        3 => form.quantity = text,
        4 => form.parent_id = text,
        5 => form.status = status,
        6 => form.channel = ChannelChoice::ThisPartner,
        _ => form.offer_id = BUSINESS.to_owned(),
    }
}

fn look(what: u8, text: String) -> Command {
    match what {
        0 => Command::Search(text),
        1..=5 => Command::ToggleFilter(Filter::ALL[usize::from(what - 1)]),
        6 => Command::SortCustomers(CustomerColumn::Upgradable),
        7 => Command::SortCustomers(CustomerColumn::Company),
        8 => Command::SortSubscriptions(SubscriptionColumn::Customer),
        9 => Command::SortSubscriptions(SubscriptionColumn::Reason),
        10 => Command::SortSubscriptions(SubscriptionColumn::Target),
        11 => Command::SortCustomers(CustomerColumn::Domain),
        12 => Command::ShowCondition(upgrade_desk::rules::ConditionId::Role),
        _ => Command::CloseDialog,
    }
}

fn confirmation(which: u8) -> Command {
    match which {
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
    }
}

fn carry_out(desk: &mut Desk, gesture: Gesture) {
    match gesture {
        Gesture::Select(customer, subscription) => {
            let customers = &desk.portfolio().customers;
            if customers.is_empty() {
                return;
            }
            let customer: &Customer = customers.at(customer.index(customers.len())).unwrap();
            let records = &customer.subscriptions;
            let id =
                if records.is_empty() { Id::new("") } else { records[subscription.index(records.len())].id.clone() };
            desk.just(Command::SelectSubscription { customer: customer.id.clone(), subscription: id });
        }
        Gesture::Form { field, text, status } => {
            typed_into_the_form(desk, field, text, status);
            desk.just(Command::CommitForm);
        }
        Gesture::AddCustomer(id) => {
            desk.just(Command::AskNewCustomer);
            desk.state.drafts.customer.company_name = format!("Company {id}");
            desk.state.drafts.customer.id = id;
            desk.just(Command::ConfirmCustomer);
        }
        Gesture::EditCustomer { id, text } => {
            desk.just(Command::AskEditCustomer);
            if let Some(id) = id {
                desk.state.drafts.customer.id = id;
            }
            desk.state.drafts.customer.company_name = format!("x{text}");
            desk.just(Command::ConfirmCustomer);
        }
        Gesture::DeleteCustomer => desk.just(Command::ConfirmDeleteCustomer),
        Gesture::AddSubscription { id, offer, under_selected } => {
            let parent = if under_selected { desk.state.session.selection.subscription.clone() } else { None };
            desk.just(Command::AskNewSubscription { parent });
            let draft = &mut desk.state.drafts.new_subscription;
            (draft.id, draft.offer_id, draft.quantity) = (id, offer.to_owned(), "7".to_owned());
            desk.just(Command::ConfirmSubscription);
        }
        Gesture::DeleteSubscription => desk.just(Command::ConfirmDeleteSubscription),
        Gesture::Act(action) => desk.act(action),
        Gesture::Licenses(licenses) => {
            desk.just(Command::AskChangeLicenses);
            desk.state.drafts.licenses.licenses = licenses.to_string();
            desk.just(Command::ConfirmLicenses);
        }
        Gesture::Upgrade { target, licenses } => desk.upgrade(target, &licenses),
        Gesture::RealId(id) => {
            let source =
                desk.portfolio().upgrades.last().map_or_else(|| Id::new("x"), |upgrade| upgrade.source.clone());
            desk.just(Command::AskRealId { source });
            desk.state.drafts.real_id = id;
            desk.just(Command::ConfirmRealId);
        }
        Gesture::Tick { upgrade, task, done } => {
            let upgrade = upgrade.index(desk.portfolio().upgrades.len() + 1);
            desk.just(Command::TickTask { upgrade, task, done });
        }
        Gesture::Account(good_standing) => {
            desk.just(Command::AskAccount);
            desk.state.drafts.partner.good_standing = good_standing;
            desk.state.drafts.partner.role = Role::AdminAgent;
            desk.just(Command::ConfirmAccount);
        }
        Gesture::Rules(id) => desk.just(Command::SwitchRules(id)),
        Gesture::Offer { id, services, maximum } => {
            desk.just(Command::ShowOffer(Id::new(id)));
            let draft = &mut desk.state.drafts.offer;
            (draft.services, draft.services_known, draft.maximum) = (services, true, maximum);
            draft.name = "Own".to_owned();
            desk.just(Command::ConfirmOffer);
        }
        Gesture::Restore(id) => {
            desk.just(Command::ShowOffer(Id::new(id)));
            desk.just(Command::RestoreOffer);
        }
        Gesture::Import(portfolio) => {
            desk.import("/b.ron", given::incoming(*portfolio, &[]));
            desk.send(Command::ConfirmImport);
        }
        Gesture::PreviewOnly(portfolio) => desk.import("/b.ron", given::incoming(*portfolio, &[])),
        Gesture::ConfirmWhateverIsOpen(which) => {
            desk.send(confirmation(which));
        }
        Gesture::Look(what, text) => desk.just(look(what, text)),
        Gesture::Undo => {
            desk.send(Command::Undo);
        }
        Gesture::Redo => desk.just(Command::Redo),
    }
}

/// The file of a portfolio: the same to the letter, also where ids differ in their case alone.
fn written(portfolio: &Portfolio) -> String {
    upgrade_desk::storage::encode(portfolio).unwrap()
}

static SAMPLE: LazyLock<Portfolio> = LazyLock::new(|| upgrade_desk::storage::sample().unwrap());

fn start() -> impl Strategy<Value = Portfolio> {
    prop_oneof![3 => given::portfolio(), 2 => Just(typical()), 1 => Just(SAMPLE.clone())]
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn undoing_everything_restores_the_start_and_redoing_everything_the_end(
        start in start(),
        gestures in vec(gesture(), 1..24),
    ) {
        let mut desk = Desk::on(start.clone());
        for gesture in gestures {
            carry_out(&mut desk, gesture);
        }
        // What could still be redone belongs to the end.
        while desk.state.session.history.next_redo().is_some() {
            desk.just(Command::Redo);
        }
        let end = desk.portfolio().clone();
        while desk.state.session.history.next_undo().is_some() {
            desk.send(Command::Undo);
        }
        prop_assert_eq!(written(desk.portfolio()), written(&start));
        prop_assert_eq!(desk.state.session.history.mark(), 0);
        while desk.state.session.history.next_redo().is_some() {
            desk.just(Command::Redo);
        }
        prop_assert_eq!(written(desk.portfolio()), written(&end));
    }
}
