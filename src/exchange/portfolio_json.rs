//! A portfolio in JSON: the same tree as RON, without loss, in and out. Other files in JSON are other formats. The text itself is `storage`'s.

use super::{Format, Writer, whole_portfolio};
use crate::storage;

pub(super) const FORMAT: Format = Format {
    id: "json",
    extensions: &["json"],
    name: "format-json",
    recognizes: |opening| storage::peek_format(&opening.text).is_some() && opening.text.trim_start().starts_with('{'),
    read: Some(|source, _| whole_portfolio("json", source, storage::decode_json)),
    write: Some(Writer::Whole(|portfolio| Ok(storage::encode_json_checked(portfolio)?))),
};
