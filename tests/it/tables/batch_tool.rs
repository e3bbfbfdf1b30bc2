//! The batch migration tool's lists.

use upgrade_desk::exchange::incoming::Likely;
use upgrade_desk::model::{BillingCycle, Channel};

use super::made::imported;

const CUSTOMERS: &str = include_str!("../../fixtures/import/bam-customers.csv");
const SUBSCRIPTIONS: &str = include_str!("../../fixtures/import/bam-subscriptions.csv");

#[test]
fn the_list_of_customers_comes_in() {
    let incoming = imported(CUSTOMERS.as_bytes());
    assert_eq!(incoming.recognized.format, "bam-customers");
    let customers: Vec<_> =
        incoming.portfolio.customers.iter().map(|one| (&*one.company_name, one.domain.as_deref())).collect();
    assert_eq!(
        customers,
        [
            ("Contoso (Shanghai)", Some("contoso.partner.onmschina.cn")),
            ("四方咖啡", Some("fourthcoffee.partner.onmschina.cn")),
        ]
    );
}

#[test]
fn the_list_of_subscriptions_comes_in_with_add_ons_at_their_bases() {
    let incoming = imported(SUBSCRIPTIONS.as_bytes());
    assert_eq!(incoming.recognized.format, "bam-subscriptions");
    assert!(incoming.faults.is_empty(), "{:?}", incoming.faults);
    let all: Vec<_> = incoming.portfolio.customers.iter().flat_map(|customer| &customer.subscriptions).collect();
    assert!(all.iter().all(|one| one.channel == Channel::ThisPartner));
    let [business, archive, basic] = all[..] else { panic!("{}", all.len()) };
    assert_eq!((business.quantity, &*business.friendly_name), (25, "Front desk"));
    assert_eq!(business.commitment_end.unwrap().to_string(), "2019-03-14");
    assert_eq!((&business.billing_cycle, business.auto_renew), (&BillingCycle::Monthly, Some(true)));
    assert_eq!((archive.parent_id.as_ref(), archive.commitment_end), (Some(&business.id), None));
    assert_eq!(archive.billing_cycle, BillingCycle::Unset);
    assert_eq!(basic.offer_id.as_ref().unwrap().as_str(), "BD938F12-058F-4927-BBA3-AE36B1D2501C");
    assert_eq!(incoming.notes.len(), 1);
    assert_eq!((incoming.proposals[0].likely, incoming.proposals[0].subscriptions.len()), (Likely::OwnSale, 3));
}
