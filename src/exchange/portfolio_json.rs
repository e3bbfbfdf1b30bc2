//! A portfolio in JSON: the same tree as RON, without loss, in and out. Other files in JSON are other formats. The text itself is `storage`'s.

use super::Format;
use crate::storage;

pub(super) const FORMAT: Format = Format {
    id: "json",
    extensions: &["json"],
    name: "format-json",
    recognizes: |opening| storage::peek_format(opening).is_some() && opening.trim_start().starts_with('{'),
    read: Some(|bytes| Ok(storage::decode_json(bytes)?)),
    write: Some(|portfolio| Ok(storage::encode_json_checked(portfolio)?.into_bytes())),
};
