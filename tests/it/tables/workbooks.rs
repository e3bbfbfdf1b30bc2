//! Workbooks as tables: their cells as texts, and which sheet is read.

use proptest::collection::vec;
use proptest::prelude::*;
use upgrade_desk::exchange::incoming::FaultReason;

use super::made::{read, workbook, workbook_of};
use crate::cases::config;

const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><t>四方咖啡</t></si><si><r><t>Con</t></r><r><t>toso &amp; Co</t></r></si></sst>"#;

#[test]
fn cells_of_every_kind_are_texts() {
    let rows = r#"
        <row r="2"><c r="A2" t="inlineStr"><is><t>name</t></is></c><c r="B2" t="str"><v>day</v></c><c r="D2" t="inlineStr"><is><t>n</t></is></c></row>
        <row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" s="1"><v>43496</v></c><c r="D4"><v>25</v></c></row>
        <row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" s="2"><v>43496.5</v></c><c r="D5"><v>2.5</v></c><c r="E5" s="1"/></row>
        <row r="6"><c r="D6" t="b"><v>1</v></c></row>
        <row r="7"><c r="A7"/></row>
        <row r="9"><c r="E9" t="inlineStr"><is><t>beside the table</t></is></c></row>"#;
    let table = read(&workbook_of(STRINGS, rows));
    assert_eq!(table.header, ["name", "day", "", "n"]);
    assert_eq!(
        table.cells(),
        [
            ["四方咖啡", "2019-01-31", "", "25"],
            ["Contoso & Co", "2019-01-31 12:00:00", "", "2.5"],
            ["", "", "", "true"],
        ]
    );
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 5, 6]);
    let fault = &table.faults.rows[0];
    assert_eq!((fault.line, &fault.reason), (9, &FaultReason::CellCount { cells: 5, header: 4 }));
    assert_eq!((table.encoding, table.separator), (None, None));
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn texts_that_are_written_are_read(rows in vec(vec("[ -~四方é]{0,8}", 3), 1..6)) {
        let header: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        let all = [vec![header], rows.clone()].concat();
        let table = read(&workbook(&all));
        let kept: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(table.rows.iter().map(|row| &row.cells).collect::<Vec<_>>(), kept);
    }
}
