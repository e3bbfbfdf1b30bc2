//! What a table has to bear, in text or in a workbook: no byte stops it, every row fits its header, and what is in error comes back to be corrected.

use std::io::{Cursor, Write};

use upgrade_desk::exchange::incoming::{Faults, RowFault};
use upgrade_desk::exchange::source::{Encoding, Separator};
use upgrade_desk::exchange::table::{self, Row, faulty_rows};
use upgrade_desk::exchange::{self, Choices, ExchangeError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What parts of a workbook are called, in the order in which the bytes have them, behind `%%` each.
const PARTS: [&str; 4] =
    ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"];
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="T" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str =
    r#"<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// The first byte decides what is chosen, the others are the file; or, where it is high, the parts of a workbook.
pub fn tables(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let choices = Choices {
        encoding: Encoding::ALL.get(usize::from(first & 7)).copied(),
        separator: Separator::ALL.get(usize::from(first >> 3 & 3)).copied(),
        customer: (first & 0x20 != 0).then(|| "c".into()),
        partner: vec!["Contoso".to_owned()],
        ..Choices::default()
    };
    if *first >= 0x80 {
        file(&zipped(rest), &choices);
    } else {
        file(rest, &choices);
    }
}

/// Parts of a workbook that can be changed without its checksums going wrong.
fn zipped(bytes: &[u8]) -> Vec<u8> {
    let text = bytes.to_vec();
    let mut parts = Vec::new();
    let mut rest = text.as_slice();
    while let Some(at) = rest.windows(2).position(|window| window == b"%%") {
        parts.push(&rest[..at]);
        rest = &rest[at + 2..];
    }
    parts.push(rest);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        writer.start_file(name, options).unwrap_or_else(|error| panic!("{error}"));
        writer.write_all(bytes).unwrap_or_else(|error| panic!("{error}"));
    };
    put("_rels/.rels", RELATIONS.as_bytes());
    put("xl/workbook.xml", BOOK.as_bytes());
    for (at, name) in PARTS.iter().enumerate() {
        match parts.get(at) {
            Some(part) => put(name, part),
            None if *name == "xl/_rels/workbook.xml.rels" => put(name, BOOK_RELATIONS.as_bytes()),
            None => {}
        }
    }
    writer.finish().unwrap_or_else(|error| panic!("{error}")).into_inner()
}

type Read = (Vec<String>, Vec<Row>, Faults);

fn read(bytes: &[u8], choices: &Choices) -> Result<Read, ExchangeError> {
    table::read(&mut Cursor::new(bytes), choices, |table| {
        let (mut rows, mut faults) = (Vec::new(), Faults::default());
        while let Some(row) = table.next(&mut faults)? {
            rows.push(row);
        }
        Ok((table.header.clone(), rows, faults))
    })
}

fn file(bytes: &[u8], choices: &Choices) {
    if let Ok((header, rows, faults)) = read(bytes, choices) {
        assert!(rows.iter().all(|row| row.cells.len() == header.len() && row.line > 0));
        let is_text = !bytes.starts_with(b"PK\x03\x04");
        assert!(!is_text || rows.is_sorted_by(|one, other| one.line < other.line), "lines go on");
        assert!(!is_text || faults.rows.is_sorted_by(|one, other| one.line < other.line), "lines go on");
        come_back(&header, &faults);
    }
    match exchange::read(None, &mut Cursor::new(bytes), choices) {
        Ok(incoming) => super::imported(&incoming, bytes),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Without the empty cells at the end, which a row may have or not.
fn trimmed(cells: &[String]) -> Vec<String> {
    let end = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    cells.get(..end).unwrap_or_default().to_vec()
}

/// The rows in error, saved and read again, have the same cells: as rows where they are in order now.
fn come_back(header: &[String], faults: &Faults) {
    let text = faulty_rows(header, faults, |fault| format!("{:?}", fault.reason));
    let choices = Choices { encoding: Some(Encoding::Utf8), separator: Some(Separator::Comma), ..Choices::default() };
    let (_, rows, again) = read(text.as_bytes(), &choices).unwrap_or_else(|error| panic!("not read again: {error}"));
    let row = |row: &Row| (row.line, trimmed(&row.cells));
    let fault = |fault: &RowFault| (fault.line, trimmed(&fault.cells));
    let mut found: Vec<_> = rows.iter().map(row).chain(again.rows.iter().map(fault)).collect();
    found.sort();
    let saved: Vec<_> =
        faults.rows.iter().map(|fault| trimmed(&fault.cells)).filter(|cells| !cells.is_empty()).collect();
    assert_eq!(found.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), saved);
}
