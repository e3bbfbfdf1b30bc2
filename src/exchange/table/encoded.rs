//! Bytes in any of the encodings → UTF-8, piece by piece, with the places where the bytes were no text; and which encoding it is. What the text says is not looked at.

use std::collections::VecDeque;
use std::io::{Read, SeekFrom};

use encoding_rs::{CoderResult, Decoder, DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::super::ExchangeError;
use super::super::source::{Encoding, Source};

/// How many bytes are read at once.
const PIECE: usize = 64 << 10;

/// What stands where bytes were no text.
const REPLACEMENT: &str = "\u{fffd}";

/// How many bytes that are no text are counted before an encoding is given up.
const ENOUGH: usize = 1000;

/// A byte order mark with its length.
fn mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        // Seldom met: the mark as GB18030 writes it.
        [0x84, 0x31, 0x95, 0x33, ..] => Some((Encoding::Gb18030, 4)),
        _ => None,
    }
}

/// How long the byte order mark is, where it is this encoding's.
fn mark_length(bytes: &[u8], encoding: Encoding) -> usize {
    mark(bytes).filter(|(of, _)| *of == encoding).map_or(0, |(_, length)| length)
}

/// UTF-16 without a mark: what is ASCII has a NUL in each pair, always on the same side.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes.get(..PIECE.min(bytes.len())).unwrap_or_default().as_chunks::<2>();
    let big = pairs.iter().filter(|[first, second]| *first == 0 && *second != 0).count();
    let little = pairs.iter().filter(|[first, second]| *first != 0 && *second == 0).count();
    // A fifth of the characters: a Chinese table has separators, digits and ids at least. [ours]
    let enough = pairs.len().div_ceil(5).max(1);
    if little >= enough && little > big {
        Some(Encoding::Utf16Le)
    } else if big >= enough && big > little {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

fn decoder(encoding: Encoding) -> Decoder {
    match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Gb18030 => GB18030,
    }
    .new_decoder_without_bom_handling()
}

/// Which encoding a beginning is in, where that is clear from its first bytes.
fn evident(head: &[u8]) -> Option<Encoding> {
    mark(head).map(|(encoding, _)| encoding).or_else(|| unmarked_utf16(head))
}

/// Which encoding a source is in: by its mark, its NULs, or the one in which it is text. Leaves the source at its start.
///
/// A file that is text in neither UTF-8 nor GB18030 is in the one in which less of it is broken.
pub(super) fn recognized(source: &mut dyn Source) -> Result<Encoding, ExchangeError> {
    let mut head = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.take(PIECE as u64).read_to_end(&mut head)?;
    let encoding = match evident(&head) {
        Some(encoding) => encoding,
        None => {
            let mut broken = |encoding| {
                source.seek(SeekFrom::Start(0))?;
                broken(source, encoding)
            };
            let in_utf8 = broken(Encoding::Utf8)?;
            if in_utf8 == 0 || in_utf8 <= broken(Encoding::Gb18030)? { Encoding::Utf8 } else { Encoding::Gb18030 }
        }
    };
    source.seek(SeekFrom::Start(0))?;
    Ok(encoding)
}

/// How often a source is no text in an encoding.
fn broken(source: &mut dyn Source, encoding: Encoding) -> Result<usize, ExchangeError> {
    let mut decoded = Decoded::new(source, encoding)?;
    let (mut text, mut found) = (Vec::new(), 0);
    while found < ENOUGH && decoded.next(&mut text)? {
        found += decoded.take_broken(u64::MAX);
        text.clear();
    }
    Ok(found)
}

/// The text of a file's beginning, which may end within a character. `None`: the encoding that it seems to be in.
pub(super) fn beginning(head: &[u8], encoding: Option<Encoding>) -> String {
    let encoding = encoding.or_else(|| evident(head)).unwrap_or_else(|| {
        let is_utf8 = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
        if is_utf8 { Encoding::Utf8 } else { Encoding::Gb18030 }
    });
    let head = head.get(mark_length(head, encoding)..).unwrap_or_default();
    let mut decoder = decoder(encoding);
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length(head.len()).unwrap_or_default());
    let (result, _, _) = decoder.decode_to_string(head, &mut text, false);
    match result {
        CoderResult::InputEmpty | CoderResult::OutputFull => text,
    }
}

/// A source as UTF-8.
pub(super) struct Decoded<'a> {
    source: &'a mut dyn Source,
    decoder: Decoder,
    raw: Vec<u8>,
    /// How much of `raw` is decoded, and how much of it there is.
    at: usize,
    end: usize,
    is_over: bool,
    written: u64,
    /// Where in the text [`REPLACEMENT`] stands for bytes that are none.
    broken: VecDeque<u64>,
}

impl<'a> Decoded<'a> {
    /// Reads on from where the source is, which is its start.
    pub fn new(source: &'a mut dyn Source, encoding: Encoding) -> Result<Self, ExchangeError> {
        let mut raw = vec![0; PIECE];
        let mut end = 0;
        while end < 4 {
            match source.read(raw.get_mut(end..).unwrap_or_default())? {
                0 => break,
                read => end += read,
            }
        }
        let at = mark_length(raw.get(..end).unwrap_or_default(), encoding);
        let decoder = decoder(encoding);
        Ok(Self { source, decoder, raw, at, end, is_over: false, written: 0, broken: VecDeque::new() })
    }

    /// Puts more text at the end of `text`; `false`: there is none.
    pub fn next(&mut self, text: &mut Vec<u8>) -> Result<bool, ExchangeError> {
        let before = text.len();
        while text.len() == before && !self.is_over {
            if self.at == self.end {
                self.at = 0;
                self.end = self.source.read(&mut self.raw)?;
            }
            self.decode(text);
        }
        Ok(text.len() > before)
    }

    fn decode(&mut self, text: &mut Vec<u8>) {
        let is_last = self.end == 0;
        loop {
            let bytes = self.raw.get(self.at..self.end).unwrap_or_default();
            let before = text.len();
            // Room for all of it, so that the output is never full.
            let room = self.decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or_default();
            text.resize(before + room.max(16), 0);
            let output = text.get_mut(before..).unwrap_or_default();
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(bytes, output, is_last);
            text.truncate(before + written);
            self.at += read;
            self.written += written as u64;
            match result {
                DecoderResult::InputEmpty => {
                    self.is_over = is_last;
                    return;
                }
                DecoderResult::Malformed(..) => {
                    self.broken.push_back(self.written);
                    text.extend_from_slice(REPLACEMENT.as_bytes());
                    self.written += REPLACEMENT.len() as u64;
                }
                DecoderResult::OutputFull => {}
            }
        }
    }

    /// How often bytes were no text before this byte of the text, since it was asked the last time.
    pub fn take_broken(&mut self, before: u64) -> usize {
        let count = self.broken.iter().take_while(|at| **at < before).count();
        self.broken.drain(..count);
        count
    }
}
