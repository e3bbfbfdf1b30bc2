//! What the parsers of RON and JSON take exception to, told apart so that it can be said in any language. Where it is, is `parse`'s.

use thiserror::Error;

use super::v1::LONGEST_TEXT;

/// What a parser refuses. `Display` is the English diagnosis.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ParseFault {
    /// `of`: what the record is, where the parser says so.
    #[error("the field `{field}`{} is missing", of_what(.of.as_ref()))]
    MissingField { field: String, of: Option<String> },
    #[error("the field `{field}`{} is there twice", of_what(.of.as_ref()))]
    FieldTwice { field: String, of: Option<String> },
    /// The text is over where more has to come.
    #[error("the text ends early")]
    Ends,
    /// The marks of which one has to stand here.
    #[error("expected {}", marks(.0))]
    Expected(&'static [&'static str]),
    /// What stands here, where that is told, is of another kind.
    #[error("expected {expected}{}", found_instead(.found.as_ref()))]
    WrongKind { expected: Kind, found: Option<Found> },
    /// A word of which only some are known.
    #[error("`{found}` is not known here; expected {}", marks(.known))]
    NotOneOf { found: String, known: Vec<String> },
    #[error("unexpected `{letter}`")]
    Unexpected { letter: char },
    /// Of elements.
    #[error("the list has a wrong length: {found}")]
    WrongLength { found: usize },
    #[error("the number is too large or too small")]
    OutOfRange,
    #[error("this is not how a number is written")]
    BadNumber,
    /// Of a letter within a text: `\q`, or half a code.
    #[error("this is not how a letter is written in a text")]
    BadEscape,
    #[error("a comment has no end")]
    UnclosedComment,
    #[error("there is more text behind the end")]
    MoreFollows,
    #[error("it nests too deep")]
    TooDeep,
    /// In bytes.
    #[error("{}", too_long(*.length))]
    TooLong { length: usize },
    /// In the parser's own words, which are English.
    #[error("{said}")]
    Other { said: String },
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Kind {
    #[error("a whole number")]
    WholeNumber,
    #[error("a number")]
    Number,
    #[error("a text in quotes")]
    Text,
    #[error("`true` or `false`")]
    YesOrNo,
    #[error("a list")]
    List,
    #[error("a record")]
    Record,
    #[error("a name")]
    Name,
    #[error("nothing")]
    Nothing,
    #[error("a value")]
    Value,
}

/// What stands where something else was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// As it is written there, shortened.
    Written(String),
    Kind(Kind),
}

fn of_what(of: Option<&String>) -> String {
    of.map_or_else(String::new, |of| format!(" of {of}"))
}

fn found_instead(found: Option<&Found>) -> String {
    match found {
        Some(Found::Written(text)) => format!(", found `{text}`"),
        Some(Found::Kind(kind)) => format!(", found {kind}"),
        None => String::new(),
    }
}

fn marks<S: AsRef<str>>(marks: &[S]) -> String {
    marks.iter().map(|mark| format!("`{}`", mark.as_ref())).collect::<Vec<_>>().join(" or ")
}

/// What is said where a text is refused for its length in bytes, and understood again by [`length_of_too_long`]: a parser
/// hands a reader's refusal on as a sentence only.
pub(super) fn too_long(length: usize) -> String {
    format!("a text of {length} bytes is too long; at most {LONGEST_TEXT} are read")
}

fn length_of_too_long(said: &str) -> Option<usize> {
    let length = said.strip_prefix("a text of ")?.split_once(' ')?.0.parse().ok()?;
    (said == too_long(length)).then_some(length)
}

/// A parser repeats what it found, and that can be the whole file.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 300;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A value of another kind than the one that has to stand here.
const fn wrong_kind(expected: Kind) -> ParseFault {
    ParseFault::WrongKind { expected, found: None }
}

/// What the RON parser says.
pub(super) fn of_ron(code: &ron::Error) -> ParseFault {
    use ron::Error as Ron;
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest cannot come of reading a text, or has no words of ours"
    )]
    match code {
        Ron::MissingStructField { field, outer } => {
            ParseFault::MissingField { field: (*field).to_owned(), of: outer.clone() }
        }
        Ron::DuplicateStructField { field, outer } => {
            ParseFault::FieldTwice { field: (*field).to_owned(), of: outer.clone() }
        }
        Ron::SuggestRawIdentifier(found) | Ron::InvalidIdentifier(found) => {
            ParseFault::WrongKind { expected: Kind::Name, found: Some(Found::Written(shortened(found))) }
        }
        // No quote stands anywhere behind a text without an end.
        Ron::Eof | Ron::ExpectedStringEnd => ParseFault::Ends,
        Ron::ExpectedOption => ParseFault::Expected(&["Some(…)", "None"]),
        Ron::ExpectedArray => ParseFault::Expected(&["["]),
        Ron::ExpectedArrayEnd => ParseFault::Expected(&["]"]),
        Ron::ExpectedComma => ParseFault::Expected(&[","]),
        Ron::ExpectedOptionEnd | Ron::ExpectedStructLikeEnd => ParseFault::Expected(&[")"]),
        Ron::ExpectedMap => ParseFault::Expected(&["{"]),
        Ron::ExpectedMapColon => ParseFault::Expected(&[":"]),
        Ron::ExpectedMapEnd => ParseFault::Expected(&["}"]),
        Ron::ExpectedStructLike | Ron::ExpectedNamedStructLike(_) => ParseFault::Expected(&["("]),
        Ron::ExpectedUnit => ParseFault::Expected(&["()"]),
        Ron::ExpectedBoolean => wrong_kind(Kind::YesOrNo),
        Ron::ExpectedFloat => wrong_kind(Kind::Number),
        Ron::ExpectedInteger => wrong_kind(Kind::WholeNumber),
        Ron::ExpectedString => wrong_kind(Kind::Text),
        Ron::ExpectedIdentifier => wrong_kind(Kind::Name),
        Ron::ExpectedDifferentStructName { expected, found } => {
            ParseFault::NotOneOf { found: shortened(found), known: vec![(*expected).to_owned()] }
        }
        Ron::NoSuchEnumVariant { expected, found, .. } | Ron::NoSuchStructField { expected, found, .. } => {
            let known = expected.iter().map(|known| (*known).to_owned()).collect();
            ParseFault::NotOneOf { found: shortened(found), known }
        }
        Ron::InvalidValueForType { expected, found } => {
            of_kinds(expected, found).unwrap_or_else(|| ParseFault::Other { said: shortened(&code.to_string()) })
        }
        Ron::ExpectedDifferentLength { found, .. } => ParseFault::WrongLength { found: *found },
        Ron::IntegerOutOfBounds => ParseFault::OutOfRange,
        Ron::InvalidIntegerDigit { .. } | Ron::FloatUnderscore | Ron::UnderscoreAtBeginning => ParseFault::BadNumber,
        Ron::InvalidEscape(_) => ParseFault::BadEscape,
        Ron::UnclosedBlockComment => ParseFault::UnclosedComment,
        Ron::UnexpectedChar(letter) => ParseFault::Unexpected { letter: *letter },
        Ron::TrailingCharacters => ParseFault::MoreFollows,
        Ron::ExceededRecursionLimit => ParseFault::TooDeep,
        Ron::Message(said) => of_message(said),
        other => ParseFault::Other { said: shortened(&other.to_string()) },
    }
}

/// What a reader of ours says through either parser.
fn of_message(said: &str) -> ParseFault {
    length_of_too_long(said)
        .map_or_else(|| ParseFault::Other { said: shortened(said) }, |length| ParseFault::TooLong { length })
}

/// Sentences of the JSON parser, which tells its faults apart in words only.
const OF_JSON: [(&str, ParseFault); 21] = [
    ("EOF while parsing a list", ParseFault::Ends),
    ("EOF while parsing an object", ParseFault::Ends),
    ("EOF while parsing a string", ParseFault::Ends),
    ("EOF while parsing a value", ParseFault::Ends),
    ("expected `:`", ParseFault::Expected(&[":"])),
    ("expected `,` or `]`", ParseFault::Expected(&[",", "]"])),
    ("expected `,` or `}`", ParseFault::Expected(&[",", "}"])),
    ("expected `\"`", ParseFault::Expected(&["\""])),
    ("expected ident", wrong_kind(Kind::Value)),
    ("expected value", wrong_kind(Kind::Value)),
    ("key must be a string", wrong_kind(Kind::Text)),
    ("trailing comma", ParseFault::Unexpected { letter: ',' }),
    ("invalid number", ParseFault::BadNumber),
    ("number out of range", ParseFault::OutOfRange),
    ("invalid escape", ParseFault::BadEscape),
    ("invalid unicode code point", ParseFault::BadEscape),
    ("control character (\\u0000-\\u001F) found while parsing a string", ParseFault::BadEscape),
    ("lone leading surrogate in hex escape", ParseFault::BadEscape),
    ("unexpected end of hex escape", ParseFault::BadEscape),
    ("trailing characters", ParseFault::MoreFollows),
    ("recursion limit exceeded", ParseFault::TooDeep),
];

/// What the JSON parser says, without the position at the end of its sentence.
pub(super) fn of_json(said: &str) -> ParseFault {
    if let Some((_, fault)) = OF_JSON.iter().find(|(known, _)| *known == said) {
        return fault.clone();
    }
    let field = |lead: &str| said.strip_prefix(lead).map(|rest| rest.trim_matches('`').to_owned());
    let kinds = || {
        let (found, expected) = ["invalid type: ", "invalid value: "]
            .iter()
            .find_map(|lead| said.strip_prefix(lead)?.rsplit_once(", expected "))?;
        of_kinds(expected, found)
    };
    if let Some(field) = field("missing field ") {
        ParseFault::MissingField { field, of: None }
    } else if let Some(field) = field("duplicate field ") {
        ParseFault::FieldTwice { field, of: None }
    } else {
        kinds().unwrap_or_else(|| of_message(said))
    }
}

/// A value of a wrong kind, both as serde describes them: `i64`, `the string "x"`. `None` where what was expected has no kind here.
fn of_kinds(expected: &str, found: &str) -> Option<ParseFault> {
    let expected = kind(expected)?;
    let written = quoted(found).map(|text| Found::Written(shortened(text)));
    let found = written.or_else(|| kind(found).map(Found::Kind));
    Some(ParseFault::WrongKind { expected, found })
}

/// Serde's word for a kind of value.
fn kind(word: &str) -> Option<Kind> {
    const KINDS: [(&str, Kind); 21] = [
        ("integer", Kind::WholeNumber),
        ("signed integer", Kind::WholeNumber),
        ("unsigned integer", Kind::WholeNumber),
        ("floating point", Kind::Number),
        ("string", Kind::Text),
        ("borrowed string", Kind::Text),
        ("boolean", Kind::YesOrNo),
        ("sequence", Kind::List),
        ("list", Kind::List),
        ("tuple", Kind::List),
        ("struct", Kind::Record),
        ("map", Kind::Record),
        ("enum", Kind::Name),
        ("the name of a variant", Kind::Name),
        ("variant identifier", Kind::Name),
        ("unit", Kind::Nothing),
        ("null", Kind::Nothing),
        ("DelegatedAdmin:", Kind::Name),
        ("Status:", Kind::Name),
        ("BillingCycle:", Kind::Name),
        ("Channel:", Kind::Name),
    ];
    let is_of_bits = |sign| word.strip_prefix(sign).is_some_and(|bits: &str| bits.parse::<u8>().is_ok());
    if is_of_bits('i') || is_of_bits('u') {
        return Some(Kind::WholeNumber);
    }
    if is_of_bits('f') {
        return Some(Kind::Number);
    }
    let plain = ["a ", "an ", "the "].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word);
    let starts =
        |text: &str, known: &str| text.strip_prefix(known).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    KINDS.iter().find(|(known, _)| starts(plain, known) || starts(word, known)).map(|(_, kind)| *kind)
}

/// What stands between the first pair of quotes or backticks.
fn quoted(found: &str) -> Option<&str> {
    let start = found.find(['"', '`'])?;
    let mark = if found.get(start..)?.starts_with('"') { '"' } else { '`' };
    let inner = found.get(start + 1..)?;
    inner.get(..inner.rfind(mark)?)
}
