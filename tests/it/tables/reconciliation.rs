//! Reconciliation files of 2016 and of 2018–19: one subscription of several charges, and what they make likely.

use upgrade_desk::exchange::incoming::{FaultReason, Incoming, Likely, Lists};
use upgrade_desk::exchange::source::Encoding;
use upgrade_desk::model::{Channel, Subscription};

use super::made::{encoded, imported, read, workbook};

const OF_2016: &str = include_str!("../../fixtures/import/reconciliation-2016.csv");
const OF_2018: &str = include_str!("../../fixtures/import/reconciliation-2018.csv");

fn line(subscription: &Subscription) -> String {
    let Subscription { id, offer_id, offer_name, friendly_name, quantity, created, commitment_end, .. } = subscription;
    assert_eq!(subscription.channel, Channel::ThisPartner);
    let tail = &id.as_str()[34..];
    let offer = offer_id.as_ref().map_or("-", |offer| &offer.as_str()[..8]);
    let days = [created, commitment_end].map(|day| day.map_or("-".to_owned(), |day| day.to_string()));
    format!("  {tail} {offer} {offer_name} “{friendly_name}” × {quantity}, {}", days.join(" to "))
}

fn shown(incoming: &Incoming) -> String {
    let mut lines = Vec::new();
    for customer in &incoming.portfolio.customers {
        let domain = customer.domain.as_deref().unwrap_or("-");
        lines.push(format!("{} {} {domain}", &customer.id.as_str()[34..], customer.company_name));
        lines.extend(customer.subscriptions.iter().map(line));
    }
    for proposal in &incoming.proposals {
        let ids: Vec<&str> = proposal.subscriptions.iter().map(|id| &id.as_str()[34..]).collect();
        lines.push(format!("{:?}: {}", proposal.likely, ids.join(" ")));
    }
    lines.join("\n")
}

#[test]
fn the_charges_of_a_subscription_come_to_one_record() {
    let incoming = imported(OF_2018.as_bytes());
    insta::assert_snapshot!(shown(&incoming), @"
    01 Contoso (Shanghai) contoso.partner.onmschina.cn
      01 5C9FD4CC Office 365 Business “Front desk” × 25, 2018-03-15 to 2019-03-14
      02 031C9E47 Office 365 Business Premium “Office 365 Business Premium” × 10, 2018-05-01 to 2019-04-30
    02 四方咖啡 fourthcoffee.partner.onmschina.cn
      03 91FD106F Office 365 Enterprise E1 “Office 365 Enterprise E1” × 8, 2018-01-01 to 2018-12-31
      04 796B6B5F Office 365 Enterprise E3 “Office 365 Enterprise E3” × 5, 2018-07-01 to 2019-06-30
      05 5C9FD4CC Office 365 Business “Office 365 Business” × 4, 2018-01-01 to 2018-12-31
    Active: 01 02
    Monthly: 01 03 04
    OwnSale: 01 02 03 04 05
    ");
    assert!(incoming.faults.is_empty() && incoming.notes.is_empty());
    assert_eq!(incoming.lists, Lists::default());
    assert_eq!(incoming.recognized.format, "reconciliation");
}

#[test]
fn the_older_file_says_the_same_but_for_what_it_lacks() {
    let (older, newer) = (imported(OF_2016.as_bytes()), imported(OF_2018.as_bytes()));
    assert_eq!(older.recognized.format, "reconciliation");
    assert_eq!(older.proposals, newer.proposals);
    for (older, newer) in older.portfolio.customers.iter().zip(&newer.portfolio.customers) {
        assert_eq!((&older.id, &older.company_name, &older.domain), (&newer.id, &newer.company_name, &None));
        for (older, newer) in older.subscriptions.iter().zip(&newer.subscriptions) {
            assert_eq!(older, &Subscription { friendly_name: String::new(), ..newer.clone() });
        }
    }
}

#[test]
fn it_comes_in_whatever_it_is_written_in_and_in_any_order() {
    let expected = shown(&imported(OF_2018.as_bytes()));
    for encoding in Encoding::ALL {
        assert_eq!(shown(&imported(&encoded(OF_2018, encoding, true))), expected);
        assert_eq!(shown(&imported(&encoded(&OF_2018.replace(',', ";"), encoding, false))), expected);
    }
    let table = read(OF_2018.as_bytes());
    let all: Vec<Vec<String>> =
        std::iter::once(table.header.clone()).chain(table.rows.iter().map(|row| row.cells.clone())).collect();
    assert_eq!(shown(&imported(&workbook(&all))), expected);
    let mirrored: Vec<Vec<String>> = all.iter().map(|row| row.iter().rev().cloned().collect()).collect();
    assert_eq!(shown(&imported(&workbook(&mirrored))), expected);
    // The rows in another order: the records are listed otherwise, and are the same.
    let mut lines: Vec<&str> = OF_2018.lines().collect();
    lines[1..].reverse();
    let backwards = imported(lines.join("\r\n").as_bytes());
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&shown(&backwards)), sorted(&expected));
}

#[test]
fn words_and_codes_of_a_cancellation_do_not_count() {
    let count = |charges: &[(&str, &str, i64)]| {
        let rows: Vec<String> = charges.iter().map(|(kind, start, n)| format!("c,s,{start},,{kind},{n}")).collect();
        let header =
            "CustomerID,SyndicationPartnerSubscriptionNumber,ChargeStartDate,ChargeEndDate,ChargeType,Quantity";
        let incoming = imported(format!("{header}\n{}\n", rows.join("\n")).as_bytes());
        assert!(incoming.faults.is_empty(), "{:?}", incoming.faults);
        incoming.portfolio.customers.at(0).unwrap().subscriptions[0].quantity
    };
    for kind in [
        "Cancel fee",
        "CANCEL_FEE",
        "Prorate fees when cancel",
        "CANCEL_PRORATE",
        "cancel_instanceprorate",
        "REVERSAL",
        "Prorate fees when convert away from current offering",
        "ONE_TIME_REFUND",
        "Offset a line item",
        "Credit",
    ] {
        assert_eq!(count(&[("Cycle fee", "9/1/2018 0:00", 7), (kind, "9/20/2018 0:00", 99)]), 7, "{kind}");
        assert_eq!(count(&[(kind, "9/20/2018 0:00", 99), ("Cycle fee", "9/1/2018 0:00", 7)]), 7, "{kind}");
        assert_eq!(count(&[(kind, "9/20/2018 0:00", -9)]), 9, "{kind}");
    }
    for kind in ["Cycle fee", "CYCLE_FEE", "Renew fee", "Activation fee", "Cycle instance prorate", "PURCHASE_PRORATE"]
    {
        assert_eq!(count(&[("Cycle fee", "9/1/2018 0:00", 7), (kind, "9/20/2018 0:00", 9)]), 9, "{kind}");
        assert_eq!(count(&[(kind, "9/1/2018 13:00", 9), ("Cycle fee", "9/1/2018 9:00", 7)]), 9, "{kind}");
        // The month comes first.
        assert_eq!(count(&[(kind, "10/2/2018 0:00", 9), ("Cycle fee", "9/30/2018 0:00", 7)]), 9, "{kind}");
    }
}

#[test]
fn rows_in_error_are_told_and_the_rest_goes_on() {
    let text = OF_2018
        .replacen("9/15/2018 0:00", "31/9/2018", 1)
        .replacen(",Purchase fee,30,10,", ",Purchase fee,30,ten,", 1)
        .replacen("3f1c2a52-3c41-4d8e-9a77-5d1c2e3f4a02", "", 1);
    let incoming = imported(text.as_bytes());
    let faults: Vec<_> = incoming.faults.rows.iter().map(|fault| (fault.line, &*fault.column, &fault.reason)).collect();
    assert_eq!(
        faults,
        [
            (3, "ChargeStartDate", &FaultReason::NotADate),
            (6, "Quantity", &FaultReason::NotANumber),
            (7, "CustomerID", &FaultReason::Missing),
        ]
    );
    assert!(incoming.faults.rows.iter().all(|fault| fault.cells.len() == 27));
    let subscriptions: usize = incoming.portfolio.customers.iter().map(|customer| customer.subscriptions.len()).sum();
    assert_eq!(subscriptions, 4);
    assert!(incoming.proposals.iter().any(|proposal| proposal.likely == Likely::Active));
}
