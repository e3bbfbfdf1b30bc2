//! Partner Center's list of one customer's subscriptions, and what offers are called in three languages.

use std::io::Cursor;
use std::sync::Arc;

use upgrade_desk::exchange::incoming::{FaultReason, Incoming, Lists, Note};
use upgrade_desk::exchange::offer_names::OfferNames;
use upgrade_desk::exchange::source::{Encoding, HeaderLanguage};
use upgrade_desk::exchange::table::faulty_rows;
use upgrade_desk::exchange::{self, Choices};
use upgrade_desk::model::{Channel, Status, Subscription};

use super::made::{encoded, imported, read, workbook};

const ENGLISH: &str = include_str!("../../fixtures/import/subscriptions-en.csv");
const FRENCH: &str = include_str!("../../fixtures/import/subscriptions-fr.csv");
const CHINESE: &str = include_str!("../../fixtures/import/subscriptions-zh.csv");

fn imported_for(bytes: &[u8], customer: Option<&str>) -> Incoming {
    let partner = ["Fabrikam".to_owned(), "5551234".to_owned()].to_vec();
    let choices = Choices { customer: customer.map(Into::into), partner, ..Choices::default() };
    exchange::read(Some("csv"), &mut Cursor::new(bytes), &choices).unwrap()
}

fn line(subscription: &Subscription) -> String {
    let Subscription { id, offer_id, offer_name, quantity, status, channel, .. } = subscription;
    let tail = &id.as_str()[34..];
    let offer = offer_id.as_ref().map_or("-", |offer| &offer.as_str()[..8]);
    format!("{tail} {offer} {offer_name} × {quantity} {status:?} {channel:?}")
}

#[test]
fn the_list_is_the_same_in_every_language_and_encoding() {
    let lines = |incoming: &Incoming| incoming.unplaced.iter().map(line).collect::<Vec<_>>();
    let english = imported_for(ENGLISH.as_bytes(), None);
    insta::assert_snapshot!(lines(&english).join("\n"), @r#"
    01 5C9FD4CC Office 365 Business × 25 Active ThisPartner
    02 031C9E47 Office 365 Business Premium × 10 Suspended ThisPartner
    03 796B6B5F Office 365 Enterprise E3 × 3 Deleted OtherReseller("Northwind Traders")
    04 - A product of Contoso × 1 Other("Archived") NotKnown
    "#);
    let told: Vec<String> = english.notes.iter().map(|note| format!("{note:?}")).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    OfferNotFound { name: "A product of Contoso", times: 1 }
    AsRead { field: Status, word: "Archived", times: 1 }
    "#);
    let without_names = |incoming: &Incoming| {
        let unnamed = |subscription: &Subscription| Subscription { offer_name: Arc::default(), ..subscription.clone() };
        incoming.unplaced.iter().map(unnamed).collect::<Vec<_>>()
    };
    for (text, language) in
        [(ENGLISH, HeaderLanguage::English), (FRENCH, HeaderLanguage::French), (CHINESE, HeaderLanguage::Chinese)]
    {
        let same = |bytes: &[u8]| {
            let incoming = imported_for(bytes, None);
            assert_eq!(incoming.recognized.format, "subscriptions");
            assert_eq!(incoming.recognized.language, Some(language));
            assert_eq!(without_names(&incoming), without_names(&english), "{language:?}");
            assert!(incoming.asks.customer && incoming.portfolio.customers.is_empty());
        };
        for encoding in Encoding::ALL {
            for marked in [true, false] {
                same(&encoded(text, encoding, marked));
                same(&encoded(&text.replace(',', "\t"), encoding, marked));
            }
        }
        let table = read(text.as_bytes());
        let rows = table.rows.iter().map(|row| row.cells.clone());
        same(&workbook(&std::iter::once(table.header.clone()).chain(rows).collect::<Vec<_>>()));
    }
}

#[test]
fn another_name_of_an_offer_is_understood_and_told() {
    let told = |incoming: &Incoming| -> Vec<String> {
        let line = |note: &Note| match note {
            Note::OfferByName { name, offer, why } => format!("{name} → {}: {why}", &offer.as_str()[..8]),
            other => format!("{other:?}"),
        };
        // What was not understood is the same in each.
        let is_understood = |note: &&Note| !matches!(note, Note::OfferNotFound { .. } | Note::AsRead { .. });
        incoming.notes.iter().filter(is_understood).map(line).collect()
    };
    let notes = [FRENCH, CHINESE].map(|text| told(&imported_for(text.as_bytes(), None)).join("\n"));
    insta::assert_snapshot!(notes.join("\n\n"), @"
    Office 365 Entreprise E3 → 796B6B5F: The page in English, French and Chinese (Partner Center operated by 21Vianet)
    Office 365 entreprise → 5C9FD4CC: A machine translation on the French page: Office 365 Business is meant, not an Enterprise plan.

    Office 365 企业版 E3 → 796B6B5F: The page in English, French and Chinese (Partner Center operated by 21Vianet)
    Office 365 商业版 → 5C9FD4CC: The page in English, French and Chinese (Partner Center operated by 21Vianet)
    商业高级版 → 031C9E47: The page in English, French and Chinese (Partner Center operated by 21Vianet)
    ");
}

#[test]
fn an_offer_is_known_by_its_id_before_its_name_and_not_known_by_a_name_that_two_share() {
    let mut names = OfferNames::builtin().unwrap();
    let mut resolve = |id: &str, name: &str| names.resolve(id, name).map(|id| id.to_string());
    assert_eq!(resolve("of-another-list", "Office 365 Business").as_deref(), Some("of-another-list"));
    assert_eq!(resolve("", " office 365 PROPLUS ").as_deref(), Some("BE57FF4C-100C-4F1F-B82D-F1C5AB63A665"));
    assert_eq!(resolve("", "OFFICE 365 E1").as_deref(), Some("91FD106F-4B2C-4938-95AC-F54F74E9A239"));
    assert_eq!(resolve("", ""), None);
    assert_eq!(resolve("", "Business"), None);
    let catalog = upgrade_desk::storage::builtin_catalog().unwrap();
    for offer in &catalog.offers {
        let same: Vec<_> = catalog.offers.iter().filter(|other| other.name == offer.name).collect();
        let in_table = catalog.names.iter().find(|names| names.en == offer.name);
        let expected =
            in_table.map(|names| names.offer.to_string()).or((same.len() == 1).then(|| offer.id.to_string()));
        assert_eq!(resolve("", &offer.name), expected, "{}", offer.name);
    }
}

#[test]
fn with_its_customer_said_the_list_is_placed_and_is_that_customers_in_full() {
    let incoming = imported_for(ENGLISH.as_bytes(), Some("c-1"));
    assert!(incoming.unplaced.is_empty() && !incoming.asks.customer);
    let customer = incoming.portfolio.customers.at(0).unwrap();
    assert_eq!((customer.id.as_str(), customer.subscriptions.len()), ("c-1", 4));
    assert_eq!(incoming.lists, Lists { customers: false, subscriptions: true });
}

#[test]
fn a_partner_who_is_not_known_sells_nothing() {
    let incoming = imported(ENGLISH.as_bytes());
    assert_eq!(incoming.unplaced[0].channel, Channel::OtherReseller("Fabrikam".to_owned()));
    assert_eq!(incoming.unplaced[3].channel, Channel::NotKnown);
}

#[test]
fn words_of_a_status_are_understood_in_every_language() {
    for (word, status) in [
        ("Active", Status::Active),
        ("ACTIF", Status::Active),
        ("活动", Status::Active),
        ("Annule", Status::Deleted),
        ("Supprimé", Status::Deleted),
        ("已删除", Status::Deleted),
        ("已暂停", Status::Suspended),
        ("none", Status::Unset),
        ("", Status::Unset),
        (" In review ", Status::Other("In review".to_owned())),
    ] {
        assert_eq!(exchange::said::status(word), status, "{word}");
    }
}

#[test]
fn rows_in_error_are_told_corrected_and_imported_again() {
    let text = "订阅 ID,订阅,数量,状态\ns-1,Office 365 商业版,many,活动\n,Office 365 商业版,1,活动\ns-3,\"=x, y\",,活动\ns-4,a,4,活动\ns-5,b\n";
    let incoming = imported(text.as_bytes());
    assert_eq!(incoming.unplaced.len(), 1);
    let faults: Vec<_> =
        incoming.faults.rows.iter().map(|fault| (fault.line, &*fault.column, &fault.reason, &*fault.value)).collect();
    let count = FaultReason::CellCount { cells: 2, header: 4 };
    assert_eq!(
        faults,
        [
            (2, "数量", &FaultReason::NotANumber, "many"),
            (3, "订阅 ID", &FaultReason::Missing, ""),
            (4, "数量", &FaultReason::Missing, ""),
            (6, "", &count, ""),
        ]
    );
    let faulty = faulty_rows(&incoming.recognized.header, &incoming.faults, |fault| format!("{:?}", fault.reason));
    let again = imported(faulty.as_bytes());
    assert_eq!(again.recognized.format, "subscriptions");
    assert_eq!(again.recognized.header, incoming.recognized.header);
    let cells = |incoming: &Incoming| incoming.faults.rows.iter().map(|fault| fault.cells.clone()).collect::<Vec<_>>();
    assert_eq!(cells(&again), cells(&incoming));
    let corrected = faulty
        .replace("many", "7")
        .replace("Missing,,", "Missing,s-2,")
        .replace("y\",,", "y\",3,")
        .replace("s-5,b", "s-5,b,5,活动");
    let corrected = imported(corrected.as_bytes());
    assert!(corrected.faults.is_empty(), "{:?}", corrected.faults);
    let quantities: Vec<_> = corrected.unplaced.iter().map(|one| (one.id.as_str(), one.quantity)).collect();
    assert_eq!(quantities, [("s-1", 7), ("s-2", 1), ("s-3", 3), ("s-5", 5)]);
    assert_eq!(corrected.unplaced[2].offer_name.as_ref(), "=x, y");
}
