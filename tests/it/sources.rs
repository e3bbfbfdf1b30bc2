//! Reads the program's own sources: files, and their code without comments. What is held about them is in `tidy` and `text`.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below the project's folder, with `/`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The module of a file in `src`: its folder or its own name, `main` and `lib` too.
    pub fn module(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
    }

    /// The text without comments, line for line; strings stay.
    pub fn code(&self) -> String {
        let lines = self.text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
        lines.collect::<Vec<_>>().join("\n")
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder of the project, in the order of their paths.
pub fn rust_files(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let below = path.strip_prefix(root()).unwrap();
        let path_below =
            below.components().map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/");
        Source { path: path_below, text: fs::read_to_string(&path).unwrap().replace("\r\n", "\n") }
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // What is built for fuzzing lies below `tests/fuzz`, and is nobody's source.
            if path.file_name().is_some_and(|name| name != "target") {
                collect(&path, paths);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The strings of a code, as they are written in it. Raw strings are not among them: the sources have none.
pub fn strings(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'']) {
        let inside = &rest[at + 1..];
        if rest[at..].starts_with('"') {
            let string = up_to_quote(inside);
            found.push(string);
            rest = inside.get(string.len() + 1..).unwrap_or_default();
        } else {
            rest = after_character(inside);
        }
    }
    found
}

/// The text up to the quotation mark that ends a string.
pub fn up_to_quote(text: &str) -> &str {
    let mut escaped = false;
    let end = text.find(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    &text[..end.unwrap_or(text.len())]
}

/// What comes after a character, which can be a quotation mark; a lifetime has no mark that ends it.
fn after_character(inside: &str) -> &str {
    let mut letters = inside.char_indices();
    let is_escape = letters.next().is_some_and(|(_, letter)| letter == '\\');
    let end = if is_escape {
        letters.next();
        letters.find(|(_, letter)| *letter == '\'')
    } else {
        letters.next().filter(|(_, letter)| *letter == '\'')
    };
    end.map_or(inside, |(at, _)| &inside[at + 1..])
}

#[test]
fn strings_are_found_between_lifetimes_characters_and_escapes() {
    let code = r#"fn f<'a>(x: &'a str) { say("one"); '"'; '\''; '\u{a0}'; "two \"quoted\""; b"\\"; 'é'; "three" }"#;
    assert_eq!(strings(code), ["one", r#"two \"quoted\""#, r"\\", "three"]);
}
