//! The page for a customer: it speaks of them alone, and not of the partner's own affairs.

use std::sync::Arc;

use upgrade_desk::model::{BillingCycle, Channel, Customer, DelegatedAdmin, Id, Offers, Partner, Portfolio, Role};
use upgrade_desk::rules::{Setting, Verdict, assess};
use upgrade_desk::state::AppState;
use upgrade_desk::text::Language;

use super::small::{after, before, page};
use crate::case::{BUSINESS, E1, E3, ESSENTIALS, PREMIUM, PRO_PLUS, Situation, offers, record};

#[test]
fn it_names_no_other_customer_and_no_id_that_they_do_not_need() {
    let (portfolio, _) = after();
    for language in Language::ALL {
        for customer in &portfolio.customers {
            let html = page(&portfolio, customer.id.as_str(), language);
            assert!(html.contains(&customer.company_name));
            for other in portfolio.customers.iter().filter(|other| other.id != customer.id) {
                assert!(!html.contains(&other.company_name), "{}: {}", customer.id, other.company_name);
            }
            assert!(!html.contains(customer.id.as_str()) && !html.contains("made-up-1"));
            let needed = html.matches("s-elsewhere").count();
            assert_eq!(needed, usize::from(customer.id == Id::new("c-3")), "what they have to find and cancel");
            for record in customer.subscriptions.iter().filter(|record| record.id != Id::new("s-elsewhere")) {
                assert!(!html.contains(record.id.as_str()), "{}", record.id);
            }
        }
    }
}

#[test]
fn what_is_the_partners_own_business_asks_nothing_of_the_customer() {
    let mut portfolio: Portfolio = before();
    portfolio.partner = Partner { role: Role::HelpdeskAgent, good_standing: Some(false), ..portfolio.partner };
    let html = page(&portfolio, "c-1", Language::English);
    assert_eq!(html.matches("We have to settle something on our side first.").count(), 1);
    assert!(html.contains("There is nothing that you have to do now."));
    for word in ["delinquent", "standing", "role", "help desk", "invoice", "account"] {
        assert!(!html.to_lowercase().split_once("</style>").unwrap().1.contains(&format!(" {word}")), "{word}");
    }
}

#[test]
fn it_says_what_they_have_to_cancel_and_where() {
    let say = |channel: Channel| {
        let mut portfolio = before();
        let position = portfolio.customers.position(&Id::new("c-3")).unwrap();
        let mut customer = (**portfolio.customers.at(position).unwrap()).clone();
        customer.subscription_mut(&Id::new("s-elsewhere")).unwrap().channel = channel;
        portfolio.customers.replace(position, customer.into());
        page(&portfolio, "c-3", Language::English)
    };
    let other = say(Channel::OtherReseller("Proseware".to_owned()));
    assert!(other.contains("Cancel Office 365 Enterprise E3 with Proseware, where you bought it."));
    assert!(other.contains("Subscription ID: s-elsewhere"));
    let direct = say(Channel::Direct);
    assert!(direct.contains("in the admin center for Office 365 operated by 21Vianet: Billing → Subscriptions."));
    let ours = say(Channel::ThisPartner);
    assert!(ours.contains("Tell us that we may cancel Office 365 Enterprise E3."));
    assert!(!ours.contains("s-elsewhere"), "they need not find it");
    assert!(say(Channel::NotKnown).contains("Cancel Office 365 Enterprise E3 where you bought it."));
}

#[test]
fn it_says_how_privileges_are_granted_where_they_lack_and_only_there() {
    let portfolio = before();
    assert!(page(&portfolio, "c-4", Language::English).contains("How to grant delegated administrative privileges"));
    assert!(!page(&portfolio, "c-2", Language::English).contains("How to grant"));
    for language in Language::ALL {
        assert!(page(&portfolio, "c-2", language).contains("2026-12-19"), "the day on which the data is deleted");
    }
}

#[test]
fn nobody_is_asked_to_cancel_anything_while_it_is_not_known_whether_that_is_enough() {
    let mut portfolio = before();
    let position = portfolio.customers.position(&Id::new("c-3")).unwrap();
    let mut customer = (**portfolio.customers.at(position).unwrap()).clone();
    customer.subscription_mut(&Id::new("s-held")).unwrap().billing_cycle = BillingCycle::Unset;
    portfolio.customers.replace(position, customer.into());
    let html = page(&portfolio, "c-3", Language::English);
    assert!(html.contains("You already have subscriptions with services that the upgrade would add"));
    assert!(html.contains("We have to look something up first"), "the open question is said too");
    assert!(!html.contains("Cancel Office 365 Enterprise E3") && !html.contains("s-elsewhere"));
}

/// The section of a page that begins with an id, as text.
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    html.split_once(&format!("id=\"{id}\"")).map_or("", |(_, rest)| rest.split_once("</section>").unwrap().0)
}

#[test]
fn whatever_they_hold_no_upgrade_is_asked_away_by_another_one() {
    const HELD: [(&str, &str); 6] =
        [("one", BUSINESS), ("two", PREMIUM), ("three", ESSENTIALS), ("four", PRO_PLUS), ("five", E1), ("six", E3)];
    let (mut choices, mut asked_away) = (0, 0);
    // Each of the offers: not held, sold by us, or bought directly.
    for number in 0..3_usize.pow(6) {
        let mut customer = Customer::new(Id::new("c-1"), "Contoso".to_owned());
        customer.delegated_admin = DelegatedAdmin::All;
        for (at, (name, offer)) in HELD.iter().enumerate() {
            let channel = match number / 3_usize.pow(u32::try_from(at).unwrap()) % 3 {
                0 => continue,
                1 => Channel::ThisPartner,
                _ => Channel::Direct,
            };
            let mut held = record(name, offer);
            (held.friendly_name, held.channel) = (format!("Number {name}."), channel);
            customer.subscriptions.push(held);
        }
        let mut portfolio = before();
        portfolio.customers = [customer.clone()].into_iter().collect();
        let html = page(&portfolio, "c-1", Language::English);
        let (yes, no, deeds) = (section(&html, "yes"), section(&html, "no"), section(&html, "deeds"));
        let mut left = customer.clone();
        left.subscriptions.retain(|record| !deeds.contains(&record.friendly_name));
        let offers = Offers::new(Arc::clone(offers().catalog()), &portfolio.offers);
        let setting = Setting { rules: AppState::rules_of(&portfolio), offers: &offers, partner: &portfolio.partner };
        for held in &customer.subscriptions {
            let is_cancelled = deeds.contains(&held.friendly_name);
            let card = no
                .split("card not-eligible")
                .find(|card| card.split_once("</h3>").is_some_and(|(name, _)| name.contains(&held.friendly_name)));
            let is_open = yes.contains(&held.friendly_name);
            assert!(!(is_cancelled && is_open), "{number}: {} is asked away\n{html}", held.friendly_name);
            let Some(card) = card else { continue };
            choices += usize::from(card.contains("Tell us which of the two you want."));
            if card.contains("Tell us if you would rather upgrade this one.") {
                asked_away += 1;
                assert!(is_cancelled, "{number}: {}", held.friendly_name);
            }
            let is_asked_for = !deeds.is_empty() && !is_cancelled && !card.contains("Tell us which");
            if is_asked_for && !card.contains("You did not buy") {
                // Once all of it is done, it is open.
                let verdict = assess(setting, &left, held).verdict;
                assert_eq!(verdict, Verdict::Eligible, "{number}: {}\n{html}", held.friendly_name);
            }
        }
    }
    assert!(choices > 10 && asked_away > 10, "{choices} choices, {asked_away} asked away");
}

#[test]
fn the_list_of_what_they_have_to_do_is_bounded_and_says_so() {
    let mut customer = Situation::of(PREMIUM).customer;
    for number in 0..50 {
        let mut held = record(&format!("s-{number}"), E3);
        held.friendly_name = format!("Number {number}");
        held.channel = Channel::Direct;
        customer.subscriptions.push(held);
    }
    let mut portfolio = before();
    let id = customer.id.clone();
    portfolio.customers = [customer].into_iter().collect();
    let html = page(&portfolio, id.as_str(), Language::English);
    let deeds = html.split_once("id=\"deeds\"").unwrap().1.split_once("</section>").unwrap().0;
    assert_eq!(deeds.matches("<li>").count(), 31, "30 and the one that asks to be told");
    assert!(deeds.contains("The first 30 of 50 are listed."), "{deeds}");
}
