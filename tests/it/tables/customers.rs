//! Partner Center's list of customers, in three languages and whatever it is written in.

use upgrade_desk::exchange::incoming::{FaultReason, Lists, Supplied};
use upgrade_desk::exchange::merge::Field;
use upgrade_desk::exchange::source::{Encoding, HeaderLanguage};

use super::made::{encoded, imported, read, workbook};

const ENGLISH: &str = include_str!("../../fixtures/import/customers-en.csv");
const FRENCH: &str = include_str!("../../fixtures/import/customers-fr.csv");
const CHINESE: &str = include_str!("../../fixtures/import/customers-zh.csv");

#[test]
fn the_list_comes_in_whatever_it_is_written_in() {
    let expected = imported(ENGLISH.as_bytes()).portfolio.customers;
    let shown: Vec<String> = expected
        .iter()
        .map(|one| {
            let tail = &one.id.as_str()[34..];
            let (domain, relationship) = (one.domain.as_deref().unwrap_or("-"), one.relationship.as_deref());
            format!("{tail} {} {domain} {}", one.company_name, relationship.unwrap_or("-"))
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @"
    01 Contoso (Shanghai) contoso.partner.onmschina.cn Cloud Reseller
    02 四方咖啡 fourthcoffee.partner.onmschina.cn Cloud Reseller
    03 Société Wingtip wingtiptoys.partner.onmschina.cn Cloud Reseller
    ");
    for (text, language) in
        [(ENGLISH, HeaderLanguage::English), (FRENCH, HeaderLanguage::French), (CHINESE, HeaderLanguage::Chinese)]
    {
        let same = |bytes: &[u8], how: &str| {
            let incoming = imported(bytes);
            assert_eq!(incoming.recognized.format, "customers", "{how}");
            assert_eq!(incoming.recognized.language, Some(language), "{how}");
            assert_eq!(incoming.portfolio.customers.len(), expected.len(), "{how}");
            for (customer, expected) in incoming.portfolio.customers.iter().zip(&expected) {
                assert_eq!((&customer.id, &customer.company_name), (&expected.id, &expected.company_name), "{how}");
                assert_eq!(customer.domain, expected.domain, "{how}");
            }
            assert!(incoming.faults.is_empty());
        };
        for encoding in Encoding::ALL {
            for marked in [true, false] {
                same(&encoded(text, encoding, marked), encoding.name());
                same(&encoded(&text.replace(',', ";"), encoding, marked), encoding.name());
            }
        }
        let table = read(text.as_bytes());
        let rows = table.rows.iter().map(|row| row.cells.clone());
        same(&workbook(&std::iter::once(table.header.clone()).chain(rows).collect::<Vec<_>>()), "a workbook");
    }
}

#[test]
fn columns_may_stand_anywhere_and_others_are_passed_over() {
    let text = "Tags,PRIMARY DOMAIN NAME,microsoft id,company  name\nx,a.cn,1,Contoso\ny,b.cn,,Wingtip\n";
    let incoming = imported(text.as_bytes());
    let customer = incoming.portfolio.customers.at(0).unwrap();
    assert_eq!(
        (customer.id.as_str(), &*customer.company_name, customer.domain.as_deref()),
        ("1", "Contoso", Some("a.cn"))
    );
    let fields = [Field::CompanyName, Field::Domain].into_iter().collect();
    assert_eq!(incoming.supplied, Supplied::These(fields));
    assert_eq!(incoming.lists, Lists { customers: true, subscriptions: false });
    let fault = &incoming.faults.rows[0];
    assert_eq!((fault.line, &*fault.column, &fault.reason), (3, "microsoft id", &FaultReason::Missing));
    assert_eq!(fault.cells, ["y", "b.cn", "", "Wingtip"]);
}
