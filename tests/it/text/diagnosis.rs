//! Why a file could not be read or written, said in every language: faults of real texts, refusals of the system, and all the rest.

use std::fmt::Write as _;
use std::io::{Error, ErrorKind};

use insta::assert_snapshot;
use upgrade_desk::exchange::incoming::{FaultReason, Malformed, RowFault};
use upgrade_desk::exchange::table::Limit;
use upgrade_desk::exchange::{ExchangeError, FORMATS};
use upgrade_desk::model::Id;
use upgrade_desk::state::diagnosis::{Diagnosis, FileStep, SystemError};
use upgrade_desk::storage::{EncodeError, Fault, LoadError, ParseFault, Wrong, decode, decode_json};
use upgrade_desk::text::{Language, Words};

use crate::given;

fn all_words() -> [Words; 3] {
    Language::ALL.map(|language| Words::new(language).unwrap())
}

/// Whole portfolios in RON, each with one thing wrong.
const BROKEN: [&str; 24] = [
    "(format: 1, customers: [",
    "(format: 1, partner: (name: 5))",
    "(format: 1, rules: \"x\", rules: \"y\")",
    "(format: \"one\")",
    "(format: 99999999999)",
    "(format: -1)",
    "(format: 1.5)",
    "(format: 1_x)",
    "(id: \"x\")",
    "(format: 1, customers: {})",
    "(format: 1, customers: [5])",
    "(format: 1, customers: [(id: \"a\", company_name: \"b\", subscriptions: [(id: \"s\", quantity: 1, trial: true)])])",
    "(format: 1, customers: [(id: \"a\", company_name: \"b\", subscriptions: [(id: \"s\", quantity: 1, status: 5)])])",
    "(format: 1, customers: [(id: \"a\" company_name: \"b\")])",
    "(format: 1, customers: [(id: \"a\", company_name: \"b)])",
    "(format: 1, rules: \"a\\q\")",
    "(format: 1, customers: [(id: \"a\", company_name: \"b\", delegated_admin: Yes)]]",
    "(format: 1) more",
    "(format: 1, /* customers: [])",
    "(format 1)",
    "[format: 1]",
    "(format: 1, customers: [(id: \"a\", company_name: \"b\", subscriptions: [(id: \"s\", quantity: 1, created: \"soon\")])])",
    "(format: 1, id: \"one\")",
    "§",
];

/// The same in JSON.
const BROKEN_JSON: [&str; 15] = [
    "{\"format\": 1, \"customers\": [",
    "{\"format\": 1, \"customers\": 5}",
    "{\"format\": 1, \"rules\": 5}",
    "{\"format\": \"one\"}",
    "{\"format\": 1.5}",
    "{\"format\": 1, \"format\": 1}",
    "{\"format\": 1, \"customers\": [{\"id\": \"a\"}]}",
    "{\"format\" 1}",
    "{\"format\": 1 \"rules\": \"x\"}",
    "{\"format\": 1,}",
    "{\"format\": 01}",
    "{\"format\": 1, \"rules\": \"a\\q\"}",
    "{\"format\": 1, \"rules\": \"a\tb\"}",
    "{\"format\": 1} more",
    "{format: 1}",
];

fn error_of(text: &str, is_json: bool) -> LoadError {
    let read = if is_json { decode_json(text.as_bytes()) } else { decode(text.as_bytes()) };
    read.map_or_else(|error| error, |loaded| panic!("{text} opens: {loaded:?}"))
}

#[test]
fn faults_of_real_texts_are_said_in_every_language() {
    let words = all_words();
    let mut said = String::new();
    let all = BROKEN.map(|text| (text, false)).into_iter().chain(BROKEN_JSON.map(|text| (text, true)));
    for (text, is_json) in all {
        let error = error_of(text, is_json);
        if let LoadError::Faults(faults) = &error {
            for fault in faults {
                let is_english_only = matches!(fault.wrong, Wrong::Parse(ParseFault::Other { .. }));
                assert!(!is_english_only, "{text}: {fault}");
            }
        }
        writeln!(said, "{text}").unwrap();
        for words in &words {
            writeln!(said, "    {}", words.load_error(&error)).unwrap();
        }
    }
    assert_snapshot!(said);
}

#[test]
fn what_the_system_refuses_is_said_in_every_language() {
    let other = "a sentence of the system";
    let kinds = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::IsADirectory,
        ErrorKind::NotADirectory,
        ErrorKind::AlreadyExists,
        ErrorKind::FileTooLarge,
        ErrorKind::ResourceBusy,
        ErrorKind::InvalidFilename,
        ErrorKind::NetworkUnreachable,
        ErrorKind::TimedOut,
    ];
    for words in all_words() {
        for kind in kinds {
            let said = words.system_error(&SystemError::new(kind, other));
            assert!(!said.contains(other) && !said.contains("system-"), "{kind:?}: {said}");
        }
        assert_eq!(words.system_error(&SystemError::new(ErrorKind::Other, "unheard of (os error 999)")), "unheard of");
    }
    #[cfg(unix)]
    {
        let broken = SystemError::from(&Error::from_raw_os_error(5));
        let said = all_words().map(|words| words.system_error(&broken));
        assert_snapshot!(said.join("\n"), @r"
        the disk, or the connection to it, fails
        le disque, ou la connexion au disque, est en panne
        磁盘或其连接出现故障
        ");
    }
    let there = tempfile::tempdir().unwrap();
    let missing = std::fs::read(there.path().join("none")).unwrap_err();
    let said = all_words().map(|words| words.system_error(&SystemError::from(&missing)));
    assert_snapshot!(said.join("\n"), @r"
    there is no such file or folder
    ce fichier ou ce dossier n’existe pas
    没有此文件或文件夹
    ");
}

/// One diagnosis of each kind.
fn diagnoses() -> Vec<Diagnosis> {
    let path = || "/files/a.ron".into();
    let error = || SystemError::new(ErrorKind::PermissionDenied, "Permission denied (os error 13)");
    let steps = [
        FileStep::Open,
        FileStep::Read,
        FileStep::Resolve,
        FileStep::Create,
        FileStep::Write,
        FileStep::Sync,
        FileStep::Rename,
        FileStep::SyncFolder,
        FileStep::Folder,
        FileStep::Lock,
        FileStep::Journal,
    ];
    let mut all: Vec<Diagnosis> =
        steps.into_iter().map(|step| Diagnosis::File { step, error: error(), path: path() }).collect();
    let limits = [
        Limit::FileBytes,
        Limit::InflatedBytes,
        Limit::Parts,
        Limit::Rows,
        Limit::Columns,
        Limit::Cells,
        Limit::Strings,
        Limit::Cell,
        Limit::Tag,
        Limit::Styles,
    ];
    let exchange = [
        ExchangeError::NotRecognized,
        ExchangeError::NotExported { format: FORMATS[0].id },
        ExchangeError::NotImported { format: FORMATS[0].id },
        ExchangeError::Load(LoadError::Empty),
        ExchangeError::Encode(EncodeError::Differs),
        ExchangeError::Stopped,
        ExchangeError::Temporary { said: "full".to_owned() },
        ExchangeError::NotWritten { said: "odd".to_owned() },
        ExchangeError::TooManyRows { rows: 2_000_000, most: 1_048_575 },
        ExchangeError::TooLong { row: 3, column: "Notes".to_owned(), characters: 40_000, most: 32_767 },
        ExchangeError::Damaged { said: "odd".to_owned() },
        ExchangeError::Io(error()),
    ];
    all.extend(exchange.into_iter().chain(limits.map(|what| ExchangeError::TooMuch { what })).map(Diagnosis::Exchange));
    let load = [
        LoadError::TooLarge { size: 3_000_000, limit: 1_000_000 },
        decode(&[b'a', 0xff, b'b']).unwrap_err(),
        decode(&[b'(', 0, 0, 0, 0]).unwrap_err(),
        LoadError::UnmarkedUtf16,
        LoadError::NewerFormat { format: 3, known: 1 },
        LoadError::UnknownFormat { format: 0 },
    ];
    all.extend(load.map(Diagnosis::Load));
    all.extend([
        Diagnosis::At { error: error(), path: path() },
        Diagnosis::System(error()),
        Diagnosis::TooLarge { limit: 1 << 30, path: path() },
        given::damage(),
        Diagnosis::Encode(EncodeError::Differs),
        Diagnosis::ChangedOutside,
        Diagnosis::Locked { path: path() },
        Diagnosis::GivenUp,
        Diagnosis::NoSuchCustomer { customer: Id::new("c") },
        Diagnosis::NoSuchUpgrade { subscription: Id::new("s") },
        Diagnosis::Catalog(LoadError::Empty),
        Diagnosis::OwnFault { said: Some("odd".to_owned()) },
        Diagnosis::OwnFault { said: None },
    ]);
    all
}

#[test]
fn every_diagnosis_is_said_and_in_each_language_otherwise() {
    let [english, others @ ..] = all_words();
    for diagnosis in diagnoses() {
        let in_english = english.diagnosis(&diagnosis);
        assert!(!in_english.trim().is_empty() && !in_english.contains(['{', '}']), "{diagnosis:?}: {in_english}");
        assert!(!in_english.contains("os error"), "{diagnosis:?}: {in_english}");
        for words in &others {
            let said = words.diagnosis(&diagnosis);
            assert!(said != in_english && !said.trim().is_empty(), "{diagnosis:?}: {said}");
            assert_eq!(said.lines().count(), in_english.lines().count(), "{diagnosis:?}");
        }
    }
    assert_eq!(english.diagnosis(&Diagnosis::Nothing), "");
}

#[test]
fn lines_of_a_diagnosis_are_its_lines() {
    for words in all_words() {
        for diagnosis in diagnoses() {
            let lines = upgrade_desk::text::diagnosis_lines(&diagnosis);
            let one_by_one: Vec<String> = (0..lines).map(|at| words.diagnosis_line(&diagnosis, at)).collect();
            assert_eq!(one_by_one.join("\n"), words.diagnosis(&diagnosis), "{diagnosis:?}");
            assert_eq!(words.told(&diagnosis).lines().count(), 1);
        }
    }
}

#[test]
fn a_saved_answer_that_is_no_json_is_said_in_every_language() {
    let all = [
        Malformed::TooDeep,
        Malformed::Ends,
        Malformed::NoColon,
        Malformed::NoName,
        Malformed::OpenText,
        Malformed::Backslash,
        Malformed::NoValue,
        Malformed::NoAnswer,
        Malformed::NoRecord,
        Malformed::NoWord,
        Malformed::NoId,
        Malformed::NoText,
        Malformed::NoReason,
    ];
    let [english, others @ ..] = all_words();
    for malformed in all {
        let (reason, cells) = (FaultReason::NotParsed(malformed), Vec::new());
        let fault = RowFault { line: 7, column: "items[2]".to_owned(), reason, value: String::new(), cells };
        let in_english = english.row_fault(&fault);
        assert!(in_english.starts_with("Line 7, items[2]: ") && !in_english.contains("malformed"), "{in_english}");
        for words in &others {
            let said = words.row_fault(&fault);
            assert!(said != in_english && said.contains("items[2]") && !said.contains("malformed"), "{said}");
        }
    }
}

#[test]
fn a_text_that_is_too_long_says_its_length_through_both_parsers() {
    let long = "x".repeat(upgrade_desk::storage::LONGEST_TEXT + 1);
    let id = "5a4d0000-0000-4000-8000-000000000000";
    let texts = [
        (format!("(format: 1, id: \"{id}\", partner: (name: \"{long}\"))"), false),
        (format!("{{\"format\": 1, \"id\": \"{id}\", \"partner\": {{\"name\": \"{long}\"}}}}"), true),
    ];
    for (text, is_json) in texts {
        let LoadError::Faults(faults) = error_of(&text, is_json) else { panic!("no fault") };
        let expected = Wrong::Parse(ParseFault::TooLong { length: long.len() });
        assert!(matches!(&faults[..], [Fault { wrong, .. }] if *wrong == expected), "{faults:?}");
    }
}
