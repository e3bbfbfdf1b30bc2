//! What is read of a damaged file is what was in it: whole records, each as it was, and none that was not there.

use proptest::prelude::*;
use upgrade_desk::model::{Customer, Partner, Portfolio};
use upgrade_desk::storage::{LoadError, Position, Salvaged, decode, encode, salvage};
use uuid::Uuid;

use super::round_trip::small;
use super::{FIXTURE, loaded};
use crate::cases::config;
use crate::given;

/// A portfolio of five customers, each with two subscriptions, and of everything else.
fn five() -> Portfolio {
    let mut portfolio = small();
    let first = portfolio.customers.as_slice()[0].clone();
    let customer = |at: usize| {
        let mut customer = Customer::clone(&first);
        customer.id = format!("c-{at}").into();
        customer.company_name = format!("Customer {at}");
        customer.notes = "A (remark), with [brackets] and \"quotes\"\nand a second line".to_owned();
        customer
    };
    portfolio.customers = (0..5).map(customer).collect();
    portfolio
}

#[track_caller]
fn salvaged(text: &str) -> Salvaged {
    assert!(decode(text.as_bytes()).is_err(), "it opens");
    salvage(text.as_bytes()).unwrap_or_else(|| panic!("nothing can be read"))
}

/// Which of the five customers were read; each has to be as it was.
#[track_caller]
fn read(salvaged: &Salvaged) -> Vec<String> {
    let five = five();
    for customer in &salvaged.portfolio.customers {
        assert_eq!(Some(customer), five.customers.get(&customer.id));
    }
    salvaged.portfolio.customers.iter().map(|customer| customer.id.to_string()).collect()
}

/// Whether everything but the customers is as it was.
#[track_caller]
fn the_rest_is_there(salvaged: &Salvaged) {
    let Portfolio { id, rules, partner, offers, customers: _, upgrades, history, answers } = five();
    let found = salvaged.portfolio.clone();
    assert_eq!((found.id, found.rules, found.partner), (id, rules, partner));
    assert_eq!((found.offers, found.upgrades, found.history), (offers, upgrades, history));
    assert_eq!(found.answers, answers);
}

#[test]
fn a_broken_record_is_left_out_and_counted() {
    let text = encode(&five()).unwrap();
    for (from, to) in [
        ("\"Customer 2\"", "42"),
        ("company_name: \"Customer 2\",", ""),
        ("company_name: \"Customer 2\"", "company_nane: \"Customer 2\""),
        ("company_name: \"Customer 2\",", "company_name: \"Customer 2\", color: \"red\","),
        ("company_name: \"Customer 2\",", "company_name: \"Customer 2\"; "),
    ] {
        let broken = text.replace(from, to);
        assert_ne!(broken, text);
        let found = salvage(broken.as_bytes()).unwrap();
        assert_eq!(read(&found), ["c-0", "c-1", "c-3", "c-4"], "{to}");
        assert_eq!(found.customers_lost, Some(1), "{to}");
        the_rest_is_there(&found);
    }
    let text = text.replacen("quantity: 25", "quantity: many", 1).replace("\"Customer 4\"", "Customer 4");
    let found = salvaged(&text);
    assert_eq!((read(&found), found.customers_lost), (["c-1", "c-2", "c-3"].map(String::from).to_vec(), Some(2)));
}

#[test]
fn brackets_and_quotes_that_are_gone_cost_their_record_alone() {
    let text = encode(&five()).unwrap();
    for (from, to) in [
        ("company_name: \"Customer 2\"", "company_name: \"Customer 2"),
        ("company_name: \"Customer 2\"", "company_name: Customer 2\""),
        ("(\n      id: \"c-2\"", "\n      id: \"c-2\""),
        ("company_name: \"Customer 2\",", "company_name: \"Customer 2\", tags: [,"),
        ("company_name: \"Customer 2\",", "company_name: \"Customer 2\"])), "),
        ("company_name: \"Customer 2\",", "/* company_name: \"Customer 2\","),
        ("company_name: \"Customer 2\",", "company_name: r##\"Customer 2\"#,"),
    ] {
        let broken = text.replace(from, to);
        assert_ne!(broken, text);
        let found = salvaged(&broken);
        assert_eq!(read(&found), ["c-0", "c-1", "c-3", "c-4"], "{to}");
        assert!(found.customers_lost.is_none_or(|lost| lost == 1), "{to}");
        the_rest_is_there(&found);
    }
    // Where the bracket is one too many, the record itself is whole.
    let found = salvaged(&text.replace("(\n      id: \"c-2\"", "((\n      id: \"c-2\""));
    assert_eq!(read(&found).len(), 5);
    the_rest_is_there(&found);
}

#[test]
fn a_record_with_a_word_or_a_day_that_is_not_known_is_left_out() {
    let text = encode(&five()).unwrap();
    for (from, to) in [("status: Active", "status: Bctive"), ("2018-02-28", "2018-02-38")] {
        let found = salvage(text.replacen(from, to, 1).as_bytes()).unwrap();
        assert_eq!((read(&found).len(), found.customers_lost), (4, Some(1)), "{to}");
        assert!(found.portfolio.customers.get(&"c-0".into()).is_none());
    }
}

#[test]
fn brackets_that_match_by_chance_hide_no_record() {
    // Two quotes are gone, so that what stands between them is taken for the other of text and string.
    let text = "(format: 1, customers: [(id: \"a\", company_name: \"A), (id: \"b\", company_name: \"B\"), \
                (id: \"c\", company_name: C\"), (id: \"d\", company_name: \"D\")])";
    let found = salvaged(text);
    let ids: Vec<&str> = found.portfolio.customers.iter().map(|customer| customer.id.as_str()).collect();
    assert_eq!((ids, found.customers_lost), (vec!["b", "d"], None));
}

#[test]
fn a_file_that_ends_early_gives_what_stands_before() {
    let text = encode(&five()).unwrap();
    let at = text.find("Customer 3").unwrap();
    let found = salvaged(&text[..at]);
    assert_eq!((read(&found), found.customers_lost), (["c-0", "c-1", "c-2"].map(String::from).to_vec(), None));
    assert_eq!((found.portfolio.id, found.portfolio.offers), (five().id, five().offers));
    let line = text[..text.find("\"c-3\"").unwrap()].lines().count() - 2;
    assert_eq!(found.ends_at, Position { line, column: 6 });
    for length in 0..text.len() {
        let Some(found) = salvage(&text.as_bytes()[..length]) else { continue };
        let ids = read(&found);
        assert_eq!(ids, ["c-0", "c-1", "c-2", "c-3", "c-4"][..ids.len()]);
        assert!(ids.len() == 5 || found.customers_lost.is_none());
    }
}

#[test]
fn a_file_that_begins_late_gives_what_stands_behind() {
    let text = encode(&five()).unwrap();
    let found = salvaged(&text[text.find("Customer 1").unwrap()..]);
    assert_eq!((read(&found), found.customers_lost), (["c-2", "c-3", "c-4"].map(String::from).to_vec(), None));
    assert_eq!((found.portfolio.id, found.portfolio.partner), (Uuid::nil(), Partner::default()));
    assert_eq!(found.portfolio.history, five().history);
}

#[test]
fn a_record_with_bytes_that_are_no_text_is_left_out() {
    let text = encode(&five()).unwrap().into_bytes();
    let name = text.windows(10).position(|window| window == b"Customer 3").unwrap();
    for junk in [&b"\xff"[..], b"\xe5\x9b", b"\0\0\0\0", &[0xE9; 10]] {
        let mut broken = text.clone();
        broken.splice(name..name + 10, junk.iter().copied());
        if junk[0] != 0 {
            assert!(matches!(decode(&broken), Err(LoadError::NotText { .. })));
            let found = salvage(&broken).unwrap();
            assert_eq!(read(&found), ["c-0", "c-1", "c-2", "c-4"]);
            assert_eq!(found.customers_lost, Some(1));
            the_rest_is_there(&found);
        }
    }
    let zeros = [&text[..name], &[0; 512], &text[name + 512..]].concat();
    assert!(read(&salvage(&zeros).unwrap()).len() >= 3);
}

#[test]
fn other_lists_are_read_where_they_are_whole() {
    let text = encode(&five()).unwrap();
    let found = salvaged(&text.replace("minimum: 1", "minimum: one").replace("licenses: 25", "licenses: all"));
    assert_eq!((found.portfolio.offers, found.portfolio.upgrades), (Vec::new(), Vec::new()));
    assert_eq!((found.portfolio.history, found.customers_lost), (five().history, Some(0)));
    let found = salvaged(&text.replace("role: AdminAgent", "role: "));
    assert_eq!(found.portfolio.partner, Partner::default());
    let found = salvaged(&text.replace("id: \"0b9f6a52", "id: \"0b9f6a5"));
    assert_eq!(found.portfolio.id, Uuid::nil());
    assert_eq!(read(&found).len(), 5);
}

#[test]
fn other_layouts_are_read_too() {
    let found = salvage(FIXTURE.as_bytes()).unwrap();
    assert_eq!(found.portfolio, loaded(FIXTURE).portfolio);
    let line: String =
        encode(&five()).unwrap().lines().take_while(|line| !line.starts_with("//")).map(str::trim).collect();
    let found = salvaged(&line.replace("company_name: \"Customer 2\"", "company_name: "));
    assert_eq!((read(&found).len(), found.customers_lost), (4, Some(1)));
    the_rest_is_there(&found);
    let utf16 = line.replace("company_name: \"Customer 2\"", "company_name: ");
    let utf16: Vec<u8> = [0xFE, 0xFF].into_iter().chain(utf16.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(salvage(&utf16).map(|found| read(&found).len()), Some(4));
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", " \n", "(", "hello", "customers: [", "customers: [()]", "{\"customers\": [{\"id\": \"c\"}]}"] {
        assert_eq!(salvage(text.as_bytes()), None, "{text}");
    }
    assert_eq!(salvage(encode(&Portfolio::new(Uuid::nil())).unwrap().as_bytes()), None);
    assert_eq!(salvage(&[0xFF, 0xFE]), None);
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_whole_file_is_salvaged_whole(portfolio in given::portfolio()) {
        let text = encode(&portfolio).unwrap();
        match salvage(text.as_bytes()) {
            None => prop_assert!(portfolio.customers.is_empty()),
            Some(found) => {
                prop_assert_eq!(found.portfolio, portfolio);
                prop_assert_eq!(found.customers_lost, Some(0));
            }
        }
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = salvage(&bytes);
    }

    #[test]
    fn no_text_panics(text in "([(){}\\[\\],:\"'#r!/*a-z0-9\\\\ \n.-]|customers: \\[|\\(id: \"|company_name:){0,60}") {
        let _ = salvage(text.as_bytes());
    }
}
