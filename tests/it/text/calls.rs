//! Messages and the sources that call them: each is there, each is used, each is called with exactly the arguments it names.

use std::collections::{BTreeMap, BTreeSet};

use upgrade_desk::exchange::FORMATS;
use upgrade_desk::text::{Language, Words, message_ids};

use crate::sources::{root, rust_files, strings, up_to_quote};

/// Messages with arguments that are called by a variable, so that no call names them.
const BY_VARIABLE: [(&str, &[&str]); 26] = [
    ("status-opening", &["file", "percent"]),
    ("status-opening-stops", &["file"]),
    ("compare-since-file", &["file"]),
    ("compare-until-file", &["file"]),
    ("unclear-status", &["record"]),
    ("unclear-offer", &["record"]),
    ("unclear-services", &["record"]),
    ("unclear-compared", &["record"]),
    ("unclear-parent", &["record"]),
    ("answered-eligible", &["target"]),
    ("answered-not-eligible", &["target"]),
    ("answered-nothing", &["target"]),
    ("answer-same", &["target"]),
    ("answer-other-reasons", &["target"]),
    ("answer-contrary-theirs-no", &["target"]),
    ("answer-contrary-theirs-yes", &["target"]),
    ("answer-ours-not-known-theirs-yes", &["target"]),
    ("answer-ours-not-known-theirs-no", &["target"]),
    ("answer-theirs-not-said", &["target"]),
    ("answer-only-theirs-yes", &["target"]),
    ("answer-only-theirs-no", &["target"]),
    ("answer-only-ours", &["target"]),
    ("answer-theirs", &["reason"]),
    ("answer-ours", &["reason"]),
    ("cli-recorded", &["customer", "from", "licenses", "rules", "source", "to"]),
    ("cli-would-be-recorded", &["customer", "from", "licenses", "rules", "source", "to"]),
];

/// Strings in `text` and `ui` that look like messages and are not: ids of egui's, of fonts, and of things in files.
const NO_MESSAGES: [&str; 24] = [
    "all-subscriptions",
    "customer-header",
    "customer-list",
    "damaged-detail",
    "delegated-admin",
    "dialog-content",
    "dialog-opened",
    "focus-before-dialog",
    "focus-trail",
    "focused-in-dialog",
    "history-detail",
    "history-found",
    "history-table",
    "inter-semibold",
    "noto-sc",
    "noto-sc-larger",
    "partner-center",
    "plan-lines",
    "read-only",
    "reasons-wanted",
    "search-wanted",
    "subscription-list",
    "turned-lines",
    "was-open",
];

/// The file of a language's words.
pub fn locale(language: Language) -> String {
    let path = root().join(format!("assets/locales/{}.ftl", language.tag()));
    std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

/// Each message with the arguments that it names.
fn messages() -> BTreeMap<String, BTreeSet<String>> {
    messages_of(Language::English)
}

fn messages_of(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let locale = locale(language);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in locale.lines().filter(|line| !line.starts_with('#')) {
        if let Some(id) = message_ids(line).next() {
            assert!(!found.contains_key(id), "{id} is there twice");
            found.insert(id.to_owned(), BTreeSet::new());
            current = Some(id.to_owned());
        }
        let Some(args) = current.as_ref().and_then(|id| found.get_mut(id)) else { continue };
        for (at, _) in line.match_indices('$') {
            args.insert(line[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect());
        }
    }
    found
}

/// A call of a message by its name: the message, and the names of the arguments; `None` for a call without any.
struct Call {
    at: String,
    id: String,
    args: Option<BTreeSet<String>>,
}

/// The text up to the bracket that closes the one before it. Brackets in strings do not count.
fn up_to_closing(text: &str) -> &str {
    let mut depth = 0_i32;
    let mut in_string = false;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        if in_string {
            in_string = letter != '"' || escaped;
            escaped = letter == '\\' && !escaped;
            continue;
        }
        match letter {
            '"' => in_string = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return &text[..at];
        }
    }
    text
}

/// The names at the beginning of the pairs of an argument list: `&[("name", value.into())]`.
fn arg_names(list: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = list;
    while let Some(at) = rest.find(['"', '[']) {
        if rest[at..].starts_with('"') {
            let string = up_to_quote(&rest[at + 1..]);
            rest = &rest[at + 1 + string.len() + 1..];
            continue;
        }
        let mut pairs = up_to_closing(&rest[at + 1..]);
        while let Some(open) = pairs.find('(') {
            let pair = up_to_closing(&pairs[open + 1..]);
            if let Some(name) = pair.trim_start().strip_prefix('"') {
                names.insert(up_to_quote(name).to_owned());
            }
            pairs = pairs.get(open + 1 + pair.len() + 1..).unwrap_or_default();
        }
        break;
    }
    names
}

fn calls() -> Vec<Call> {
    let mut found = Vec::new();
    for source in rust_files("src") {
        let code = source.code();
        for (name, has_args) in [(".with(", true), (".say(", false)] {
            for (at, _) in code.match_indices(name) {
                let arguments = up_to_closing(&code[at + name.len()..]);
                let Some(text) = arguments.trim_start().strip_prefix('"') else { continue };
                let id = up_to_quote(text).to_owned();
                if has_args && !arguments.contains(',') {
                    // An id of egui's, made from another one.
                    continue;
                }
                let args = has_args.then(|| arg_names(arguments));
                let line = code[..at].lines().count();
                found.push(Call { at: format!("{}:{line}", source.path), id, args });
            }
        }
    }
    found
}

#[test]
fn every_call_names_a_message_that_is_there_with_exactly_its_arguments() {
    let messages = messages();
    let calls = calls();
    assert!(calls.len() > 250, "the calls are found: {}", calls.len());
    for Call { at, id, args } in calls {
        let Some(named) = messages.get(&id) else { panic!("{at}: there is no message {id}") };
        assert_eq!(
            args.unwrap_or_default(),
            *named,
            "{at}: {id} (called on the left, named by the message on the right)"
        );
    }
}

#[test]
fn a_message_with_arguments_is_never_said_without_them() {
    let called: BTreeSet<String> = calls().into_iter().filter(|call| call.args.is_some()).map(|call| call.id).collect();
    for (id, args) in messages() {
        match BY_VARIABLE.iter().find(|(by_variable, _)| *by_variable == id) {
            Some((_, known)) => assert_eq!(args, known.iter().map(|arg| (*arg).to_owned()).collect(), "{id}"),
            None => assert_eq!(called.contains(&id), !args.is_empty(), "{id} has the arguments {args:?}"),
        }
    }
}

#[test]
fn every_message_is_used_somewhere() {
    let sources = rust_files("src");
    let codes: Vec<String> = sources.iter().map(crate::sources::Source::code).collect();
    let used: BTreeSet<&str> = codes.iter().flat_map(|code| strings(code)).collect();
    for id in messages().keys() {
        assert!(used.contains(id.as_str()), "nothing says {id}");
    }
}

#[test]
fn every_string_of_the_window_that_looks_like_a_message_is_one() {
    let messages = messages();
    let mut no_messages = BTreeSet::new();
    for source in rust_files("src") {
        let words = ["text", "ui", "app"].contains(&source.module()) || source.path.starts_with("src/cli/words");
        if !words || source.path == "src/ui/icons.rs" {
            continue;
        }
        let code = source.code();
        for text in strings(&code) {
            let looks_like = text.contains('-')
                && text
                    .split('-')
                    .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
            if looks_like && text != "upgrade-desk" && !messages.contains_key(text) {
                assert!(NO_MESSAGES.contains(&text), "{}: there is no message {text}", source.path);
                no_messages.insert(text.to_owned());
            }
        }
    }
    assert_eq!(
        no_messages.iter().collect::<Vec<_>>(),
        NO_MESSAGES.iter().collect::<Vec<_>>(),
        "those known are all met"
    );
}

#[test]
fn every_format_of_files_has_a_name() {
    let words = Words::new(Language::English).unwrap();
    for format in FORMATS {
        assert!(words.has(format.name) && words.say(format.name) != format.name, "{}", format.name);
        let menu = format!("menu-export-{}", format.id);
        assert_eq!(words.has(&menu), format.can_export(), "{menu}");
    }
}

#[test]
fn every_language_is_found_by_its_tag_and_its_words_can_be_read() {
    for language in Language::ALL {
        assert_eq!(Language::from_tag(&language.tag().to_uppercase()), Some(language));
        assert_eq!(Words::new(language).unwrap().language(), language);
    }
    assert_eq!(Language::from_tag("xx"), None);
}

#[test]
fn every_message_exists_in_every_language_with_the_same_arguments_and_in_the_same_order() {
    let english = messages();
    for language in Language::ALL {
        let others = messages_of(language);
        for (id, args) in &english {
            let found = others.get(id).unwrap_or_else(|| panic!("{id} is missing in {}", language.tag()));
            assert_eq!(found, args, "the arguments of {id} in {}", language.tag());
        }
        let ids = |language| message_ids(&locale(language)).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(ids(language), ids(Language::English), "{}", language.tag());
    }
}

#[test]
fn a_wrong_call_would_be_caught() {
    let code = r#"view.words.with("id", &[("one", f("(", 1).into()), ("two", x.map_or("", |y| y).into())]) rest"#;
    let arguments = up_to_closing(&code[code.find('(').unwrap() + 1..]);
    assert!(arguments.ends_with(']'), "{arguments}");
    assert_eq!(arg_names(arguments), ["one", "two"].map(str::to_owned).into());
}
