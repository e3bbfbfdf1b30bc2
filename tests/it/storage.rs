//! The portfolio's text, and what its tests share: texts to plant things in. Each child is about one promise.

mod canonical;
mod damage;
mod faults;
mod findings;
mod hostile;
mod journal;
mod not_understood;
mod round_trip;
mod salvage;
mod settings;
mod trailer;

use upgrade_desk::storage::{Loaded, decode};

const FIXTURE: &str = include_str!("../fixtures/portfolio-format-1.ron");
const ID: &str = "id: \"0b9f6a52-3c41-4d8e-9a77-5d1c2e3f4a5b\"";

/// A portfolio with one customer, whose fields are given.
fn with_customer(fields: &str) -> String {
    format!(
        "(\n  format: 1,\n  {ID},\n  customers: [\n    (id: \"c\", company_name: \"Contoso\", {fields}),\n  ],\n)\n"
    )
}

/// A portfolio with one subscription, whose fields are given.
fn with_subscription(fields: &str) -> String {
    with_customer(&format!("subscriptions: [\n      (id: \"s\", quantity: 1, {fields}),\n    ]"))
}

#[track_caller]
fn loaded(text: &str) -> Loaded {
    decode(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn faults(text: &str) -> String {
    match decode(text.as_bytes()) {
        Err(error) => error.to_string(),
        Ok(_) => "it opens".to_owned(),
    }
}
