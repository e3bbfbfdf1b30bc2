//! The last line of a file: a file as it was written is whole, and any other opens all the same and is told apart.

use upgrade_desk::storage::{Seal, decode, decode_json, encode, encode_json};

use super::round_trip::small;
use super::{FIXTURE, loaded};

/// What is written of a small portfolio, before and after its last line begins.
fn written() -> (String, String) {
    let text = encode(&small()).unwrap();
    let at = text.find("// end ").unwrap();
    (text[..at].to_owned(), text[at..].to_owned())
}

/// The seal of bytes that read as the small portfolio.
#[track_caller]
fn seal(bytes: &[u8]) -> Seal {
    let read = decode(bytes).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read.portfolio, small());
    assert!(!read.is_read_only());
    read.seal
}

#[test]
fn a_file_as_it_was_written_is_whole() {
    let (body, last) = written();
    assert!(body.ends_with(")\n"));
    assert!(last.starts_with(&format!("// end {} blake3:", body.len())));
    assert_eq!(seal(format!("{body}{last}").as_bytes()), Seal::Whole);
}

#[test]
fn a_file_without_the_line_opens_and_lacks_it() {
    let (body, _) = written();
    assert_eq!(seal(body.as_bytes()), Seal::Missing);
    assert_eq!(seal(format!("{body}// Edited by Li Na. The end\n").as_bytes()), Seal::Missing);
    assert_eq!(seal(format!("// The end of // end \n{body}").as_bytes()), Seal::Missing);
    assert_eq!(loaded(FIXTURE).seal, Seal::Missing);
}

#[test]
fn what_an_editor_does_to_a_file_is_seen_and_opens() {
    let (body, last) = written();
    let text = format!("{body}{last}");
    assert_eq!(seal(format!("\u{feff}{text}").as_bytes()), Seal::Wrong);
    assert_eq!(seal(text.replace('\n', "\r\n").as_bytes()), Seal::Wrong);
    assert_eq!(seal(text.trim_end().as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("{text}\n").as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("{text}// A remark\n").as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("{body}\n{last}").as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("{body}{last}{last}").as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("// A remark\n{text}").as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("{body}{}", last.to_uppercase().replace("// END", "// end")).as_bytes()), Seal::Wrong);
    assert_eq!(seal(format!("{body}{}", last.replace("end ", "end 0")).as_bytes()), Seal::Wrong);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(seal(&utf16), Seal::Wrong);

    let renamed = decode(text.replace("Contoso", "Contosa").as_bytes()).unwrap();
    assert_eq!(renamed.seal, Seal::Wrong);
    assert_eq!(renamed.portfolio.customers.as_slice()[1].company_name, "Contosa");
}

#[test]
fn a_line_that_was_cut_short_is_not_taken_for_whole_or_for_none() {
    let (body, last) = written();
    for length in 2..last.len() {
        assert_eq!(seal(format!("{body}{}", &last[..length]).as_bytes()), Seal::Wrong, "{}", &last[..length]);
    }
}

#[test]
fn the_line_of_another_file_does_not_make_this_one_whole() {
    let (body, _) = written();
    let other = encode(&loaded(FIXTURE).portfolio).unwrap();
    let last = &other[other.find("// end ").unwrap()..];
    assert_eq!(seal(format!("{body}{last}").as_bytes()), Seal::Wrong);
}

#[test]
fn json_has_no_such_line() {
    let text = encode_json(&small()).unwrap();
    assert_eq!(decode_json(text.as_bytes()).unwrap().seal, Seal::NotApplicable);
}
