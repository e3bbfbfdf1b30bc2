//! How long a large reconciliation file takes to come in, and how much memory. Nothing is asserted here.
//!
//! `UPGRADE_DESK_MEGABYTES=500 cargo bench --bench large_table` writes one of that size into the temporary folder, reads it,
//! and takes it away. It has a row per month of each subscription, two thousand customers and eight subscriptions each.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, Write};
use std::time::Instant;

use upgrade_desk::exchange::{self, Choices};

const HEADER: &str = "PartnerId,CustomerID,OrderID,SubscriptionID,SyndicationPartnerSubscriptionNumber,OfferID,DurableOfferID,\
                      OfferName,SubscriptionStartDate,SubscriptionEndDate,ChargeStartDate,ChargeEndDate,ChargeType,UnitPrice,\
                      Quantity,Amount,TotalOtherDiscount,Subtotal,Tax,TotalForCustomer,Currency,CustomerName,MPNID,\
                      ResellerMPNID,DomainName,SubscriptionName,SubscriptionDescription";

/// Writes as many rows as make so many bytes, and says how many.
fn generate(out: &mut impl Write, bytes: usize) -> std::io::Result<usize> {
    writeln!(out, "{HEADER}")?;
    let (mut written, mut rows) = (HEADER.len(), 0);
    while written < bytes {
        let (customer, subscription) = (rows % 2_000, rows % 16_000);
        let (month, year, quantity) = (rows / 16_000 % 12 + 1, 2010 + rows / 192_000, 1 + rows % 300);
        let row = format!(
            "8d1c2a52-0000-4000-8000-00000000000a,3f1c2a52-3c41-4d8e-9a77-{customer:012},566890604832738111,\
             usCBMgAAAAAAAAIA{subscription},7b0e6d11-0000-4000-8000-{subscription:012},ADE4,\
             5C9FD4CC-EDCE-44A8-8E91-07DF09744609,Office 365 Business,3/15/{year} 0:00,3/14/{} 0:00,\
             {month}/15/{year} 0:00,{month}/28/{year} 0:00,Cycle fee,30,{quantity},{},0,{},0,{},CNY,\
             四方咖啡 {customer},5551234,-1,fourthcoffee{customer}.partner.onmschina.cn,Front desk {subscription},\"Desks, chairs\"",
            year + 1,
            quantity * 30,
            quantity * 30,
            quantity * 30,
        );
        written += row.len() + 1;
        writeln!(out, "{row}")?;
        rows += 1;
    }
    Ok(rows)
}

/// The most memory that the program has had so far, where the system says it.
fn peak() -> String {
    let mut status = String::new();
    let read = File::open("/proc/self/status").and_then(|mut file| file.read_to_string(&mut status));
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    read.ok().and(line).unwrap_or("not known").to_owned()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let megabytes = std::env::var("UPGRADE_DESK_MEGABYTES").ok().and_then(|text| text.parse().ok()).unwrap_or(64);
    let mut file = tempfile::tempfile()?;
    let mut out = BufWriter::new(&mut file);
    let rows = generate(&mut out, megabytes << 20)?;
    out.flush()?;
    drop(out);
    file.rewind()?;
    let before = peak();
    let start = Instant::now();
    let incoming = exchange::read(Some("csv"), &mut file, &Choices::default())?;
    let taken = start.elapsed();
    let subscriptions: usize = incoming.portfolio.customers.iter().map(|customer| customer.subscriptions.len()).sum();
    let mut said = std::io::stdout();
    writeln!(
        said,
        "{megabytes} MiB, {rows} rows, {subscriptions} subscriptions, {} faults",
        incoming.faults.rows.len()
    )?;
    writeln!(said, "{:.1} s, before: {before}, after: {}", taken.as_secs_f64(), peak())?;
    Ok(())
}
