//! How much of a table is read at most. All of these are ours: far more than any reseller's file has, and less than what fills a computer's memory.

use std::fmt;

use crate::storage::LONGEST_TEXT;

/// Columns of a table; the widest file that we know of has 27.
pub const MOST_COLUMNS: u64 = 512;

/// Rows of a sheet: Excel's own limit.
pub const MOST_ROWS: u64 = 1_048_576;

/// Cells of a sheet.
pub const MOST_CELLS: u64 = 64 << 20;

/// Different texts of a workbook.
pub const MOST_STRINGS: u64 = 2 << 20;

/// Bytes of a workbook as it lies on the disk.
pub const LARGEST_WORKBOOK: u64 = 128 << 20;

/// Bytes of all that is in a workbook, inflated.
pub const LARGEST_INFLATED: u64 = 1 << 30;

/// Bytes of a workbook's different texts, inflated.
pub const LARGEST_STRINGS: u64 = 192 << 20;

/// Bytes of the parts that are read before any sheet, each, inflated.
pub const LARGEST_PART: u64 = 16 << 20;

/// Parts of a workbook.
pub const MOST_PARTS: usize = 16 << 10;

/// Tags of a workbook's styles; Excel has at most 65,490 of them.
pub const MOST_STYLE_TAGS: u64 = 128 << 10;

/// Bytes of a tag.
pub const LONGEST_TAG: usize = 64 << 10;

/// Bytes of a cell in a workbook, with its tags.
pub const LONGEST_CELL: usize = LONGEST_TEXT + (64 << 10);

/// What a table has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    FileBytes,
    InflatedBytes,
    Parts,
    Rows,
    Columns,
    Cells,
    Strings,
    /// A single cell is too long.
    Cell,
    /// A single tag is too long.
    Tag,
    Styles,
}

impl Limit {
    /// How much there may be.
    #[must_use]
    pub const fn most(self) -> u64 {
        match self {
            Self::FileBytes => LARGEST_WORKBOOK,
            Self::InflatedBytes => LARGEST_INFLATED,
            Self::Parts => MOST_PARTS as u64,
            Self::Rows => MOST_ROWS,
            Self::Columns => MOST_COLUMNS,
            Self::Cells => MOST_CELLS,
            Self::Strings => MOST_STRINGS,
            Self::Cell => LONGEST_CELL as u64,
            Self::Tag => LONGEST_TAG as u64,
            Self::Styles => MOST_STYLE_TAGS,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileBytes => "bytes in the file",
            Self::InflatedBytes => "bytes when unpacked",
            Self::Parts => "parts in the file",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Cells => "cells",
            Self::Strings => "different texts",
            Self::Cell => "bytes in one cell",
            Self::Tag => "bytes in one tag",
            Self::Styles => "styles",
        })
    }
}
