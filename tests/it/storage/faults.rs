//! What cannot be read is refused, with line, column, path and what was expected.

use insta::assert_snapshot;
use upgrade_desk::model::{Id, Portfolio};
use upgrade_desk::storage::{
    EncodeError, LONGEST_TEXT, LoadError, Position, Screen, TextEncoding, decode, decode_json, encode_checked,
};
use uuid::Uuid;

use super::{FIXTURE, ID, faults, loaded, with_customer, with_subscription};

#[test]
fn no_truncation_opens_or_panics() {
    let end = FIXTURE.trim_end().len();
    for length in (0..end).filter(|length| FIXTURE.is_char_boundary(*length)) {
        assert!(decode(&FIXTURE.as_bytes()[..length]).is_err(), "{length} bytes open");
    }
}

#[test]
fn an_empty_file_is_damaged_and_never_new() {
    for bytes in [&b""[..], b"  \r\n", b"\xEF\xBB\xBF", b"\xEF\xBB\xBF\n"] {
        assert_eq!(decode(bytes), Err(LoadError::Empty));
        assert_eq!(decode_json(bytes), Err(LoadError::Empty));
    }
}

#[test]
fn byte_order_marks_and_utf_16_are_read() {
    let expected = loaded(FIXTURE).portfolio;
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(FIXTURE.replace('\n', "\r\n").bytes());
    // A line break inside a string stands escaped in the fixture, so CRLF changes nothing.
    assert_eq!(decode(&marked).unwrap().portfolio, expected);
    let units: Vec<u16> = std::iter::once(0xFEFF).chain(FIXTURE.encode_utf16()).collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    assert_eq!(decode(&little).unwrap().portfolio, expected);
    assert_eq!(decode(&big).unwrap().portfolio, expected);
    assert_eq!(decode(&little[2..]), Err(LoadError::UnmarkedUtf16));
    assert_eq!(decode(&big[2..]), Err(LoadError::UnmarkedUtf16));
    let odd = decode(&little[..little.len() - 1]).unwrap_err();
    assert!(matches!(odd, LoadError::NotText { encoding: TextEncoding::Utf16, .. }), "{odd}");
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_position() {
    let error = decode(b"(format: 1,\n  id: \"\xE9\xFF\")").unwrap_err();
    assert_snapshot!(error, @"the text is not valid UTF-8, at byte 19 (line 2, column 8)");
}

#[test]
fn zeros_in_a_text_are_named_by_their_position() {
    let error = decode(b"(format: 1,\n  id: \"\0\0\")").unwrap_err();
    assert_snapshot!(error, @"there are zero bytes where there should be text, from byte 19 (line 2, column 8)");
    assert_eq!(decode(&[0; 64]), Err(LoadError::Zeros { offset: 0, position: Position { line: 1, column: 1 } }));
    let wide: Vec<u8> = "\u{feff}(\n\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&wide), Err(LoadError::Zeros { offset: 6, position: Position { line: 2, column: 1 } }));
    // What comes first is what is said.
    assert!(matches!(decode(b"(\xFF\0"), Err(LoadError::NotText { offset: 1, .. })));
    // Whoever writes one as an escape means it.
    assert_eq!(loaded(&with_customer("notes: \"a\\u{0}b\"")).portfolio.customers.at(0).unwrap().notes, "a\0b");
}

/// How many pieces of a mebibyte are read.
fn pieces_read(mut screen: Screen, piece: &[u8]) -> usize {
    let piece = piece.repeat((1 << 20) / piece.len());
    (1..=1024).find(|_| !screen.goes_on(&piece)).unwrap_or(1024)
}

#[test]
fn what_is_largely_no_text_is_not_read_to_its_end() {
    let all = 1024;
    assert_eq!(pieces_read(Screen::portfolio(), b"(format: 1, ) //"), all);
    assert_eq!(pieces_read(Screen::portfolio(), "四方咖啡".as_bytes()), all);
    assert_eq!(pieces_read(Screen::portfolio(), &[0; 16]), 16);
    assert_eq!(pieces_read(Screen::portfolio(), b"\xE9\xFF\xFF\xFF"), 16);
    let marked = |text: &[u8]| {
        let mut screen = Screen::portfolio();
        assert!(screen.goes_on(b"\xFF\xFE"));
        pieces_read(screen, text)
    };
    assert_eq!(marked(b"(\0a\0"), all);
    assert_eq!(marked(&[0; 16]), 16);
    assert_eq!(marked(b"\0\xD8"), 16);
    // A file of which nobody knows yet what it is can be in any encoding, or an archive.
    assert_eq!(pieces_read(Screen::source(), &[0; 16]), 16);
    assert_eq!(pieces_read(Screen::source(), b"(\0a\0b\0c\0"), all);
    assert_eq!(pieces_read(Screen::source(), b"\xE9\xFF\xFF\xFF"), all);
    let mut archive = Screen::source();
    assert!(archive.goes_on(b"PK\x03\x04"));
    assert_eq!(pieces_read(archive, &[0; 16]), all);
}

#[test]
fn faults_name_line_column_path_and_what_was_expected() {
    assert_snapshot!(faults(&with_subscription("trial: true")), @"expected `Some(…)` or `None`, at line 6, column 36, customers[0].subscriptions[0].trial");
    assert_snapshot!(faults(FIXTURE.split_once("quantity").map_or("", |(start, _)| start)), @"the text ends early, at line 37, column 145, customers[0].subscriptions[0]");
    assert_snapshot!(faults(&with_subscription("parent_id: Some(5)")), @"expected a text in quotes, at line 6, column 46, customers[0].subscriptions[0].parent_id");
    assert_snapshot!(faults(&with_subscription("status: 5")), @"expected a name, found `5`, at line 6, column 38, customers[0].subscriptions[0].status");
    assert_snapshot!(faults(&with_subscription("assigned: Some(\"x\")")), @"expected a whole number, at line 6, column 45, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("assigned: Some(1.5)")), @"expected `)`, at line 6, column 46, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("assigned: Some(NaN)")), @"expected a whole number, at line 6, column 45, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("assigned: Some(99999999999999999999)")), @"the number is too large or too small, at line 6, column 45, customers[0].subscriptions[0].assigned");
    assert_snapshot!(faults(&with_subscription("trial: Some(true), trial: Some(true)")), @"the field `trial` of Subscription is there twice, at line 6, column 49, customers[0].subscriptions[0]");
    assert_snapshot!(faults(&with_customer("subscriptions: [(id: \"s\")]")), @"the field `quantity` of Subscription is missing, at line 5, column 64, customers[0].subscriptions[0]");
    assert_snapshot!(faults("(format: 1, id: 7)"), @"expected a text in quotes, at line 1, column 16, id");
    assert_snapshot!(faults(&format!("({ID})")), @"the field `format` of Portfolio is missing, at line 1, column 44");
    assert_snapshot!(faults(&format!("(format: 0, {ID})")), @"there is no format 0; the first is 1");
    assert_snapshot!(faults(&format!("(format: 1, {ID}) more")), @"there is more text behind the end, at line 1, column 56");
}

#[test]
fn faults_in_json_name_them_too() {
    let text = "{\"format\": 1, \"id\": \"0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b\",\n \"customers\": [{\"id\": \"c\", \
                \"company_name\": \"\", \"subscriptions\": [{\"id\": \"s\", \"quantity\": 1.5}]}]}";
    assert_snapshot!(decode_json(text.as_bytes()).unwrap_err(), @"expected a whole number, found `1.5`, at line 2, column 92, customers[0].subscriptions[0].quantity");
}

#[test]
fn all_values_that_cannot_be_held_are_named_at_once() {
    let text = with_subscription("created: Some(\"2018-02-30\"),\n        suspended_on: Some(\"yesterday\")");
    let text = text.replace("0b9f6a52", "not-one");
    assert_snapshot!(faults(&text), @r"
    “not-one-3c41-4d8e-9a77-5d1c2e3f4a5b” is not a portfolio id; expected a UUID, at line 3, column 7, id
    “2018-02-30” is not a day; expected one that exists, as YYYY-MM-DD, at line 6, column 39, customers[0].subscriptions[0].created
    “yesterday” is not a day; expected one that exists, as YYYY-MM-DD, at line 7, column 23, customers[0].subscriptions[0].suspended_on
    ");
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("(", ")"), ("Some(", ")")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for text in
            [deep.clone(), with_subscription(&format!("later: {deep}")), with_subscription(&format!("status: {deep}"))]
        {
            assert!(decode(text.as_bytes()).is_err());
        }
    }
    let deep = format!("{{\"format\":1,\"later\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(decode_json(deep.as_bytes()).is_err());
}

#[test]
fn a_text_that_is_too_long_is_refused_with_its_place() {
    let long = "x".repeat(LONGEST_TEXT + 1);
    let said = |text: &str| faults(text).replace(&long, "…");
    let fields = |field: &str| said(&with_customer(field));
    assert_snapshot!(fields(&format!("notes: \"{long}\"")), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 5, column 48, customers[0].notes");
    assert_snapshot!(fields(&format!("notes: \"\\n{}\"", &long[1..])), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 5, column 50, customers[0].notes");
    assert_snapshot!(fields(&format!("domain: Some(\"{long}\")")), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 5, column 54, customers[0].domain");
    assert_snapshot!(fields(&format!("tags: [\"a\", \"{long}\"]")), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 5, column 53, customers[0].tags[1]");
    assert_snapshot!(fields(&format!("delegated_admin: Families([\"{long}\"])")), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 5, column 1048647, customers[0].delegated_admin");
    assert_snapshot!(said(&with_subscription(&format!("status: Other(\"{long}\")"))), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 6, column 1048623, customers[0].subscriptions[0].status");
    let json = format!("{{\"format\": 1, \"id\": \"\", \"rules\": \"{long}\"}}");
    assert_snapshot!(decode_json(json.as_bytes()).unwrap_err(), @"a text of 1048577 bytes is too long; at most 1048576 are read, at line 1, column 1048612, rules");

    // What no person wrote is not written either: the file would not open again.
    let mut portfolio = Portfolio::new(Uuid::nil());
    portfolio.rules = long;
    assert!(matches!(encode_checked(&portfolio), Err(EncodeError::NotReadBack(LoadError::Faults(_)))));
}

#[test]
fn a_text_of_the_greatest_length_is_read() {
    let id = "x".repeat(LONGEST_TEXT);
    let text = with_customer("").replacen("\"c\"", &format!("\"{id}\""), 1);
    assert_eq!(loaded(&text).portfolio.customers.as_slice()[0].id, Id::from(id));
}

#[test]
fn a_variant_that_is_not_known_lends_its_place_to_no_later_fault() {
    let text = with_subscription("status: Frozen, channel: Shop(\"x\"), trial: 5");
    assert_snapshot!(faults(&text), @"expected `Some(…)` or `None`, at line 6, column 72, customers[0].subscriptions[0].trial");
}
