//! A portfolio in JSON: the same tree as RON, without loss, in and out. Other files in JSON are other formats. The text itself is `storage`'s.

use super::Format;
use crate::storage;

pub(super) const FORMAT: Format = Format {
    id: "json",
    extensions: &["json"],
    name: "format-json",
    recognizes: |opening| storage::peek_format(opening).is_some() && opening.trim_start().starts_with('{'),
    read: Some(storage::decode_json),
    write: Some(storage::encode_json_checked),
};
