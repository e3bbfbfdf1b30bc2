//! Tables that are made to take all memory or to stop the program: each is refused, and quickly.

use std::io::{Cursor, Write};

use proptest::collection::vec;
use proptest::prelude::*;
use upgrade_desk::exchange::table::Limit;
use upgrade_desk::exchange::{self, Choices, ExchangeError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::made::{BOOK, BOOK_RELATIONS, RELATIONS, STYLES, read, read_with, workbook_of, zipped};
use crate::cases::config;

fn refused(bytes: &[u8]) -> Option<ExchangeError> {
    let error = read_with(bytes, &Choices::default()).err();
    // What is not read is not recognized either.
    assert!(exchange::read(None, &mut Cursor::new(bytes), &Choices::default()).is_err());
    error
}

fn too_much(what: Limit) -> Option<ExchangeError> {
    Some(ExchangeError::TooMuch { what })
}

fn is_damaged(error: &Option<ExchangeError>) -> bool {
    matches!(error, Some(ExchangeError::Damaged { .. }))
}

const NO_STRINGS: &str = "<sst/>";
const CELL: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>"#;

#[test]
fn a_sheet_that_inflates_without_end_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().large_file(true);
    for (name, text) in [
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/styles.xml", STYLES),
    ] {
        writer.start_file(name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.start_file("xl/media/picture.png", options).unwrap();
    for _ in 0..32 {
        writer.write_all(&vec![0; 1 << 20]).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 100_000);
    assert_eq!(refused(&bytes), too_much(Limit::InflatedBytes));
}

#[test]
fn a_size_that_is_declared_is_not_made_room_for() {
    // The directory says 2 GiB of the sheet; it holds a few bytes.
    let mut bytes = workbook_of(NO_STRINGS, CELL);
    let name = b"xl/worksheets/sheet1.xml";
    let mut at = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    while !bytes[at + 46..].starts_with(name) {
        at = bytes[..at].windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    }
    bytes[at + 24..at + 28].copy_from_slice(&(2_u32 << 30).to_le_bytes());
    assert_eq!(refused(&bytes), too_much(Limit::InflatedBytes));
}

#[test]
fn strings_are_not_believed_to_be_as_many_as_is_said() {
    for count in ["18446744073709551615", "99999999999", "4294967296", "-1", ""] {
        let strings = format!(r#"<sst uniqueCount="{count}"><si><t>a</t></si></sst>"#);
        assert_eq!(refused(&workbook_of(&strings, CELL)), too_much(Limit::Strings), "{count}");
    }
    let hidden = r#"<sheetData></sheetData><sst uniqueCount="99999999999"/>"#;
    assert_eq!(refused(&workbook_of(hidden, CELL)), too_much(Limit::Strings));
}

#[test]
fn a_cell_far_outside_is_refused() {
    for (row, limit) in [
        (r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#, Limit::Columns),
        (r#"<row r="1048577"><c><v>1</v></c></row>"#, Limit::Rows),
    ] {
        assert_eq!(refused(&workbook_of(NO_STRINGS, row)), too_much(limit), "{row}");
    }
    for row in [
        r#"<row r="4294967297"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="AAAAAAAAAAAA1"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A"><v>1</v></c></row>"#,
        r#"<row r="1"><c r=A1><v>1</v></c></row>"#,
    ] {
        assert!(is_damaged(&refused(&workbook_of(NO_STRINGS, row))), "{row}");
    }
    let cells = "<c><v>1</v></c>".repeat(600);
    let row = format!(r#"<row r="1">{cells}</row>"#);
    assert_eq!(refused(&workbook_of(NO_STRINGS, &row)), too_much(Limit::Columns));
}

#[test]
fn a_dimension_that_runs_backwards_is_refused() {
    let sheet = format!(r#"<worksheet><dimension ref="B5:A1"/><sheetData>{CELL}</sheetData></worksheet>"#);
    let bytes = zipped(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    assert!(is_damaged(&refused(&bytes)));
}

#[test]
fn a_single_cell_or_tag_without_end_is_refused() {
    let long = "x".repeat(2 << 20);
    for row in [
        format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{long}</t></is></c></row>"#),
        format!(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>{}</is></c></row>",
            "<r><t>xxxxxxxx</t></r>".repeat(200_000)
        ),
        format!("<row r=\"1\">{}</row>", "<!-- > < -->".repeat(200_000)),
    ] {
        assert_eq!(refused(&workbook_of(NO_STRINGS, &row)), too_much(Limit::Cell));
    }
    let row = format!(r#"<row r="1" x="{}"/>"#, "<>".repeat(100_000));
    assert_eq!(refused(&workbook_of(NO_STRINGS, &row)), too_much(Limit::Tag));
    let comment = format!("<!-- {} -->", "<c>".repeat(100_000));
    assert_eq!(refused(&workbook_of(NO_STRINGS, &comment)), too_much(Limit::Tag));
}

#[test]
fn markup_that_hides_is_refused() {
    let utf16: Vec<u8> = "<sst/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entities = r#"<!DOCTYPE a [<!ENTITY b "bb">]><sst/>"#;
    let declared = r#"<?xml version="1.0" encoding="GB18030"?><sst/>"#;
    for strings in [utf16.as_slice(), entities.as_bytes(), declared.as_bytes()] {
        let bytes = zipped(&[("_rels/.rels", RELATIONS.as_bytes()), ("xl/sharedStrings.xml", strings)]);
        assert!(is_damaged(&refused(&bytes)), "{}", String::from_utf8_lossy(strings));
    }
}

#[test]
fn a_zip_with_more_parts_than_a_workbook_has_is_refused_before_it_is_opened() {
    let mut bytes = workbook_of(NO_STRINGS, CELL);
    bytes.extend(b"PK\x01\x02----".repeat(20_000));
    assert_eq!(refused(&bytes), too_much(Limit::Parts));
}

#[test]
fn styles_without_end_are_refused() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(200_000));
    let bytes = zipped(&[("_rels/.rels", RELATIONS.as_bytes()), ("xl/styles.xml", styles.as_bytes())]);
    assert_eq!(refused(&bytes), too_much(Limit::Styles));
}

#[test]
fn a_zip_that_is_no_workbook_or_is_cut_off_is_said_to_be_none() {
    assert!(is_damaged(&refused(&zipped(&[("readme.txt", b"hello")]))));
    assert!(is_damaged(&refused(b"PK\x03\x04")));
    let whole = workbook_of(NO_STRINGS, CELL);
    for length in (4..whole.len()).step_by(37) {
        let _ = refused(&whole[..length]);
    }
}

#[test]
fn a_row_of_a_million_cells_is_told() {
    let row = ",".repeat(999_999) + "x";
    let text = format!("a,b\n{row}\n1,2\n");
    let table = read(text.as_bytes());
    assert_eq!((table.faults.rows.len(), table.faults.rows[0].line), (1, 2));
    assert_eq!(table.cells(), [["1", "2"]]);
    assert_eq!(refused(row.as_bytes()), too_much(Limit::Columns));
}

#[test]
fn quotes_upon_quotes_are_read() {
    let text = format!("a,b\n{},1\n2,3\n", "\"".repeat(300_000));
    let table = read(text.as_bytes());
    assert_eq!(table.rows.last().unwrap().cells, ["2", "3"]);
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn a_workbook_with_damaged_parts_stops_nothing(
        flips in vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        part in 0..3_usize,
        insert in prop::sample::select(vec!["<c r=\"A0\"/>", "<row r=\"0\">", "<v>99</v>", "&#x0;", "<c t=\"d\"><v>x</v></c>", "<c s=\"9\"><v>1e999</v></c>", "<is/>"]),
        at in any::<prop::sample::Index>(),
    ) {
        let strings = "<sst uniqueCount=\"1\"><si><t>a</t></si></sst>".to_owned();
        let sheet = format!("<worksheet><sheetData>{CELL}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c s=\"1\"><v>4e4</v></c></row></sheetData></worksheet>");
        let mut parts = [strings, sheet, STYLES.to_owned()];
        let place = at.index(parts[part].len());
        parts[part].insert_str(place, insert);
        let mut parts = parts.map(String::into_bytes);
        for (at, byte) in flips {
            let at = at.index(parts[part].len());
            parts[part][at] = byte;
        }
        let bytes = zipped(&[
            ("_rels/.rels", RELATIONS.as_bytes()),
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
            ("xl/sharedStrings.xml", &parts[0]),
            ("xl/worksheets/sheet1.xml", &parts[1]),
            ("xl/styles.xml", &parts[2]),
        ]);
        let _ = read_with(&bytes, &Choices::default());
    }
}
