//! Which separator a text is cut by: the one that Excel's first line names, else the one that gives lines of as many cells as the header has.

use super::super::source::Separator;
use super::separated::rows_of;

/// How many rows are looked at.
const ROWS: usize = 20;

/// The separator that a first line such as `sep=;` names, as Excel reads and writes it.
fn named(line: &str) -> Option<Separator> {
    let (name, of) = line.split_at_checked(4)?;
    let byte = of.bytes().next().filter(|_| name.eq_ignore_ascii_case("sep=") && of.len() == 1)?;
    Separator::ALL.into_iter().find(|separator| separator.byte() == byte)
}

/// Whether a first row is such a line, whichever separator it is cut by.
pub(super) fn is_named(cells: &[String]) -> bool {
    let first = cells.first().map_or("", String::as_str);
    let rest_is_empty = cells.iter().skip(1).all(String::is_empty);
    rest_is_empty && (named(first).is_some() || (first.eq_ignore_ascii_case("sep=") && cells.len() == 2))
}

/// The separator of a text, of which this is the beginning.
pub(super) fn recognized(beginning: &str) -> Separator {
    let first = beginning.split(['\n', '\r']).next().unwrap_or_default();
    if let Some(separator) = named(first) {
        return separator;
    }
    // The last one of the best is taken, so the most common one stands last.
    let all = [Separator::Tab, Separator::Semicolon, Separator::Comma];
    let best = all.into_iter().max_by_key(|separator| {
        let rows = rows_of(beginning, *separator, ROWS);
        let width = rows.first().map_or(0, Vec::len);
        // The last row may be cut off where the beginning ends.
        let alike = rows.iter().filter(|row| row.len() == width).count();
        if width < 2 { (0, 0) } else { (alike, width) }
    });
    best.unwrap_or(Separator::Comma)
}
