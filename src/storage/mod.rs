//! Text ↔ model: the portfolio in RON and JSON, and the catalogue. Touches no disk; what a file on it may be called is `shell`'s and `exchange`'s.

mod catalog;
mod encoding;
mod error;
mod format;
mod lexer;
mod locate;
mod parse;
mod place;
mod read;
mod sample;
mod survey;
mod trace;
mod v1;
mod write;

pub use catalog::{builtin_catalog, parse_catalog};
pub use encoding::{MAXIMUM_SIZE, TextEncoding, opening};
pub use error::{EncodeError, Fault, LoadError, Wrong};
pub use format::peek_format;
pub use place::{FieldPath, Place, Position, Step};
pub use read::{Loaded, NotUnderstood, Unfamiliar, decode, decode_json};
pub use sample::{SAMPLE, sample};
pub use survey::{FileFact, FileFinding, RULE_SETS};
pub use write::{encode, encode_checked, encode_json, encode_json_checked};
