//! The answer as CSV, for programs: a row per subscription and target. Nothing here is translated.

use std::io::{self, Write};

use csv::Writer;

use super::Answer;

const HEADER: [&str; 8] = ["customer", "subscription", "offer", "status", "target", "verdict", "failed", "not_known"];

pub(super) fn write(answer: &Answer<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = Writer::from_writer(out);
    csv.write_record(HEADER).map_err(as_io)?;
    for row in answer.rows() {
        let offer = row.subscription.offer_id.as_ref().map_or("", |offer| offer.as_str());
        let status = row.subscription.status.key();
        let (customer, subscription) = (row.customer.id.as_str(), row.subscription.id.as_str());
        if row.assessment.targets.is_empty() {
            let verdict = row.assessment.verdict.key();
            csv.write_record([customer, subscription, offer, status, "", verdict, "", ""]).map_err(as_io)?;
        }
        for target in &row.assessment.targets {
            let (to, verdict) = (target.target.as_str(), target.verdict.key());
            csv.write_record([
                customer,
                subscription,
                offer,
                status,
                to,
                verdict,
                &target.failed(),
                &target.not_known(),
            ])
            .map_err(as_io)?;
        }
    }
    csv.flush()
}

/// Keeps the kind, so that a closed pipe is still known for one.
fn as_io(error: csv::Error) -> io::Error {
    let kind = if let csv::ErrorKind::Io(cause) = error.kind() { cause.kind() } else { io::ErrorKind::Other };
    io::Error::new(kind, error)
}
