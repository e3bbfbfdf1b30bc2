//! The text of the mappings that a person set for tables of their own. Where it lies is `shell`'s; what a column's name stands for is `exchange`'s.

use serde::{Deserialize, Serialize};

use super::{EncodeError, LoadError, encoding};
use crate::storage::parse::Syntax;

/// What each column of a table holds, by the stable names of the columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedMapping {
    /// The hash of the table's header.
    pub header: String,
    /// One for each column; `None` for one that is not read.
    pub columns: Vec<Option<String>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct File {
    mappings: Vec<RememberedMapping>,
}

/// The mappings as text.
///
/// # Errors
/// The serializer's own.
pub fn encode_mappings(mappings: &[RememberedMapping]) -> Result<String, EncodeError> {
    let layout = ron::ser::PrettyConfig::new().struct_names(false).new_line("\n").indentor("  ");
    let text = ron::ser::to_string_pretty(&File { mappings: mappings.to_vec() }, layout);
    text.map(|text| text + "\n").map_err(|error| EncodeError::Unwritable { said: error.to_string() })
}

/// The mappings from their text.
///
/// # Errors
/// With line and column.
pub fn decode_mappings(bytes: &[u8]) -> Result<Vec<RememberedMapping>, LoadError> {
    let text = encoding::text(bytes)?;
    let parsed = Syntax::Ron.parse::<File>(&text).map_err(|fault| LoadError::Faults(vec![fault]))?;
    Ok(parsed.value.mappings)
}
