//! Text as a table: encodings, separators, quotes, line breaks, and the lines that rows stand on.

use proptest::collection::vec;
use proptest::prelude::*;
use upgrade_desk::exchange::incoming::FaultReason;
use upgrade_desk::exchange::source::{Encoding, Separator};
use upgrade_desk::exchange::table::{disarmed, faulty_rows, key, rearmed};
use upgrade_desk::exchange::{Choices, ExchangeError};
use upgrade_desk::storage::LoadError;

use super::made::{encoded, read, read_with};
use crate::cases::config;
use crate::given;

const TABLE: &str = "公司名称,Domaine\r\n四方咖啡,\"a, \"\"b\"\"\r\nc\"\r\nCafé 世纪,é\r\n";

#[test]
fn every_encoding_is_recognized_with_its_mark_and_without() {
    for encoding in Encoding::ALL {
        for marked in [true, false] {
            let table = read(&encoded(TABLE, encoding, marked));
            assert_eq!(table.encoding, Some(encoding), "{marked}");
            assert_eq!(table.header, ["公司名称", "Domaine"], "{encoding:?} {marked}");
            assert_eq!(table.cells(), [["四方咖啡", "a, \"b\"\r\nc"], ["Café 世纪", "é"]], "{encoding:?} {marked}");
            assert!(table.faults.is_empty());
            assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
        }
    }
    assert_eq!(read(b"a,b\n1,2\n").encoding, Some(Encoding::Utf8), "ASCII");
    assert_eq!(read(b"a\0,\0b\0\n\0").encoding, Some(Encoding::Utf16Le));
}

#[test]
fn an_encoding_that_is_seen_late_is_seen() {
    let mut text = String::from("Name,Value\n");
    for _ in 0..20_000 {
        text.push_str("Contoso,12\n");
    }
    text.push_str("四方咖啡,1\n");
    let table = read(&encoded(&text, Encoding::Gb18030, false));
    assert_eq!(table.encoding, Some(Encoding::Gb18030));
    assert_eq!(table.rows.last().unwrap().cells, ["四方咖啡", "1"]);
}

#[test]
fn what_is_chosen_is_taken_in_place_of_what_is_recognized() {
    let bytes = encoded("a;b,c\n四方;2,3\n", Encoding::Gb18030, false);
    let choices =
        Choices { encoding: Some(Encoding::Utf8), separator: Some(Separator::Semicolon), ..Choices::default() };
    let table = read_with(&bytes, &choices).unwrap();
    assert_eq!(table.header, ["a", "b,c"]);
    assert_eq!((table.encoding, table.separator), (Some(Encoding::Utf8), Some(Separator::Semicolon)));
    assert_eq!(table.faults.rows[0].reason, FaultReason::NotText);
}

#[test]
fn a_row_whose_bytes_are_no_text_is_told_with_its_line_and_the_rest_goes_on() {
    let mut bytes = "name,n\nCafé,1\nbroken ".as_bytes().to_vec();
    bytes.extend_from_slice(&[0xFF, 0xFE, b',', b'2', b'\n']);
    bytes.extend_from_slice("四方咖啡,3\n".as_bytes());
    let table = read(&bytes);
    assert_eq!(table.encoding, Some(Encoding::Utf8));
    assert_eq!(table.cells(), [["Café", "1"], ["四方咖啡", "3"]]);
    let fault = &table.faults.rows[0];
    assert_eq!((fault.line, &fault.reason), (3, &FaultReason::NotText));
    assert!(fault.value.starts_with("broken \u{fffd}"), "{}", fault.value);
}

#[test]
fn separators_are_recognized_and_the_line_that_names_one_is_believed() {
    for (text, separator) in [
        ("a,b;c\n1,2;3\n", Separator::Comma),
        ("a;b\n\"1,1\";2\n", Separator::Semicolon),
        ("a\tb\n1,1\t2\n", Separator::Tab),
        ("only\n1\n", Separator::Comma),
        ("sep=;\r\na,x;b\r\n1,2;3\r\n", Separator::Semicolon),
        ("sep=,\r\na,b\r\n1,2\r\n", Separator::Comma),
        ("sep=\t\r\na\tb;c\r\n1\t2;3\r\n", Separator::Tab),
    ] {
        let table = read(text.as_bytes());
        assert_eq!(table.separator, Some(separator), "{text:?}");
        assert_ne!(table.header[0], "sep=", "{text:?}");
        assert_eq!(table.rows.len(), 1, "{text:?}");
        assert_eq!(table.rows[0].line, if text.starts_with("sep") { 3 } else { 2 });
    }
}

#[test]
fn lines_may_end_in_any_way_and_empty_ones_are_passed_over() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "a,b", "", "1,2", ",", "3,\"x", "y\"", "4,5"].join(end);
        let table = read(text.as_bytes());
        let broken = format!("x{end}y");
        assert_eq!(table.cells(), [["1", "2"], ["3", broken.as_str()], ["4", "5"]], "{end:?}");
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 6, 8], "{end:?}");
    }
}

#[test]
fn a_row_of_another_length_is_told() {
    let table = read(b"a,b,\n1\n2,3,4\n5,6,\n7,8\n");
    assert_eq!(table.cells(), [["5", "6"], ["7", "8"]]);
    let faults: Vec<(u64, &FaultReason)> = table.faults.rows.iter().map(|fault| (fault.line, &fault.reason)).collect();
    let count = |cells| FaultReason::CellCount { cells, header: 2 };
    assert_eq!(faults, [(2, &count(1)), (3, &count(3))]);
}

#[test]
fn a_quote_that_is_never_closed_costs_some_lines_and_not_the_rest() {
    let mut text = String::from("a,b\n1,2\n3,\"open\n");
    for at in 0..500_000 {
        text.push_str(&format!("{at},{at}\n"));
    }
    let table = read(text.as_bytes());
    assert_eq!(table.faults.rows[0].line, 3);
    assert_eq!(table.faults.rows[0].reason, FaultReason::TooLong);
    assert_eq!(table.rows.last().unwrap().cells, ["499999", "499999"]);
    assert!(table.rows.len() > 100_000, "{}", table.rows.len());
}

#[test]
fn a_cell_longer_than_a_field_may_be_is_told() {
    let text = format!("a,b\n{},1\n2,3\n", "x".repeat(1_100_000));
    let table = read(text.as_bytes());
    assert_eq!((table.faults.rows[0].line, &*table.faults.rows[0].column), (2, "a"));
    assert_eq!(table.faults.rows[0].reason, FaultReason::TooLong);
    assert_eq!(table.cells(), [["2", "3"]]);
}

#[test]
fn an_empty_file_is_none() {
    for text in ["", "\n\n", ",,\n", "\u{feff}"] {
        let error = read_with(text.as_bytes(), &Choices::default()).err();
        assert_eq!(error, Some(ExchangeError::Load(LoadError::Empty)), "{text:?}");
    }
}

#[test]
fn words_are_compared_by_their_letters() {
    for (one, other) in [
        ("ID d'abonnement", "id d\u{2019}abonnement"),
        ("ID d'abonnement", "ID\u{a0}d' Abonnement "),
        ("Nom de la société", "NOM DE LA SOCIETE"),
        ("Quantité", "Quantite\u{301}"),
        ("订阅 ID", "订阅ID"),
        ("LegacySubscriptionId", "legacy_subscription id"),
    ] {
        assert_eq!(key(one), key(other), "{other}");
    }
    assert_ne!(key("订阅"), key("订阅 ID"));
}

#[test]
fn rows_in_error_come_back_as_a_table_and_go_in_when_they_are_corrected() {
    let table = read(b"a,b\n1\n'=2,'-3,4\n5,6\n");
    let text = faulty_rows(&table.header, &table.faults, |fault| format!("= line {}", fault.line));
    insta::assert_snapshot!(text.replace("\r\n", "\n").trim_start_matches('\u{feff}'), @"
    Upgrade Desk: reason,a,b
    '= line 2,1
    '= line 3,'=2,'-3,4
    ");
    let again = read(text.as_bytes());
    assert_eq!(again.header, ["a", "b"]);
    let cells = |faults: &upgrade_desk::exchange::incoming::Faults| -> Vec<Vec<String>> {
        faults.rows.iter().map(|fault| fault.cells.clone()).collect()
    };
    assert_eq!(cells(&again.faults), cells(&table.faults));
    let corrected = text.replace("'-3,4", "'-3").replace("line 2,1", "line 2,1,x");
    assert_eq!(read(corrected.as_bytes()).cells(), [["1", "x"], ["=2", "-3"]]);
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn what_is_disarmed_comes_back(text in given::hostile()) {
        for text in [text.clone(), format!("={text}"), format!("'={text}"), format!("''{text}")] {
            let safe = disarmed(&text);
            prop_assert_eq!(rearmed(&safe), &text);
            prop_assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']));
        }
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in vec(any::<u8>(), 0..400), first in "[a-z]{0,4}[,;\t\n\r]?") {
        let bytes = [first.as_bytes(), &bytes].concat();
        let _ = read_with(&bytes, &Choices::default());
        for encoding in Encoding::ALL {
            for separator in Separator::ALL {
                let choices = Choices { encoding: Some(encoding), separator: Some(separator), ..Choices::default() };
                let _ = read_with(&bytes, &choices);
            }
        }
    }

    #[test]
    fn cells_that_are_written_are_read(
        rows in vec(vec(given::hostile().prop_filter("NUL looks like UTF-16", |text| !text.contains('\0')), 3), 1..6),
        separator in prop::sample::select(Separator::ALL.to_vec()),
    ) {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator.byte()).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).unwrap();
        for row in &rows {
            writer.write_record(row.iter().map(|cell| disarmed(cell))).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let kept: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        let table = read(&bytes);
        let cells: Vec<&Vec<String>> = table.rows.iter().map(|row| &row.cells).collect();
        prop_assert_eq!(cells, kept);
    }
}
