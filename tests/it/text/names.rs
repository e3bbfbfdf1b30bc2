//! What things are called: tasks, statuses, columns, records, numbers and days.

use upgrade_desk::model::{BillingCycle, DelegatedAdmin, Family, Subscription, TaskId, Upgrade};
use upgrade_desk::rules::Verdict;
use upgrade_desk::rules::lifecycle::Action;
use upgrade_desk::state::{ChannelChoice, CustomerColumn, DelegatedChoice, Filter, List, Purpose, SubscriptionColumn};
use upgrade_desk::text::{Language, Words};

use super::sentences::{ROLES, Speaker, channels, id, statuses};
use crate::case::{BUSINESS, E3};

#[test]
fn every_task_has_a_name_and_the_way_there() {
    let speaker = Speaker::new();
    let upgrade = Upgrade {
        customer: id("c"),
        source: id("s"),
        target: id("t"),
        provisional: true,
        from_offer: id(BUSINESS),
        to_offer: id(E3),
        licenses: 1,
        at: "2026-11-22T08:00:00Z".parse().unwrap(),
        comment: String::new(),
        rules: "page".to_owned(),
        tasks: Vec::new(),
    };
    for task in TaskId::ALL {
        speaker.reads(task, speaker.words.task(task));
        speaker.reads(task, &speaker.naming().task_help(task, &upgrade));
    }
}

#[test]
fn every_name_of_the_model_and_the_window_is_a_word() {
    let speaker = Speaker::new();
    let words = &speaker.words;
    for status in statuses() {
        speaker.reads(&status, words.status(&status));
    }
    for channel in channels() {
        speaker.reads(&channel, &words.channel(&channel));
    }
    for role in ROLES {
        speaker.reads(role, words.role(role));
    }
    for cycle in [
        BillingCycle::Monthly,
        BillingCycle::Annual,
        BillingCycle::OneTime,
        BillingCycle::Triennial,
        BillingCycle::Biennial,
        BillingCycle::Unset,
        BillingCycle::Other("odd".to_owned()),
    ] {
        speaker.reads(&cycle, words.cycle(&cycle));
    }
    for privileges in [
        DelegatedAdmin::All,
        DelegatedAdmin::NotGranted,
        DelegatedAdmin::NotKnown,
        DelegatedAdmin::Families(Vec::new()),
        DelegatedAdmin::Families(Family::ALL.to_vec()),
    ] {
        speaker.reads(&privileges, &words.delegated_admin(&privileges));
        speaker.reads(&privileges, words.delegated_admin_short(&privileges));
    }
    for verdict in Verdict::ALL {
        speaker.reads(verdict, words.verdict(verdict));
    }
    for choice in ChannelChoice::ALL {
        speaker.reads(choice, words.channel_choice(choice));
    }
    for choice in DelegatedChoice::ALL {
        speaker.reads(choice, words.delegated_choice(choice));
    }
    for filter in Filter::ALL {
        speaker.reads(filter, words.filter(filter));
    }
    for action in [Action::ChangeLicenses { to: 1 }, Action::Suspend, Action::Reactivate, Action::Cancel] {
        speaker.reads(action, words.action(action));
    }
    for purpose in [
        Purpose::Open,
        Purpose::SaveAs,
        Purpose::Import,
        Purpose::Compare,
        Purpose::Export { format: "json" },
        Purpose::History,
    ] {
        speaker.reads(&purpose, words.purpose(&purpose));
    }
    for column in [
        CustomerColumn::Company,
        CustomerColumn::Domain,
        CustomerColumn::Subscriptions,
        CustomerColumn::Upgradable,
        CustomerColumn::DelegatedAdmin,
        CustomerColumn::Tags,
    ] {
        speaker.reads(column, words.customer_column(column));
    }
    for column in [
        SubscriptionColumn::Customer,
        SubscriptionColumn::Offer,
        SubscriptionColumn::Licenses,
        SubscriptionColumn::Status,
        SubscriptionColumn::Renewal,
        SubscriptionColumn::Verdict,
        SubscriptionColumn::Target,
        SubscriptionColumn::Reason,
        SubscriptionColumn::Channel,
    ] {
        speaker.reads(column, words.subscription_column(column));
    }
    for list in List::ALL {
        speaker.reads(list, words.columns_of(list));
        for column in list.columns() {
            speaker.reads(column, words.column_in_full(column));
        }
    }
}

#[test]
fn a_record_is_named_by_its_offer_else_by_what_the_file_called_it_else_by_its_id() {
    let speaker = Speaker::new();
    let mut odd = Subscription::new(id("s-9"), 1);
    assert_eq!(speaker.naming().subscription(&odd), "s-9");
    odd.offer_id = Some(id("nobody-knows"));
    assert_eq!(speaker.naming().subscription(&odd), "nobody-knows");
    odd.offer_name = "Office 365 entreprise".into();
    assert_eq!(speaker.naming().subscription(&odd), "Office 365 entreprise");
    odd.offer_id = Some(id(&BUSINESS.to_lowercase()));
    assert_eq!(speaker.naming().subscription(&odd), "Office 365 Business");
}

#[test]
fn numbers_are_grouped_and_days_are_written_as_iso_does() {
    let words = Words::new(Language::English).unwrap();
    let numbers = [0, 999, 1_000, 10_000_000, -1_234].map(|number| words.number(number));
    assert_eq!(numbers, ["0", "999", "1,000", "10,000,000", "−1,234"]);
    assert_eq!(words.day(Some("2027-03-01".parse().unwrap())), "2027-03-01");
    assert_eq!(words.moment("2026-11-22T08:05:59Z".parse().unwrap()), "2026-11-22 08:05 UTC");
}
