//! Tables made for tests: texts in an encoding, workbooks part by part. No assertions.

use std::io::{Cursor, Write};

use upgrade_desk::exchange::incoming::Faults;
use upgrade_desk::exchange::source::Encoding;
use upgrade_desk::exchange::table::{self, Row};
use upgrade_desk::exchange::{self, Choices, ExchangeError, Incoming};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A text as bytes, with its mark or without.
pub fn encoded(text: &str, encoding: Encoding, marked: bool) -> Vec<u8> {
    let text = if marked { format!("\u{feff}{text}") } else { text.to_owned() };
    match encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(&text).0.into_owned(),
    }
}

/// What a table holds, read to its end.
pub struct Read {
    pub header: Vec<String>,
    pub rows: Vec<Row>,
    pub faults: Faults,
    pub encoding: Option<Encoding>,
    pub separator: Option<exchange::source::Separator>,
}

impl Read {
    pub fn cells(&self) -> Vec<Vec<&str>> {
        self.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }
}

pub fn read_with(bytes: &[u8], choices: &Choices) -> Result<Read, ExchangeError> {
    table::read(&mut Cursor::new(bytes), choices, |table| {
        let (header, encoding, separator) = (table.header.clone(), table.encoding, table.separator);
        let (mut rows, mut faults) = (Vec::new(), Faults::default());
        while let Some(row) = table.next(&mut faults)? {
            rows.push(row);
        }
        Ok(Read { header, rows, faults, encoding, separator })
    })
}

#[track_caller]
pub fn read(bytes: &[u8]) -> Read {
    read_with(bytes, &Choices::default()).unwrap()
}

#[track_caller]
pub fn imported(bytes: &[u8]) -> Incoming {
    exchange::read(None, &mut Cursor::new(bytes), &Choices::default()).unwrap()
}

/// A zip with these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub const BOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#;
/// The first sheet is hidden.
pub const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Notes" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Table" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
/// Style 1 is a day, style 2 a day with a time.
pub const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;

/// A workbook of which these are the rows' XML, and these the shared strings.
pub fn workbook_of(strings: &str, rows: &str) -> Vec<u8> {
    let sheet = |rows: &str| {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        )
    };
    zipped(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet(rows).as_bytes()),
        ("xl/worksheets/sheet2.xml", sheet("").as_bytes()),
    ])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A workbook with texts alone, half of them shared.
pub fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let (mut strings, mut sheet, mut count) = (String::new(), String::new(), 0);
    for (at, row) in rows.iter().enumerate() {
        sheet.push_str(&format!("<row r=\"{}\">", at + 1));
        for (column, cell) in row.iter().enumerate() {
            if (at + column) % 2 == 0 {
                strings.push_str(&format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(cell)));
                sheet.push_str(&format!("<c t=\"s\"><v>{count}</v></c>"));
                count += 1;
            } else {
                sheet.push_str(&format!(
                    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(cell)
                ));
            }
        }
        sheet.push_str("</row>");
    }
    let strings = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{count}">{strings}</sst>"#
    );
    workbook_of(&strings, &sheet)
}
