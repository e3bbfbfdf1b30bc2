//! The last line of a portfolio file, `// end <length> blake3:<hash>`: by it a file knows whether it is as it was written.
//!
//! RON takes the line for a comment. Without it, 9 % of the single bits that can flip in a file give another portfolio
//! that opens without a word. Nothing is refused here: what a seal means for a file is its reader's.

use super::canonical::Cores;
use super::journal::content_hash;
use crate::model::ContentHash;

/// What the line begins with.
const MARK: &str = "// end ";

/// What a file's last line says of the bytes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// The file is as it was written, to the byte.
    Whole,
    /// There is none: the file was made by hand or by an earlier version, or its end is gone.
    Missing,
    /// There is one, and it is about other bytes: the file was edited outside or is damaged.
    Wrong,
    /// The format has none.
    NotApplicable,
}

/// The line for a text, which ends with a line break.
pub(super) fn trailer(text: &str) -> String {
    line(text.len(), content_hash(text.as_bytes()))
}

fn line(length: usize, hash: ContentHash) -> String {
    format!("{MARK}{length} blake3:{hash}\n")
}

/// How a file is sealed, and the hash of all its bytes. `text` is what they say. Both take one walk over the file.
pub(super) fn seal(bytes: &[u8], text: &str, cores: Cores) -> (Seal, ContentHash) {
    let lines = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let start = lines.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let (body, last) = bytes.split_at(start);
    let mut hasher = blake3::Hasher::new();
    match cores {
        Cores::All => hasher.update_rayon(body),
        Cores::One => hasher.update(body),
    };
    // Compared with the line that would be written, so that no other way to write a number or a hash passes.
    let seal = if last == line(body.len(), ContentHash(*hasher.finalize().as_bytes())).as_bytes() {
        Seal::Whole
    } else if has_mark(text) {
        Seal::Wrong
    } else {
        Seal::Missing
    };
    (seal, ContentHash(*hasher.update(last).finalize().as_bytes()))
}

/// Whether a line is a trailer, or as much of one as is left where a file is cut short.
fn has_mark(text: &str) -> bool {
    let last = text.lines().next_back().unwrap_or_default();
    let is_rest = last.starts_with("//") && MARK.starts_with(last);
    // Searched from the end, where it almost always is.
    let is_line = |(at, _): (usize, &str)| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
    is_rest || text.rmatch_indices(MARK).any(is_line)
}
