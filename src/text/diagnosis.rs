//! Why a file could not be read or written: what was being done, what the system said, what is wrong in the text and where.

use super::{Words, shown, told, whole_path};
use crate::state::diagnosis::{
    Diagnosis, ExchangeError, Fault, FileStep, Found, Kind, LONGEST_TEXT, Limit, LoadError, ParseFault, SystemError,
    SystemErrorKind, TextEncoding, Wrong, format_name,
};

/// How many lines a diagnosis has.
#[must_use]
pub const fn diagnosis_lines(diagnosis: &Diagnosis) -> usize {
    if let Diagnosis::Load(LoadError::Faults(faults)) = diagnosis { faults.len() } else { 1 }
}

impl Words {
    /// What was found. Of a file with several faults a line for each.
    #[must_use]
    pub fn diagnosis(&self, diagnosis: &Diagnosis) -> String {
        match diagnosis {
            Diagnosis::File { step, error, path } => self.with(
                "file-refused",
                &[
                    ("what", self.file_step(*step).into()),
                    ("said", self.system_error(error).into()),
                    ("path", whole_path(path).into()),
                ],
            ),
            Diagnosis::At { error, path } => {
                self.with("file-at", &[("said", self.system_error(error).into()), ("path", whole_path(path).into())])
            }
            Diagnosis::System(error) => self.system_error(error),
            Diagnosis::TooLarge { limit, path } => {
                self.with("file-too-large", &[("limit", (*limit).into()), ("path", whole_path(path).into())])
            }
            Diagnosis::Load(error) => self.load_error(error),
            Diagnosis::Exchange(error) => self.exchange_error(error),
            Diagnosis::Encode(error) => self.own_fault(&error.to_string()),
            Diagnosis::ChangedOutside => self.say("file-changed-outside").to_owned(),
            Diagnosis::Locked { path } => self.with("file-locked", &[("path", whole_path(path).into())]),
            Diagnosis::GivenUp => self.say("exchange-stopped").to_owned(),
            Diagnosis::NoSuchCustomer { customer } => {
                self.with("report-no-customer", &[("customer", customer.as_str().into())])
            }
            Diagnosis::NoSuchUpgrade { subscription } => {
                self.with("report-no-upgrade", &[("subscription", subscription.as_str().into())])
            }
            Diagnosis::Catalog(error) => self.catalog_damaged(error),
            Diagnosis::OwnFault { said: Some(said) } => self.own_fault(said),
            Diagnosis::OwnFault { said: None } => self.say("own-fault-start-again").to_owned(),
            Diagnosis::Nothing => String::new(),
        }
    }

    /// One of its [`diagnosis_lines`], counted from 0: a file can have more faults than a window shows at once.
    #[must_use]
    pub fn diagnosis_line(&self, diagnosis: &Diagnosis, at: usize) -> String {
        if let Diagnosis::Load(LoadError::Faults(faults)) = diagnosis {
            return faults.get(at).map_or_else(String::new, |fault| self.load_fault(fault));
        }
        self.told(diagnosis)
    }

    /// A diagnosis in one line, to go on in a sentence.
    #[must_use]
    pub fn told(&self, diagnosis: &Diagnosis) -> String {
        told(&self.diagnosis(diagnosis))
    }

    /// A fault of the program's own, in the words of those who build it.
    #[must_use]
    pub fn own_fault(&self, said: &str) -> String {
        self.with("own-fault-said", &[("said", told(said).into())])
    }

    #[must_use]
    pub fn catalog_damaged(&self, error: &LoadError) -> String {
        self.with("catalog-damaged", &[("said", told(&error.to_string()).into())])
    }

    fn file_step(&self, step: FileStep) -> &str {
        self.say(match step {
            FileStep::Open => "step-open",
            FileStep::Read => "step-read",
            FileStep::Resolve => "step-resolve",
            FileStep::Create => "step-create",
            FileStep::Write => "step-write",
            FileStep::Sync => "step-sync",
            FileStep::Rename => "step-rename",
            FileStep::SyncFolder => "step-sync-folder",
            FileStep::Folder => "step-folder",
            FileStep::Lock => "step-lock",
            FileStep::Journal => "step-journal",
        })
    }

    /// What the system said, in our words where we have them.
    #[must_use]
    pub fn system_error(&self, error: &SystemError) -> String {
        let id = match error.kind {
            SystemErrorKind::Missing => "system-missing",
            SystemErrorKind::NotAllowed => "system-not-allowed",
            SystemErrorKind::Full => "system-full",
            SystemErrorKind::ReadOnly => "system-read-only",
            SystemErrorKind::Folder => "system-folder",
            SystemErrorKind::NoFolder => "system-no-folder",
            SystemErrorKind::Taken => "system-taken",
            SystemErrorKind::NotAFile => "system-not-a-file",
            SystemErrorKind::TooManyLinks => "system-links",
            SystemErrorKind::TooLarge => "system-too-large",
            SystemErrorKind::Busy => "system-busy",
            SystemErrorKind::BadName => "system-name",
            SystemErrorKind::NotReached => "system-not-reached",
            SystemErrorKind::Broken => "system-broken",
            SystemErrorKind::Other => return told(&error.said),
        };
        self.say(id).to_owned()
    }

    /// Why a file of ours cannot be read, a line for each place.
    #[must_use]
    pub fn load_error(&self, error: &LoadError) -> String {
        match error {
            LoadError::Empty => self.say("load-empty").to_owned(),
            LoadError::TooLarge { size, limit } => {
                self.with("load-too-large", &[("size", (*size).into()), ("limit", (*limit).into())])
            }
            LoadError::NotText { encoding, offset, position } => self.with(
                "load-not-text",
                &[
                    ("encoding", encoding_name(*encoding).into()),
                    ("offset", offset.to_string().into()),
                    ("place", self.position(*position).into()),
                ],
            ),
            LoadError::Zeros { offset, position } => self.with(
                "load-zeros",
                &[("offset", offset.to_string().into()), ("place", self.position(*position).into())],
            ),
            LoadError::UnmarkedUtf16 => self.say("load-unmarked").to_owned(),
            LoadError::NewerFormat { format, known } => {
                self.with("load-newer", &[("format", format.to_string().into()), ("known", known.to_string().into())])
            }
            LoadError::UnknownFormat { format } => {
                self.with("load-no-format", &[("format", format.to_string().into())])
            }
            LoadError::Faults(faults) => {
                faults.iter().map(|fault| self.load_fault(fault)).collect::<Vec<_>>().join("\n")
            }
        }
    }

    fn load_fault(&self, fault: &Fault) -> String {
        self.at_place(&self.wrong(&fault.wrong), &fault.place)
    }

    fn wrong(&self, wrong: &Wrong) -> String {
        match wrong {
            Wrong::Parse(fault) => self.parse_fault(fault),
            Wrong::Day { text } => self.with("wrong-day", &[("text", text.as_str().into())]),
            Wrong::Time { text } => self.with("wrong-time", &[("text", text.as_str().into())]),
            Wrong::Uuid { text } => self.with("wrong-id", &[("text", text.as_str().into())]),
            // The built-in catalog's own: for those who build the program.
            Wrong::UnknownField { .. }
            | Wrong::Duplicate { .. }
            | Wrong::NoSuchOffer { .. }
            | Wrong::NamesItself { .. }
            | Wrong::MinimumAboveMaximum { .. }
            | Wrong::TooSmall { .. }
            | Wrong::EmptyText
            | Wrong::EmptyList
            | Wrong::UnknownCycle { .. }
            | Wrong::UnknownFamily { .. }
            | Wrong::NoSuchFootnote { .. }
            | Wrong::AmbiguousName { .. } => shown(&wrong.to_string()).into_owned(),
        }
    }

    /// What a parser takes exception to.
    #[must_use]
    pub fn parse_fault(&self, fault: &ParseFault) -> String {
        match fault {
            ParseFault::MissingField { field, of: Some(of) } => {
                self.with("parse-missing-of", &[("field", field.as_str().into()), ("of", of.as_str().into())])
            }
            ParseFault::MissingField { field, of: None } => {
                self.with("parse-missing", &[("field", field.as_str().into())])
            }
            ParseFault::FieldTwice { field, of: Some(of) } => {
                self.with("parse-twice-of", &[("field", field.as_str().into()), ("of", of.as_str().into())])
            }
            ParseFault::FieldTwice { field, of: None } => self.with("parse-twice", &[("field", field.as_str().into())]),
            ParseFault::Ends => self.say("parse-ends").to_owned(),
            ParseFault::Expected(marks) => self.with("parse-expected", &[("what", self.alternatives(marks).into())]),
            ParseFault::WrongKind { expected, found } => {
                let expected = self.kind(*expected);
                let found = match found {
                    Some(Found::Written(text)) => self.with("parse-mark", &[("mark", text.as_str().into())]),
                    Some(Found::Kind(kind)) => self.kind(*kind).to_owned(),
                    None => return self.with("parse-expected", &[("what", expected.into())]),
                };
                self.with("parse-kind", &[("expected", expected.into()), ("found", found.into())])
            }
            ParseFault::NotOneOf { found, known } => self.with(
                "parse-not-one-of",
                &[("found", found.as_str().into()), ("known", self.alternatives(known).into())],
            ),
            ParseFault::Unexpected { letter } => {
                self.with("parse-unexpected", &[("letter", letter.to_string().into())])
            }
            ParseFault::WrongLength { found } => self.with("parse-length", &[("found", (*found).into())]),
            ParseFault::OutOfRange => self.say("parse-range").to_owned(),
            ParseFault::BadNumber => self.say("parse-number").to_owned(),
            ParseFault::BadEscape => self.say("parse-escape").to_owned(),
            ParseFault::UnclosedComment => self.say("parse-comment").to_owned(),
            ParseFault::MoreFollows => self.say("parse-more").to_owned(),
            ParseFault::TooDeep => self.say("parse-deep").to_owned(),
            ParseFault::TooLong { length } => {
                self.with("parse-long", &[("length", (*length).into()), ("most", LONGEST_TEXT.into())])
            }
            ParseFault::Other { said } => shown(&told(said)).into_owned(),
        }
    }

    /// Marks of which any will do, each in its quotes.
    fn alternatives<S: AsRef<str>>(&self, marks: &[S]) -> String {
        let quoted = marks.iter().map(|mark| self.with("parse-mark", &[("mark", mark.as_ref().into())]));
        quoted.collect::<Vec<_>>().join(self.say("parse-or"))
    }

    fn kind(&self, kind: Kind) -> &str {
        self.say(match kind {
            Kind::WholeNumber => "kind-whole-number",
            Kind::Number => "kind-number",
            Kind::Text => "kind-text",
            Kind::YesOrNo => "kind-yes-or-no",
            Kind::List => "kind-list",
            Kind::Record => "kind-record",
            Kind::Name => "kind-name",
            Kind::Nothing => "kind-nothing",
            Kind::Value => "kind-value",
        })
    }

    /// Why a file was not imported or exported, a line for each place.
    #[must_use]
    pub fn exchange_error(&self, error: &ExchangeError) -> String {
        let named = |id: &'static str| format_name(id).map_or(id, |name| self.say(name));
        match error {
            ExchangeError::NotRecognized => self.say("exchange-not-recognized").to_owned(),
            ExchangeError::NotExported { format } => {
                self.with("exchange-only-read", &[("format", named(format).into())])
            }
            ExchangeError::NotImported { format } => {
                self.with("exchange-only-written", &[("format", named(format).into())])
            }
            ExchangeError::Load(error) => self.load_error(error),
            ExchangeError::Encode(error) => self.own_fault(&error.to_string()),
            ExchangeError::NotWritten { said } => self.with("exchange-not-written", &[("said", told(said).into())]),
            ExchangeError::Stopped => self.say("exchange-stopped").to_owned(),
            ExchangeError::Temporary { said } => self.with("exchange-temporary", &[("said", told(said).into())]),
            ExchangeError::TooManyRows { rows, most } => {
                self.with("exchange-rows", &[("rows", (*rows).into()), ("most", (*most).into())])
            }
            ExchangeError::TooLong { row, column, characters, most } => self.with(
                "exchange-long",
                &[
                    ("column", column.as_str().into()),
                    ("row", row.to_string().into()),
                    ("characters", (*characters).into()),
                    ("most", (*most).into()),
                ],
            ),
            ExchangeError::Damaged { said } => self.with("exchange-damaged", &[("said", told(said).into())]),
            ExchangeError::TooMuch { what } => self.too_much(*what),
            ExchangeError::Io(error) => self.with("exchange-not-read", &[("said", self.system_error(error).into())]),
        }
    }

    fn too_much(&self, what: Limit) -> String {
        let most = what.most();
        match what {
            Limit::FileBytes => self.with("most-bytes", &[("most", most.into())]),
            Limit::InflatedBytes => self.with("most-inflated", &[("most", most.into())]),
            Limit::Parts => self.with("most-parts", &[("most", most.into())]),
            Limit::Rows => self.with("most-rows", &[("most", most.into())]),
            Limit::Columns => self.with("most-columns", &[("most", most.into())]),
            Limit::Cells => self.with("most-cells", &[("most", most.into())]),
            Limit::Strings => self.with("most-texts", &[("most", most.into())]),
            Limit::Cell => self.with("most-cell", &[("most", most.into())]),
            Limit::Tag => self.with("most-tag", &[("most", most.into())]),
            Limit::Styles => self.with("most-styles", &[("most", most.into())]),
        }
    }
}

const fn encoding_name(encoding: TextEncoding) -> &'static str {
    match encoding {
        TextEncoding::Utf8 => "UTF-8",
        TextEncoding::Utf16 => "UTF-16",
    }
}
