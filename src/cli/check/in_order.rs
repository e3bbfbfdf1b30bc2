//! The rows of an answer, judged and laid out on all cores and written in the file's order. How a row is laid out is each layout's.

use std::io::{self, Write};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Answer, Row};
use crate::model::Customer;

/// How many customers one core takes at a time.
const PIECE: usize = 64;

/// How many customers are laid out before they are written: all that lies in memory of the answer, twice.
const BATCH: usize = 128 * PIECE;

/// Writes all rows. `lay_out` is given some that follow on each other; what it makes of them stands in their place, with
/// the separator between two such.
pub(super) fn in_order(
    answer: &Answer<'_>,
    separator: &[u8],
    out: &mut dyn Write,
    lay_out: impl Fn(&[Row<'_>], &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let make = |piece: &[Arc<Customer>]| {
        let rows: Vec<_> = piece.iter().flat_map(|customer| answer.rows_of(customer)).collect();
        let mut bytes = Vec::new();
        lay_out(&rows, &mut bytes).map(|()| bytes)
    };
    let make_all = |batch: &[Arc<Customer>]| batch.par_chunks(PIECE).map(make).collect::<Vec<_>>();
    let mut made = Vec::new();
    let mut is_first = true;
    // One batch is written while the next is made; the last turn writes the last.
    for batch in answer.portfolio.customers.as_slice().chunks(BATCH).chain([[].as_slice()]) {
        let mut next = Vec::new();
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| next = make_all(batch));
            for bytes in made.drain(..) {
                let bytes: Vec<u8> = bytes?;
                if !bytes.is_empty() {
                    out.write_all(if is_first { b"" } else { separator })?;
                    out.write_all(&bytes)?;
                    is_first = false;
                }
            }
            Ok::<_, io::Error>(())
        })?;
        made = next;
    }
    Ok(())
}
