//! Portfolio → text, in RON and JSON, and the proof that the text reads as the same portfolio. Putting it on a disk is `shell`'s.

use std::fmt;

use ron::ser::PrettyConfig;

use super::error::{EncodeError, LoadError};
use super::parse::ron_options;
use super::read::{Loaded, decode, decode_json};
use super::trailer::{Seal, trailer};
use super::v1;
use crate::model::Portfolio;

/// How deep records get lines of their own: a subscription is one line.
const LINES_DOWN_TO: usize = 4;

/// A portfolio in RON: UTF-8, LF, one subscription a line, sealed by its last.
///
/// # Errors
/// Where the serializer refuses; it is not known to.
pub fn encode(portfolio: &Portfolio) -> Result<String, EncodeError> {
    let mut text = ron_options()
        .to_string_pretty(&v1::Portfolio::write(portfolio), layout())
        .map_err(|error| EncodeError::Unwritable { said: error.to_string() })?;
    text.push('\n');
    text.push_str(&trailer(&text));
    Ok(text)
}

fn layout() -> PrettyConfig {
    PrettyConfig::new().struct_names(false).depth_limit(LINES_DOWN_TO).new_line("\n").indentor("  ")
}

/// A portfolio in JSON: the same tree, a field a line.
///
/// # Errors
/// As [`encode`].
pub fn encode_json(portfolio: &Portfolio) -> Result<String, EncodeError> {
    let mut text = serde_json::to_string_pretty(&v1::Portfolio::write(portfolio))
        .map_err(|error| EncodeError::Unwritable { said: error.to_string() })?;
    text.push('\n');
    Ok(text)
}

/// [`encode`], proved: the text is read back and compared.
///
/// # Errors
/// Where the text is refused by our own reader, or reads as another portfolio.
pub fn encode_checked(portfolio: &Portfolio) -> Result<String, EncodeError> {
    let text = encode(portfolio)?;
    let back = read_back(portfolio, &text, decode, Seal::Whole)?;
    if is_text_of(&back, &text) { Ok(text) } else { Err(EncodeError::Differs) }
}

/// [`encode_json`], proved in the same way.
///
/// # Errors
/// As [`encode_checked`].
pub fn encode_json_checked(portfolio: &Portfolio) -> Result<String, EncodeError> {
    let text = encode_json(portfolio)?;
    let back = read_back(portfolio, &text, decode_json, Seal::NotApplicable)?;
    if encode_json(&back)? == text { Ok(text) } else { Err(EncodeError::Differs) }
}

/// What a text reads as, where that is the portfolio. Ids compare without regard to case, so the model alone does not see a
/// letter that turned: the texts have to be compared as well.
fn read_back(
    portfolio: &Portfolio,
    text: &str,
    decode: fn(&[u8]) -> Result<Loaded, LoadError>,
    seal: Seal,
) -> Result<Portfolio, EncodeError> {
    let back = decode(text.as_bytes()).map_err(EncodeError::NotReadBack)?;
    let same = back.portfolio == *portfolio && !back.is_read_only() && back.seal == seal;
    if same { Ok(back.portfolio) } else { Err(EncodeError::Differs) }
}

/// Whether a portfolio is written as this text, whose last line is known to be the seal of all before it.
fn is_text_of(portfolio: &Portfolio, text: &str) -> bool {
    let mut rest = Comparing { rest: text };
    let written = ron_options().to_writer_pretty(&mut rest, &v1::Portfolio::write(portfolio), layout());
    written.is_ok() && rest.rest.strip_prefix('\n').is_some_and(|seal| seal.matches('\n').count() == 1)
}

/// Compares what is written with a text as it comes, so that a large portfolio does not lie in memory as a second text.
struct Comparing<'a> {
    rest: &'a str,
}

impl fmt::Write for Comparing<'_> {
    fn write_str(&mut self, written: &str) -> fmt::Result {
        self.rest = self.rest.strip_prefix(written).ok_or(fmt::Error)?;
        Ok(())
    }
}
