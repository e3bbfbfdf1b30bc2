//! A portfolio in RON: without loss, in and out. The text itself is `storage`'s.

use super::{Format, Writer, whole_portfolio};
use crate::storage;

pub(super) const FORMAT: Format = Format {
    id: "ron",
    extensions: &["ron"],
    name: "format-ron",
    // In JSON the text begins with a brace.
    recognizes: |opening| storage::peek_format(&opening.text).is_some() && !opening.text.trim_start().starts_with('{'),
    read: Some(|source, _| whole_portfolio("ron", source, storage::decode)),
    write: Some(Writer::Whole(|portfolio| Ok(storage::encode_checked(portfolio)?))),
};
