//! The page for a customer: it speaks of them alone, and not of the partner's own affairs.

use upgrade_desk::model::{BillingCycle, Channel, Id, Partner, Portfolio, Role};
use upgrade_desk::text::Language;

use super::small::{after, before, page};

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
