//! The answer as CSV, for programs: a row per subscription and target. Nothing here is translated.

use std::io::{self, Write};

use csv::Writer;

use super::in_order::in_order;
use super::{Answer, Row};

const HEADER: [&str; 8] = ["customer", "subscription", "offer", "status", "target", "verdict", "failed", "not_known"];

pub(super) fn write(answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut header = Writer::from_writer(&mut *out);
    header.write_record(HEADER).map_err(as_io)?;
    header.flush()?;
    drop(header);
    in_order(answer, b"", out, |rows, bytes| {
        let mut csv = Writer::from_writer(bytes);
        rows.iter().try_for_each(|row| write_row(row, &mut csv)).map_err(as_io)?;
        csv.flush()
    })
}

fn write_row(row: &Row<'_>, csv: &mut Writer<impl Write>) -> csv::Result<()> {
    let offer = row.subscription.offer_id.as_ref().map_or("", |offer| offer.as_str());
    let status = row.subscription.status.key();
    let (customer, subscription) = (row.customer.id.as_str(), row.subscription.id.as_str());
    if row.assessment.targets.is_empty() {
        let verdict = row.assessment.verdict.key();
        csv.write_record([customer, subscription, offer, status, "", verdict, "", ""])?;
    }
    for target in &row.assessment.targets {
        let (to, verdict) = (target.target.as_str(), target.verdict.key());
        let (failed, not_known) = (target.failed(), target.not_known());
        csv.write_record([customer, subscription, offer, status, to, verdict, &failed, &not_known])?;
    }
    Ok(())
}

/// Keeps the kind, so that a closed pipe is still known for one.
fn as_io(error: csv::Error) -> io::Error {
    let kind = if let csv::ErrorKind::Io(cause) = error.kind() { cause.kind() } else { io::ErrorKind::Other };
    io::Error::new(kind, error)
}
