//! Names of files that are made from names in data: the one place where they are made harmless. Paths that a person types are theirs.

/// Letters of a name without its extension. Every common file system takes 255 bytes, and a Chinese letter takes 3.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, whatever extension follows.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What a name is where nothing of it is left.
const NAMELESS: &str = "report";

fn is_harmless(letter: char) -> bool {
    // Letters and digits of any script and what stands between them; so no separator of paths, no control character, no mark
    // that turns text, and nothing that a shell or Windows gives a meaning.
    letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '(' | ')' | '.' | ',' | '（' | '）' | '·' | '’')
}

/// The name of a file after a name in data: one plain part of a path on every system, never hidden, never a device.
///
/// The tail says what the file is, such as `review`; it is worth more than the rest of a long name. Empty: there is none.
#[must_use]
pub fn file_name(wished: &str, tail: &str, extension: &str) -> String {
    let mut name = String::with_capacity(wished.len().min(4 * LONGEST));
    for letter in wished.chars() {
        if name.chars().count() == LONGEST {
            break;
        }
        let letter = if is_harmless(letter) { letter } else { '-' };
        // Runs of what was taken out, of dots and of blanks are one.
        let repeats = name.ends_with(letter) && !letter.is_alphanumeric();
        if !repeats {
            name.push(letter);
        }
    }
    if !tail.is_empty() {
        name.truncate(name.trim_end_matches([' ', '.', '-', '_', ',']).len());
        name.push('-');
        name.extend(tail.chars().map(|letter| if is_harmless(letter) { letter } else { '-' }));
    }
    let trimmed = name.trim_matches([' ', '.', '-', '_', ',']);
    let stem = trimmed.split('.').next().unwrap_or_default().trim_end();
    let is_reserved = RESERVED.iter().any(|reserved| stem.eq_ignore_ascii_case(reserved));
    match trimmed {
        "" => format!("{NAMELESS}.{extension}"),
        _ if is_reserved => format!("{NAMELESS}-{trimmed}.{extension}"),
        _ => format!("{trimmed}.{extension}"),
    }
}
