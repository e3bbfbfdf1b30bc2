//! Files that were made to hurt: each is refused or read, within 512 MiB and 10 seconds, and none ends the program.

use std::time::{Duration, Instant};

use upgrade_desk::storage::{Tail, decode, decode_journal, decode_journal_with, decode_json, decode_settings, salvage};

use super::{ID, with_customer, with_subscription};

const MIB: usize = 1 << 20;

/// A portfolio with one more field.
fn with_field(field: &str) -> String {
    format!("(format: 1, {ID}, {field})\n")
}

/// Texts by what they do, of about `size` bytes each.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let times = |text: &str| text.repeat(size / text.len());
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(size / 2), close.repeat(size / 2));
    vec![
        ("one string", with_customer(&format!("notes: \"{}\"", times("x")))),
        ("one string of escapes", with_customer(&format!("notes: \"{}\"", times("\\u{1F600}")))),
        ("one raw string", with_customer(&format!("notes: r#\"{}\"#", times("\"")))),
        ("a string without an end", with_customer(&format!("notes: \"{}", times("x")))),
        ("raw strings without an end", format!("(customers: [{}", times("(id:r##\""))),
        ("one name", with_field(&times("x"))),
        ("one number", with_field(&format!("later: {}", times("9")))),
        ("lists in lists", with_field(&format!("later: {}", nested("[", "]")))),
        ("records in records", with_field(&format!("later: {}", nested("(", ")")))),
        ("maps in maps", with_field(&format!("later: {}", nested("{0:", "}")))),
        ("options in options", with_field(&format!("later: {}", times("Some(")))),
        (
            "lists in lists of lists",
            with_field(&format!("later: [{}]", times(&format!("{}{},", "[".repeat(50), "]".repeat(50))))),
        ),
        ("comments in comments", format!("{} {}", times("/*"), with_customer(""))),
        ("comments", format!("{}{}", times("//\n"), with_customer(""))),
        ("extensions", format!("{}{}", times("#![enable(implicit_some)]"), with_customer(""))),
        ("fields twice", with_field(&times("rules: \"page\", "))),
        ("fields that are not known", with_field(&times("a:1,"))),
        ("fields that are not known of records", with_customer(&times("a:[()],"))),
        ("keys twice in a map", with_field(&format!("later: {{{}}}", times("1:1,")))),
        ("words that are not known", with_customer(&format!("delegated_admin: Families([{}])", times("\"a\",")))),
        (
            "days that do not exist",
            with_customer(&format!("subscriptions: [{}]", times("(id:\"s\",quantity:1,created:Some(\"\")),"))),
        ),
        ("customers who are nobody", with_field(&format!("customers: [{}]", times("(id:\"\",company_name:\"\"),")))),
        ("openings of records", format!("(customers: [{}", times("(id:"))),
        ("openings of customers", format!("(customers: [{}", times("(id:\"c\",company_name:\"\",subscriptions:["))),
        ("records that are none", format!("(customers: [{}]", times("(id:\"c\"),"))),
        ("lists of customers", times("customers: [")),
        ("backslashes", format!("(customers: [(id: \"{}", times("\\"))),
        ("quotes", format!("(customers: [(id: {}", times("\"'"))),
        ("zeros", times("\0")),
        ("blanks", times(" ")),
        ("line breaks", times("\n")),
        ("not a number", with_subscription("assigned: Some(NaN), quantity: inf")),
        ("JSON in JSON", format!("{{\"format\":1,\"later\":{}", nested("[", "]"))),
        ("keys twice in JSON", format!("{{\"format\":1,{}\"id\":\"\"}}", times("\"rules\":\"page\","))),
    ]
}

/// Every reader of files.
fn read(text: &str) {
    let bytes = text.as_bytes();
    let _ = (decode(bytes), decode_json(bytes), decode_settings(bytes), salvage(bytes));
    let _ = decode_journal(bytes);
    let line = format!("0123456789abcdef {} {}\n", text.trim_end().len(), text.trim_end());
    let _ = decode_journal_with(line.as_bytes(), false);
}

#[test]
fn no_hostile_text_panics_or_takes_long() {
    for (what, text) in hostile(MIB / 4) {
        let start = Instant::now();
        read(&text);
        assert!(start.elapsed() < Duration::from_secs(10), "{what}: {:?}", start.elapsed());
    }
}

#[test]
fn hostile_numbers_and_days_are_refused() {
    for field in [
        "quantity: NaN",
        "quantity: inf",
        "quantity: -inf",
        "quantity: 1e3",
        "quantity: 1.0",
        "quantity: 0x10000000000000000",
        "quantity: 170141183460469231731687303715884105728",
        "quantity: -9223372036854775809",
        "assigned: Some(-0.0)",
        "created: Some(\"+262144-01-01\")",
        "created: Some(\"2018-13-01\")",
        "created: Some(\"\")",
        "trial: Some(1)",
        "id: 5",
        "id: 'c'",
    ] {
        let text = with_customer(&format!("subscriptions: [(id: \"s\", quantity: 1, {field})]"));
        let text = if field.starts_with("quantity") { text.replace("quantity: 1, ", "") } else { text };
        let text = if field.starts_with("id") { text.replace("id: \"s\", ", "") } else { text };
        assert!(decode(text.as_bytes()).is_err(), "{field}");
    }
}

#[test]
fn a_line_of_the_journal_of_a_hundred_mebibytes_is_passed_or_refused() {
    let line = "x".repeat(100 * MIB);
    assert_eq!(decode_journal(line.as_bytes()).tail, Tail::Torn);
}

/// The real program under limits of the system: address space and processor time.
#[cfg(target_os = "linux")]
#[test]
fn the_program_reads_hostile_files_within_512_mebibytes_and_10_seconds() {
    use std::process::Command;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.ron");
    let largest = "(customers: [(id: \"".to_owned() + &"x".repeat(100 * MIB);
    // So many findings on one line show whether their columns are counted anew for each.
    let nobody = with_field(&format!("customers: [{}]", "(id:\"\",company_name:\"\"),".repeat(4 * MIB / 24)));
    let more = [("a hundred mebibytes of one string", largest), ("many findings on one line", nobody)];
    let files = hostile(MIB / 4).into_iter().chain(more);
    for (what, text) in files {
        std::fs::write(&path, &text).unwrap();
        let limits = "ulimit -v 524288 && ulimit -t 10 && exec \"$0\" check \"$1\"";
        let program = env!("CARGO_BIN_EXE_upgrade-desk");
        let said = Command::new("sh").args(["-c", limits, program]).arg(&path).output().unwrap();
        let err = String::from_utf8_lossy(&said.stderr);
        assert!(matches!(said.status.code(), Some(0 | 1)), "{what}: {:?} {}", said.status, &err[..err.len().min(300)]);
        assert!(!err.contains("panicked"), "{what}");
    }
}
