//! Our own table in CSV and in a workbook: what it looks like, what it tells apart, and what it refuses.

use std::io::Cursor;

use insta::assert_snapshot;
use upgrade_desk::exchange::incoming::{FaultReason, Supplied};
use upgrade_desk::exchange::merge::Field;
use upgrade_desk::exchange::{
    self, Aside, Beside, Choices, ExchangeError, Export, Incoming, Part, Row, SheetBeside, of_id, to_bytes, write,
};
use upgrade_desk::model::{
    BillingCycle, Channel, Customer, DelegatedAdmin, Family, Id, Portfolio, Status, Subscription,
};
use uuid::Uuid;

use super::holding;

const FORMATS: [&str; 2] = ["csv", "xlsx"];

fn exported(format: &str, portfolio: &Portfolio) -> Vec<u8> {
    to_bytes(of_id(format).unwrap(), portfolio, Uuid::nil()).unwrap()
}

fn imported(bytes: &[u8]) -> Incoming {
    exchange::read(None, &mut Cursor::new(bytes), &Choices::default()).unwrap()
}

fn contoso() -> Customer {
    let mut customer = Customer::new("c-1".into(), "Contoso (Shanghai)".to_owned());
    customer.delegated_admin = DelegatedAdmin::Families(vec![Family::Office365, Family::Azure]);
    customer.tags = vec!["east".to_owned(), "a; b".to_owned()];
    let mut subscription = Subscription::new("s-1".into(), 25);
    subscription.offer_id = Some("031C9E47-4802-4248-838E-778FB1D2CC05".into());
    subscription.offer_name = "Office 365 Business Premium".into();
    subscription.status = Status::Other("on hold".to_owned());
    subscription.billing_cycle = BillingCycle::Annual;
    subscription.channel = Channel::OtherReseller("四方咖啡".to_owned());
    subscription.created = Some("2018-09-01".parse().unwrap());
    subscription.auto_renew = Some(false);
    let other = Subscription { friendly_name: "=1+1".to_owned(), ..Subscription::new("007".into(), -3) };
    customer.subscriptions = vec![subscription, other];
    customer
}

/// What is said beside begins like a formula.
struct Formulas([String; 1]);

impl Beside for Formulas {
    fn headers(&self) -> &[String] {
        &self.0
    }

    fn sheets(&self) -> Vec<SheetBeside> {
        Vec::new()
    }

    fn of<'a>(&'a mut self, customer: &'a Customer, _: bool) -> Aside<'a> {
        let cells = customer.subscriptions.iter().map(|record| vec![format!("={}", record.id)]);
        Aside { cells: cells.collect(), rows: Vec::new() }
    }

    fn closing(&mut self) -> Vec<Vec<Row<'static>>> {
        Vec::new()
    }
}

fn with_formulas(format: &str, portfolio: &Portfolio) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut export = Export { portfolio, only: None, beside: &mut Formulas(["verdict".to_owned()]) };
    write(of_id(format).unwrap(), Uuid::nil(), &mut export, &mut bytes, &mut |_, _| true).unwrap();
    bytes
}

#[test]
fn a_row_is_a_subscription_with_its_customer_before_it_and_the_verdict_behind_it() {
    let portfolio = holding(vec![contoso(), Customer::new("c-2".into(), "Wingtip Toys".to_owned())]);
    let bytes = with_formulas("csv", &portfolio);
    let text = String::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
    assert_snapshot!(text.replace("\r\n", "\n"));
    for format in FORMATS {
        let bytes = with_formulas(format, &portfolio);
        let incoming = imported(&bytes);
        assert_eq!(incoming.recognized.format, format);
        assert_eq!(incoming.portfolio.customers, portfolio.customers);
        assert!(incoming.faults.is_empty(), "{:?}", incoming.faults);
        let Supplied::These(fields) = incoming.supplied else { panic!("a table is no whole portfolio") };
        assert_eq!(fields.len(), 21);
    }
}

/// What spreadsheets run, change, cut or leave out, each in every field that takes a text.
const TEXTS: [&str; 34] = [
    "",
    " ",
    "=1+1",
    "'=1+1",
    "''=1+1",
    "+1",
    "-1",
    "- vip",
    "@x",
    "\tx",
    "\0",
    "'",
    "\"",
    "\"\"",
    "\"quoted\"",
    "007",
    "1E5",
    "E3",
    "1/2/2018",
    "Mar 5",
    "5 mars",
    "2018年1月5日",
    "true",
    "50%",
    "12345678901234567890",
    "a\r\nb",
    "a\nb",
    "a;b; \"c\"",
    "_x000D_",
    "\u{2028}",
    "\u{feff}x",
    "\u{fffe}",
    " spaces ",
    "四方咖啡 😀",
];

#[test]
fn every_text_comes_back_to_the_letter_and_none_is_not_empty() {
    for text in TEXTS {
        let mut customer = Customer::new(Id::new(text), text.to_owned());
        customer.domain = Some(text.to_owned());
        customer.tags = vec![text.to_owned(), "x".to_owned(), text.to_owned()];
        customer.notes = text.to_owned();
        let mut subscription = Subscription::new(Id::new(text), i64::MIN);
        subscription.offer_id = Some(Id::new(text));
        subscription.offer_name = text.into();
        subscription.assigned = Some(i64::MAX);
        subscription.status = Status::Other(text.to_owned());
        subscription.billing_cycle = BillingCycle::Other(text.to_owned());
        subscription.channel = Channel::OtherReseller(text.to_owned());
        subscription.created = Some("0001-01-01".parse().unwrap());
        subscription.commitment_end = Some("9999-12-31".parse().unwrap());
        customer.subscriptions = vec![subscription];
        let portfolio = holding(vec![customer]);
        for format in FORMATS {
            let incoming = imported(&exported(format, &portfolio));
            assert!(incoming.faults.is_empty(), "{format} {text:?}: {:?}", incoming.faults);
            assert_eq!(incoming.portfolio.customers, portfolio.customers, "{format} {text:?}");
        }
    }
}

#[test]
fn no_cell_of_the_csv_begins_like_a_formula() {
    for text in TEXTS {
        let customer = Customer { notes: text.to_owned(), ..Customer::new("c".into(), text.to_owned()) };
        let bytes = exported("csv", &holding(vec![customer]));
        let mut reader = csv::Reader::from_reader(&bytes[3..]);
        for cell in reader.records().next().unwrap().unwrap().iter() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']), "{cell:?}");
        }
    }
}

#[test]
fn what_a_person_deleted_added_or_sorted_is_read_all_the_same() {
    let text =
        "Subscription,CUSTOMER,company_name,my own,quantity\r\ns-2,C,Contoso,x,2\r\ns-1,D,Fabrikam,,1\r\ns-3,c,,,3\r\n";
    let incoming = imported(text.as_bytes());
    assert!(incoming.faults.is_empty(), "{:?}", incoming.faults);
    let said: Vec<String> = incoming
        .portfolio
        .customers
        .iter()
        .map(|customer| {
            let ids: Vec<String> = customer.subscriptions.iter().map(|record| record.id.to_string()).collect();
            format!("{} {} {}", customer.id, customer.company_name, ids.join(" "))
        })
        .collect();
    assert_eq!(said, ["C Contoso s-2 s-3", "D Fabrikam s-1"]);
    assert_eq!(incoming.supplied, Supplied::These([Field::CompanyName, Field::Quantity].into_iter().collect()));
}

#[test]
fn a_row_in_error_is_named_with_all_that_is_wrong_in_it_and_the_others_come_in() {
    let text = "customer,company_name,subscription,quantity,trial,created,delegated_admin\n\
        C,Contoso,s-1,many,perhaps,2018-02-30,sometimes\n\
        C,Contoso,s-2,2,yes,2018-02-28,All\n\
        C,Fabrikam,s-3,3,no,,\n\
        ,Nobody,s-4,1,,,\n\
        C,Contoso,,5,,,\n\
        C,Contoso,s-5,,,,\n";
    let incoming = imported(text.as_bytes());
    let faults: Vec<String> = incoming
        .faults
        .rows
        .iter()
        .map(|fault| format!("{} {} {:?} {:?}", fault.line, fault.column, fault.reason, fault.value))
        .collect();
    assert_snapshot!(faults.join("\n"), @r#"
    2 quantity NotANumber "many"
    2 trial NotYesOrNo "perhaps"
    2 created NotADate "2018-02-30"
    2 delegated_admin NotPrivileges "sometimes"
    4 company_name Contradicts { line: 3 } "Fabrikam"
    6 subscription NoSubscription ""
    7 quantity Missing ""
    "#);
    let ids: Vec<String> =
        incoming.portfolio.customers.at(0).unwrap().subscriptions.iter().map(|record| record.id.to_string()).collect();
    assert_eq!((ids.join(" ").as_str(), incoming.unplaced.len()), ("s-2", 1));
    assert_eq!(incoming.faults.rows[0].reason, FaultReason::NotANumber);
}

#[test]
fn a_text_that_a_workbook_would_cut_is_refused_and_csv_holds_it() {
    let long = "é".repeat(32_768);
    let customer = |notes: &str| holding(vec![Customer { notes: notes.to_owned(), ..contoso() }]);
    let refused = to_bytes(of_id("xlsx").unwrap(), &customer(&long), Uuid::nil());
    let expected = ExchangeError::TooLong { row: 2, column: "notes".to_owned(), characters: 32_768, most: 32_767 };
    assert_eq!(refused, Err(expected));
    let fits = customer(&long.chars().take(32_767).collect::<String>());
    assert_eq!(imported(&exported("xlsx", &fits)).portfolio.customers, fits.customers);
    let whole = customer(&long);
    assert_eq!(imported(&exported("csv", &whole)).portfolio.customers, whole.customers);
}

#[test]
fn what_a_table_has_no_place_for_is_named() {
    let mut portfolio = holding(vec![contoso()]);
    let csv = of_id("csv").unwrap();
    assert_eq!(csv.leaves_out(&portfolio), []);
    portfolio.partner.name = "Proseware".to_owned();
    assert_eq!(csv.leaves_out(&portfolio), [Part::Partner]);
    assert_eq!(of_id("ron").unwrap().leaves_out(&portfolio), []);
}

#[test]
fn the_same_portfolio_gives_the_same_bytes() {
    let portfolio = holding(vec![contoso()]);
    for format in FORMATS {
        assert!(exported(format, &portfolio) == exported(format, &portfolio), "{format}");
    }
}
