//! Portfolio → text, in RON and JSON, and the proof that the text reads as the same portfolio. Putting it on a disk is `shell`'s.

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
    let layout = PrettyConfig::new().struct_names(false).depth_limit(LINES_DOWN_TO).new_line("\n").indentor("  ");
    let mut text = ron_options()
        .to_string_pretty(&v1::Portfolio::write(portfolio), layout)
        .map_err(|error| EncodeError::Unwritable { said: error.to_string() })?;
    text.push('\n');
    text.push_str(&trailer(&text));
    Ok(text)
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
    checked(portfolio, encode, decode, Seal::Whole)
}

/// [`encode_json`], proved in the same way.
///
/// # Errors
/// As [`encode_checked`].
pub fn encode_json_checked(portfolio: &Portfolio) -> Result<String, EncodeError> {
    checked(portfolio, encode_json, decode_json, Seal::NotApplicable)
}

fn checked(
    portfolio: &Portfolio,
    encode: fn(&Portfolio) -> Result<String, EncodeError>,
    decode: fn(&[u8]) -> Result<Loaded, LoadError>,
    seal: Seal,
) -> Result<String, EncodeError> {
    let text = encode(portfolio)?;
    let back = decode(text.as_bytes()).map_err(EncodeError::NotReadBack)?;
    // Ids compare without regard to case, so the model alone would not see a letter that turned.
    let same =
        back.portfolio == *portfolio && !back.is_read_only() && back.seal == seal && encode(&back.portfolio)? == text;
    if same { Ok(text) } else { Err(EncodeError::Differs) }
}
