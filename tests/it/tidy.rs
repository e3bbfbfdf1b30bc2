//! The shape of the sources: who may name whom, which crate is named where, and what every file has.
//!
//! Each exception stands here with its reason. What the compiler and clippy hold already is not here.

use std::collections::BTreeSet;

use upgrade_desk::text::message_ids;
use upgrade_desk::ui::shortcuts;

use crate::sources::{Source, rust_files, strings};

/// Which modules a module may name. `app` and `main` may name all.
const MAY_NAME: [(&str, &[&str]); 10] = [
    ("model", &[]),
    ("rules", &["model"]),
    ("storage", &["model"]),
    ("exchange", &["model", "storage"]),
    ("state", &["model", "rules", "exchange"]),
    ("report", &["model", "rules", "text"]),
    ("text", &["model", "rules", "state"]),
    ("ui", &["model", "rules", "exchange", "state", "text"]),
    ("shell", &["model", "storage", "exchange", "report", "state"]),
    // `app` opens the window for the subcommand-less program.
    ("cli", &["app", "model", "rules", "storage", "exchange", "report", "state", "shell", "text"]),
];

/// What is named in few modules only, and in which. The last is why, where design has it otherwise or says nothing.
const ONLY_IN: [(&str, &[&str], &str); 55] = [
    ("blake3", &["storage"], "by its hash a file knows itself, and a journal the file that it belongs to"),
    ("ron", &["storage"], ""),
    ("serde_ignored", &["storage"], "beside ron: it tells the fields that were not understood"),
    (
        "serde_json",
        &["storage", "exchange", "report", "cli"],
        "JSON beside the RON, texts of REST answers, evidence packs, and what `check` prints",
    ),
    (
        "serde",
        &["storage", "report", "cli"],
        "the types of the file, of what templates show, and of what `check` prints",
    ),
    ("minijinja", &["report"], "the templates of the HTML reports"),
    ("sha2", &["report"], "the hashes of evidence packs, which other programs can work out too"),
    ("csv", &["exchange", "cli"], "`check --format csv` prints it"),
    ("rust_xlsxwriter", &["exchange"], "the workbook that `export` writes"),
    ("rayon", &["state", "storage", "cli", "shell"], "reading, judging, sorting and searching on all cores"),
    ("foldhash", &["model", "storage"], "records are looked up by their ids by the hundred thousand"),
    ("memchr", &["storage"], "finds where a long list ends"),
    ("csv_core", &["exchange"], "reads rows of text within limits"),
    ("encoding_rs", &["exchange"], "tables in UTF-16 and GB18030"),
    ("calamine", &["exchange"], "workbooks"),
    ("zip", &["exchange"], "how much a workbook holds is counted before it is opened"),
    ("fluent_bundle", &["text"], ""),
    ("intl_memoizer", &["text"], "a part of Fluent's interface"),
    ("unic_langid", &["text"], ""),
    ("unicode_normalization", &["state"], "search ignores accents"),
    ("unicode_width", &["cli"], "a Chinese letter takes two columns of a terminal"),
    ("pinyin", &["state"], "search finds Chinese names by how they sound"),
    ("icu_collator", &["state"], "the order of names, by language"),
    ("icu_locale_core", &["state"], "beside icu_collator: it names the language"),
    ("egui", &["ui", "app"], ""),
    ("egui_commonmark", &["ui"], "the manual"),
    ("egui_system_font_provider", &["ui"], "the theme says whose shapes Chinese characters have"),
    ("eframe", &["app", "main", "cli"], "`--renderer` names eframe's renderers"),
    ("winit", &[], "named in Cargo.toml for its features alone"),
    ("rfd", &["shell"], ""),
    ("notify", &["shell"], "tells when the open file changes outside"),
    ("rustix", &["shell"], "swapping two files in one step, telling a share from a disk, the machine's name"),
    ("zbus", &["shell"], "whether there is a portal to ask for files"),
    ("raw_window_handle", &["shell"], "the parent of a native dialog"),
    ("pollster", &["shell"], "a thread that waits for a native dialog"),
    ("directories", &["shell"], ""),
    ("sys_locale", &["shell"], "which language the system speaks"),
    ("tempfile", &["shell"], ""),
    ("clap", &["cli"], ""),
    ("strsim", &["cli"], "commands that are mistyped"),
    ("rand_core", &["cli"], "`generate`"),
    ("rand_pcg", &["cli"], "`generate`"),
    ("std::fs", &["shell"], ""),
    ("std::env", &["shell"], ""),
    ("std::net", &[], "the program never talks to a network"),
    ("std::thread", &["shell", "app"], "long work is done beside the window; `app` so asks the desktop for its theme"),
    ("std::process", &["main", "cli", "app"], "the exit status, which `main` hands on"),
    ("std::time", &["ui", "shell"], "how long a thing is shown, never what time it is"),
    (
        "std::io",
        &["shell", "cli", "exchange", "report"],
        "printing, reading what is imported and writing reports piece by piece",
    ),
    ("Utc::now", &["shell", "cli", "app"], ""),
    ("Local::now", &[], "every day and time is UTC"),
    ("SystemTime", &[], "the clock is chrono's, and shell's"),
    ("Uuid::new_v4", &["shell", "cli", "app", "storage"], "a copy of the sample is a portfolio of its own"),
    ("println!", &[], "output goes through the command line's own writer"),
    ("unsafe", &[], "the lint forbids it; here so that nobody allows it for a file"),
];

const LONGEST: usize = 500;

/// The names that begin with a word and `::`, or are a whole path, in a code. Strings do not count.
fn names(code: &str, wanted: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(wanted).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + wanted.len()..].chars().next();
        // `crate::ron` and `self.ron` are no crates.
        let starts = before.is_none_or(|letter| !is_word(letter) && letter != ':' && letter != '.' && letter != '"');
        let is_crate = !wanted.contains(':')
            && wanted.chars().all(|letter| letter.is_lowercase() || letter == '_' || letter.is_numeric());
        let ends = if is_crate && wanted != "unsafe" {
            code[at + wanted.len()..].starts_with("::")
        } else {
            after.is_none_or(|letter| !is_word(letter))
        };
        starts && ends
    })
}

/// The modules that a code names through `crate::…`, and through `super::` as often as leads out of its own module.
fn modules_named(source: &Source) -> BTreeSet<String> {
    let code = source.code();
    let mut found = BTreeSet::new();
    let first_word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = &list[..list.find("};").unwrap_or(list.len())];
                // What stands at the outermost level of the braces begins a path.
                let mut depth = 0;
                let mut start = true;
                for (at, letter) in list.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        letter if start && (letter.is_alphabetic() || letter == '_') => {
                            found.insert(first_word(&list[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
            None => {
                found.insert(first_word(rest));
            }
        }
    }
    // `src/a.rs` and `src/a/mod.rs` are one level below the crate, `src/a/b.rs` two.
    let path = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = path.split('/').count();
    let out = "super::".repeat(depth);
    for (at, _) in code.match_indices(&out) {
        if !code[..at].ends_with("super::") {
            found.insert(first_word(&code[at + out.len()..]));
        }
    }
    found.remove(source.module());
    found
}

fn forbidden_modules(source: &Source) -> Vec<String> {
    let all: BTreeSet<&str> = MAY_NAME.iter().map(|(module, _)| *module).chain(["app"]).collect();
    let Some((module, allowed)) = MAY_NAME.iter().find(|(module, _)| *module == source.module()) else {
        return Vec::new();
    };
    modules_named(source)
        .into_iter()
        .filter(|named| all.contains(named.as_str()) && !allowed.contains(&named.as_str()))
        .map(|named| format!("{}: {module} may not name {named}", source.path))
        .collect()
}

/// The paths of one `use` with braces, spelled out as far as the first level: `use std::{fs, io};` names `std::fs`.
fn spelled_out(code: &str) -> String {
    let mut text = code.to_owned();
    for (at, _) in code.match_indices("std::{") {
        let list = &code[at + "std::{".len()..];
        let list = &list[..list.find("};").unwrap_or(list.len())];
        for part in list.split(',') {
            text.push_str(&format!("\nstd::{}", part.trim()));
        }
    }
    text
}

fn forbidden_names(source: &Source) -> Vec<String> {
    let code = spelled_out(&source.code());
    ONLY_IN
        .iter()
        .filter(|(name, modules, _)| !modules.contains(&source.module()) && names(&code, name))
        .map(|(name, modules, _)| format!("{} names {name}, which only {modules:?} may", source.path))
        .collect()
}

#[test]
fn each_module_names_only_the_modules_that_it_may() {
    let found: Vec<String> = rust_files("src").iter().flat_map(forbidden_modules).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn each_crate_and_each_part_of_the_world_is_named_only_where_it_may_be() {
    let found: Vec<String> = rust_files("src").iter().flat_map(forbidden_names).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn each_crate_of_the_project_stands_in_the_table() {
    let cargo = std::fs::read_to_string(crate::sources::root().join("Cargo.toml")).unwrap();
    let mut in_dependencies = false;
    // Data types that every module may hold, and the errors' derive.
    let anywhere = ["chrono", "uuid", "thiserror"];
    for line in cargo.lines() {
        if line.starts_with('[') {
            in_dependencies = line.ends_with("dependencies]") && line != "[dev-dependencies]";
        } else if let Some((name, _)) = line.split_once(" = ")
            && in_dependencies
        {
            let name = name.replace('-', "_");
            let is_known = anywhere.contains(&name.as_str()) || ONLY_IN.iter().any(|(known, _, _)| *known == name);
            assert!(is_known, "{name} has no row that says where it may be named");
        }
    }
}

#[test]
fn the_table_of_modules_holds_every_module() {
    for source in rust_files("src") {
        let module = source.module();
        let is_known = ["app", "main", "lib"].contains(&module) || MAY_NAME.iter().any(|(known, _)| *known == module);
        assert!(is_known, "{} is of no module of the table", source.path);
    }
}

#[test]
fn a_planted_violation_is_caught() {
    let planted = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let modules = |path, text| forbidden_modules(&planted(path, text));
    assert_eq!(modules("src/model/id.rs", "use crate::rules::Verdict;").len(), 1);
    assert_eq!(modules("src/rules/a.rs", "use crate::{model::Id, state::{AppState, Command}};").len(), 1);
    assert_eq!(modules("src/rules/conditions/a.rs", "use super::super::super::text::Words;").len(), 1);
    assert_eq!(modules("src/state/a.rs", "fn f() { crate::ui::draw() }").len(), 1);
    assert_eq!(modules("src/text/a.rs", "use crate::storage;").len(), 1);
    assert_eq!(modules("src/ui/a.rs", "//! See crate::shell::files.\nuse crate::state::Command;"), [""; 0]);
    let names = |path, text| forbidden_names(&planted(path, text));
    assert_eq!(names("src/state/a.rs", "let text = std::fs::read(path);").len(), 1);
    assert_eq!(names("src/cli/a.rs", "use std::{fmt, fs};").len(), 1);
    assert_eq!(names("src/rules/a.rs", "let now = Utc::now();").len(), 1);
    assert_eq!(names("src/model/a.rs", "use chrono::{DateTime, Utc};\n#[derive(serde::Serialize)]").len(), 1);
    assert_eq!(names("src/exchange/a.rs", "use ron::Value;").len(), 1);
    assert_eq!(names("src/shell/a.rs", "ui.label(egui::RichText::new(text))").len(), 1);
    assert_eq!(names("src/ui/a.rs", "// egui and ron::Value\nlet x = crate::storage::ron::y;"), [""; 0]);
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    for source in rust_files("src").into_iter().chain(rust_files("tests")) {
        assert!(source.text.starts_with("//! "), "{} begins with no `//!`", source.path);
        let first = source.text.lines().next().unwrap();
        let ends = first.ends_with('.')
            || first.ends_with(':')
            || source.text.lines().nth(1).is_some_and(|line| line.starts_with("//!"));
        assert!(ends, "{}: the first line is a sentence", source.path);
    }
}

#[test]
fn no_file_of_the_program_is_so_long_that_it_holds_two_things() {
    for source in rust_files("src") {
        let lines = source.text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", source.path);
    }
}

#[test]
fn no_two_shortcuts_are_the_same_keys_and_each_has_a_name() {
    let words = upgrade_desk::text::Words::new(upgrade_desk::text::Language::English).unwrap();
    let all = shortcuts::all();
    for (at, shortcut) in all.iter().enumerate() {
        assert!(words.has(shortcut.name), "{}", shortcut.name);
        assert!(shortcut.keys != shortcuts::FIND, "{} takes the keys of the search", shortcut.name);
        for other in &all[at + 1..] {
            assert!(shortcut.keys != other.keys, "{} and {}", shortcut.name, other.name);
            // Fewer modifiers match more keys, so that those with more have to be asked first.
            let hides = shortcut.keys.logical_key == other.keys.logical_key
                && !shortcut.keys.modifiers.shift
                && other.keys.modifiers.shift;
            assert!(!hides, "{} hides {}", shortcut.name, other.name);
        }
    }
}

/// Words of other programs' files, which are read as they stand there.
const THEIRS: [&str; 4] = ["TenantId", "CustomerTenantId", "canceled", "tenantId"];

/// British spellings with the American ones, and words that the program has another one for.
const SPELLINGS: [(&str, &str); 19] = [
    ("licence", "license"),
    ("catalogue", "catalog"),
    ("cancelation", "cancellation"),
    ("colour", "color"),
    ("organisation", "organization"),
    ("recognise", "recognize"),
    ("authorise", "authorize"),
    ("favourite", "favorite"),
    ("centre", "center"),
    ("behaviour", "behavior"),
    ("grey", "gray"),
    ("labelled", "labeled"),
    ("customise", "customize"),
    ("initialise", "initialize"),
    ("canceled", "cancelled, as Microsoft's page writes it"),
    ("seats", "licenses"),
    ("tenant", "customer"),
    ("e-mail", "mail"),
    ("please note", "say it"),
];

/// Files with the words of other people's tables, as they write them.
const WORDS_OF_OTHERS: [&str; 1] = ["src/exchange/mapping.rs"];

#[test]
fn the_english_words_are_spelled_the_american_way_and_name_things_by_their_one_word() {
    let locale = std::fs::read_to_string(crate::sources::root().join("assets/locales/en.ftl")).unwrap();
    assert!(message_ids(&locale).count() > 300);
    for (number, line) in locale.lines().enumerate() {
        let folded = line.to_lowercase();
        for (wrong, right) in SPELLINGS {
            assert!(!folded.contains(wrong), "line {}: {wrong} → {right}: {line}", number + 1);
        }
    }
    let ours = rust_files("src").into_iter().filter(|source| !WORDS_OF_OTHERS.contains(&source.path.as_str()));
    for source in ours {
        let code = source.code();
        for text in strings(&code).into_iter().filter(|text| !THEIRS.contains(&&**text)) {
            for (wrong, right) in SPELLINGS {
                let found = text.to_lowercase().contains(wrong);
                assert!(!found, "{}: {wrong} → {right}: {text}", source.path);
            }
        }
    }
}
