//! Text ↔ model: the portfolio in RON and JSON, the journal's lines, and the catalogue. Touches no disk; what a file on it may be called is `shell`'s and `exchange`'s.

mod canonical;
mod catalog;
mod encoding;
mod error;
mod format;
mod journal;
mod lexer;
mod locate;
mod mappings;
mod parse;
mod parse_fault;
mod place;
mod read;
mod salvage;
mod sample;
mod settings;
mod survey;
mod trace;
mod trailer;
mod v1;
mod write;

pub use canonical::{GoesOn, first_names, read as read_canonical};
pub use catalog::{builtin_catalog, parse_catalog};
pub use encoding::{MAXIMUM_SIZE, Screen, TextEncoding, opening, text};
pub use error::{EncodeError, Fault, LoadError, Wrong};
pub use format::peek_format;
pub use journal::{
    Intent, JOURNAL_FORMAT, JournalHeader, JournalRecord, JournalText, Tail, content_hash, decode_journal,
    decode_journal_with, encode_record,
};
pub use mappings::{RememberedMapping, decode_mappings, encode_mappings};
pub use parse_fault::{Found, Kind, ParseFault};
pub use place::{FieldPath, Place, Position, Step};
pub use read::{Loaded, NotUnderstood, Unfamiliar, decode, decode_json, decode_watched};
pub use salvage::{Salvaged, salvage};
pub use sample::{SAMPLE, sample};
pub use settings::{decode_settings, encode_settings};
pub use survey::{FileFact, FileFinding, RULE_SETS};
pub use trailer::Seal;
pub use v1::{LONGEST_TEXT, Variants};
pub use write::{encode, encode_checked, encode_json, encode_json_checked};
