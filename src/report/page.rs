//! The frame of a report: the templates, the words that they name, and numbers as a language writes them. What stands in a report is each report's own file's.

use std::collections::BTreeMap;
use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

use super::ReportError;
use crate::text::Words;

/// Every template. The only escaping of HTML is the engine's, and no value is ever exempted from it.
const TEMPLATES: [(&str, &str); 6] = [
    ("style.css", include_str!("../../assets/reports/style.css")),
    ("frame.html", include_str!("../../assets/reports/frame.html")),
    ("parts.html", include_str!("../../assets/reports/parts.html")),
    ("review.html", include_str!("../../assets/reports/review.html")),
    ("customer_page.html", include_str!("../../assets/reports/customer_page.html")),
    ("evidence.html", include_str!("../../assets/reports/evidence.html")),
];

/// A whole number with its text. A template shows the text and carries the number along, for whoever recomputes a report.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Number {
    value: i64,
    text: String,
}

impl Number {
    pub fn of(words: &Words, value: i64) -> Self {
        Self { value, text: words.number(value) }
    }

    pub fn count(words: &Words, value: usize) -> Self {
        Self::of(words, i64::try_from(value).unwrap_or(i64::MAX))
    }
}

/// What every report has.
#[derive(Debug, Serialize)]
pub(super) struct Frame<'a, T> {
    language: &'static str,
    title: String,
    /// The plain messages that the template names, by their ids.
    words: BTreeMap<&'static str, &'a str>,
    made_by: String,
    #[serde(flatten)]
    content: T,
}

/// Fills a template. `messages` are the plain messages that it names.
pub(super) fn write<T: Serialize>(
    words: &Words,
    (template, messages): (&str, &'static [&'static str]),
    title: String,
    content: T,
    out: &mut dyn io::Write,
) -> Result<(), ReportError> {
    let frame = Frame {
        language: words.language().tag(),
        title,
        words: messages.iter().map(|id| (*id, words.say(id))).collect(),
        made_by: words.with("report-made-by", &[("version", env!("CARGO_PKG_VERSION").into())]),
        content,
    };
    let mut environment = Environment::new();
    environment
        .set_auto_escape_callback(|name| if name.ends_with(".css") { AutoEscape::None } else { AutoEscape::Html });
    // A value that a template names and nobody gave is a fault, never an empty place.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    environment.get_template(template)?.render_captured_to(Value::from(Serde(&frame)), &mut *out)?;
    out.write_all(b"\n")?;
    Ok(())
}
