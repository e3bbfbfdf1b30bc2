//! Partner Center's REST answers, saved as JSON: customers, subscriptions with their add-ons, offers, and its own verdict on upgrades.
//!
//! Collections and single items, one answer or many in a file, as the service writes them, as its documentation prints
//! them and as PowerShell's `ConvertTo-Json` does. Each kind of record is a file; what becomes of them all is `batch`'s.

mod batch;
mod customer;
mod fields;
mod json;
mod offer;
mod subscription;
mod upgrade;
mod words;

use super::incoming::Incoming;
use super::offer_names::OfferNames;
use super::opening::Opening;
use super::source::{Choices, Source};
use super::{ExchangeError, Format, source};
use crate::storage;
use batch::{Batch, Envelope};
use json::{Json, Member, Node, Value};

pub(super) const FORMAT: Format =
    Format { id: "rest", extensions: &[], name: "format-rest", recognizes, read: Some(read), write: None };

/// Words that stand in an answer and hardly anywhere else.
const KNOWN_WORDS: [&str; 15] = [
    "\"companyprofile\"",
    "\"relationshiptopartner\"",
    "\"allowdelegatedaccess\"",
    "\"entitlementid\"",
    "\"commitmentenddate\"",
    "\"autorenewenabled\"",
    "\"parentsubscriptionid\"",
    "\"friendlyname\"",
    "\"targetoffer\"",
    "\"upgradeerrors\"",
    "\"supportedbillingcycles\"",
    "\"prerequisiteoffers\"",
    "\"minimumquantity\"",
    "\"objecttype\"",
    "\"totalcount\"",
];

fn recognizes(opening: &Opening) -> bool {
    if storage::peek_format(&opening.text).is_some() {
        return false;
    }
    // Without its zeros, UTF-16 reads like ASCII where it is.
    let bytes: Vec<u8> = opening.bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
    let mut json = Json::new(text.trim_start_matches(['\u{feff}', '\u{fffd}']));
    // Some save what stands above the answer with it.
    let is_with_headers = ["http/", "get ", "post ", "patch "].iter().any(|word| text.starts_with(word));
    (is_with_headers || matches!(json.peek(), Some('{' | '['))) && KNOWN_WORDS.iter().any(|word| text.contains(word))
}

fn read(source: &mut dyn Source, choices: &Choices) -> Result<Incoming, ExchangeError> {
    let bytes = source::whole(source)?;
    let text = storage::text(&bytes)?;
    let catalog = storage::builtin_catalog()?;
    let mut batch = Batch::new(&text, choices, &catalog, OfferNames::builtin()?);
    let mut json = Json::new(&text);
    documents(&mut json, &mut batch);
    Ok(batch.finish(json.credentials))
}

/// Every document of a text.
fn documents<'a>(json: &mut Json<'a>, batch: &mut Batch<'_>) {
    let mut at = 0;
    while json.peek().is_some() {
        let path = if at == 0 { String::new() } else { format!("document {}", at + 1) };
        match json.peek() {
            Some('{' | '[') => answer(json, batch, &path, 0),
            // What is left of an answer that was given up.
            Some('}' | ']') if batch.has_faults() => {
                json.skip_word();
                continue;
            }
            // A line that is no answer, such as the request above it: to the next one.
            Some(_) | None => {
                batch.not_an_answer(json.at, &path);
                while !matches!(json.peek(), Some('{' | '[') | None) {
                    json.skip_word();
                }
            }
        }
        at += 1;
    }
}

/// An answer: a collection or one item, or a list of either.
fn answer<'a>(json: &mut Json<'a>, batch: &mut Batch<'_>, path: &str, depth: usize) {
    if json.peek() == Some('[') {
        json.eat('[');
        // What PowerShell makes of a collection is a list without more.
        list(json, batch, path, depth + 1);
        batch.end(&Envelope::default());
        return;
    }
    let start = json.at;
    json.eat('{');
    let mut members: Vec<Member<'a>> = Vec::new();
    let mut is_collection = false;
    loop {
        let name = match json.name() {
            Ok(Some(name)) => name,
            Ok(None) => break,
            Err(broken) => return give_up(json, batch, start, broken, path),
        };
        match json.is_credentials(&name) {
            Ok(true) => continue,
            Ok(false) => {}
            Err(broken) => return give_up(json, batch, start, broken, path),
        }
        let is_items = ["items", "value", "values"].iter().any(|known| name.eq_ignore_ascii_case(known));
        if is_items && json.peek() == Some('[') {
            json.eat('[');
            is_collection = true;
            list(json, batch, &batch::inside(path, &name), depth + 1);
            continue;
        }
        match json.value(depth + 1) {
            Ok(node) => members.push(Member { name, node }),
            Err(broken) => return give_up(json, batch, start, broken, path),
        }
    }
    if is_collection {
        batch.end(&Envelope::of(&members));
    } else {
        batch.item(&Node { at: start, value: Value::Object(members) }, path);
        batch.end(&Envelope::default());
    }
}

/// The elements of a list, up to the bracket that ends it.
fn list<'a>(json: &mut Json<'a>, batch: &mut Batch<'_>, path: &str, depth: usize) {
    let mut index = 0;
    while json.peek().is_some() && !json.eat(']') {
        let here = format!("{path}[{index}]");
        index += 1;
        // A list can hold whole answers. Lists in lists are none of Partner Center's.
        let (start, before) = (json.at, json.credentials);
        if depth == 1 && json.peek() == Some('[') {
            answer(json, batch, &here, depth);
            continue;
        }
        match json.value(depth) {
            Ok(node) if depth == 1 && is_collection(&node) => {
                json.at = start;
                json.credentials = before;
                answer(json, batch, &here, depth);
            }
            Ok(node) => batch.item(&node, &here),
            Err(broken) => {
                batch.broken(broken, &here);
                json.at = start;
                if !json.skip() {
                    return;
                }
                if json.at <= start {
                    json.skip_word();
                }
            }
        }
    }
}

fn is_collection(node: &Node<'_>) -> bool {
    let Value::Object(members) = &node.value else { return false };
    members.iter().any(|member| {
        ["items", "value", "values"].iter().any(|known| member.name.eq_ignore_ascii_case(known))
            && matches!(member.node.value, Value::List(_))
    })
}

/// An answer that cannot be read on: what was read of it stays, and the next one begins behind its bracket.
fn give_up(json: &mut Json<'_>, batch: &mut Batch<'_>, start: usize, broken: json::Broken, path: &str) {
    let stopped = broken.at;
    batch.broken(broken, path);
    batch.end(&Envelope::default());
    json.at = start;
    if json.is_line(start, stopped) {
        // It breaks on the line that it began on, and the next line begins another: a file of lines.
        json.at = stopped;
        json.next_beginning();
    } else if !json.skip() {
        // Its bracket is never closed. In a file of lines, the next line is the next answer.
        json.at = stopped;
        json.next_beginning();
    } else if json.at <= stopped {
        // Never back to what was looked at already.
        json.at = stopped;
        json.skip_word();
    }
}
