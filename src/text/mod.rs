//! Words: Fluent bundles and a function per family of messages. Nothing is decided here, and no sentence is put together from pieces.

mod answers;
mod conditions;
mod deeds;
mod diagnosis;
mod facts;
mod keeping;
mod manual;
mod names;
mod notices;
mod remedies;
mod row_faults;
mod shown;
mod tasks;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

pub use crate::model::Language;
pub use deeds::{DEEDS, Difference};
pub use diagnosis::diagnosis_lines;
pub use keeping::is_gone;
pub use manual::ManualChapter;
pub use names::Naming;
pub use shown::{file_name, shown, shown_lines, told, whole_path};

/// The locale file of a language.
const fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/locales/en.ftl"),
        Language::French => include_str!("../../assets/locales/fr.ftl"),
        Language::SimplifiedChinese => include_str!("../../assets/locales/zh-CN.ftl"),
    }
}

const fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::English => langid!("en"),
        Language::French => langid!("fr"),
        Language::SimplifiedChinese => langid!("zh-CN"),
    }
}

/// What stands between groups of three digits.
const fn group_mark(language: Language) -> char {
    match language {
        Language::English | Language::SimplifiedChinese => ',',
        // A narrow space at which no line is broken.
        Language::French => '\u{202f}',
    }
}

/// What stands before the tenths.
const fn decimal_mark(language: Language) -> char {
    match language {
        Language::English | Language::SimplifiedChinese => '.',
        Language::French => ',',
    }
}

/// A locale file that makes no sense.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum WordsError {
    #[error("the words of {language} cannot be read: {detail}")]
    Syntax { language: &'static str, detail: String },
    #[error("the words of {language} have a message twice: {id}")]
    Twice { language: &'static str, id: String },
}

/// An argument of a message.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once, since most are drawn in every frame.
    plain: HashMap<String, String>,
    /// The English words, for messages that this language lacks; `None` in English.
    fallback: Option<Box<Words>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// Writes numbers as the language groups them; Fluent's own formatter does not group.
fn grouped(value: &FluentValue<'_>, mark: char) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => {
            Some(group_digits(&format!("{:.0}", value.abs()), *value < 0.0, mark))
        }
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

fn grouped_by_comma(value: &FluentValue<'_>, _: &intl_memoizer::IntlLangMemoizer) -> Option<String> {
    grouped(value, group_mark(Language::English))
}

fn grouped_by_space(value: &FluentValue<'_>, _: &intl_memoizer::IntlLangMemoizer) -> Option<String> {
    grouped(value, group_mark(Language::French))
}

/// A whole number with a mark after every three digits.
fn group_digits(digits: &str, is_negative: bool, mark: char) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if is_negative {
        text.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

impl Words {
    /// Reads the words of a language.
    ///
    /// # Errors
    /// Where its file is not sound; a test keeps that from being shipped.
    pub fn new(language: Language) -> Result<Self, WordsError> {
        let name = language.tag();
        let resource = FluentResource::try_new(source(language).to_owned())
            .map_err(|(_, errors)| WordsError::Syntax { language: name, detail: format!("{errors:?}") })?;
        let ids: Vec<String> = message_ids(source(language)).map(str::to_owned).collect();
        let mut bundle = FluentBundle::new(vec![identifier(language)]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English | Language::SimplifiedChinese => grouped_by_comma,
            Language::French => grouped_by_space,
        }));
        bundle
            .add_resource(resource)
            .map_err(|errors| WordsError::Twice { language: name, id: format!("{errors:?}") })?;
        let fallback = match language {
            Language::English => None,
            Language::French | Language::SimplifiedChinese => Some(Box::new(Self::new(Language::English)?)),
        };
        let plain = fallback.as_ref().map_or_else(HashMap::new, |english| english.plain.clone());
        let mut words = Self { language, bundle, plain, fallback };
        for id in ids {
            if let Some(text) = words.format(&id, None) {
                words.plain.insert(id, text.into_owned());
            }
        }
        Ok(words)
    }

    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// In English where this language lacks the message; `None` where it does not exist or lacks an argument.
    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'_, str>> {
        let Some(message) = self.bundle.get_message(id) else { return self.fallback.as_ref()?.format(id, args) };
        let pattern = message.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| Cow::Owned(text.into_owned()))
    }

    /// A message without arguments. A missing one shows its id, which a test keeps from happening.
    #[must_use]
    pub fn say<'a>(&'a self, id: &'a str) -> &'a str {
        self.plain.get(id).map_or(id, String::as_str)
    }

    /// A message with arguments. What in them would steer the text is shown instead.
    #[must_use]
    pub fn with(&self, id: &str, args: &[Arg<'_>]) -> String {
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                FluentValue::String(text) => FluentValue::String(Cow::Owned(shown(text).into_owned())),
                FluentValue::Number(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => {
                    value.clone()
                }
            };
            named.set(*name, value);
        }
        self.format(id, Some(&named)).map_or_else(|| id.to_owned(), Cow::into_owned)
    }

    /// Whether there is such a message, in this language or in English.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id) || self.fallback.as_ref().is_some_and(|english| english.has(id))
    }

    /// A whole number as the language writes it.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        group_digits(&number.unsigned_abs().to_string(), number < 0, group_mark(self.language))
    }

    /// How many there are, as the language writes it.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A number with one digit behind its mark.
    #[must_use]
    pub fn tenths(&self, whole: u64, tenths: u64) -> String {
        let whole = self.number(i64::try_from(whole).unwrap_or(i64::MAX));
        format!("{whole}{}{tenths}", decimal_mark(self.language))
    }

    /// A share of a whole, from 0 to 100.
    #[must_use]
    pub fn percent(&self, share: u8) -> String {
        self.with("percent", &[("share", share.into())])
    }

    /// What is said of a thing behind its name: `Rules: Partner Center`.
    #[must_use]
    pub fn said_of(&self, name: &str, said: &str) -> String {
        self.with("said-of", &[("name", name.into()), ("said", said.into())])
    }

    /// A name with what tells it from others of the same name.
    #[must_use]
    pub fn bracketed(&self, name: &str, detail: &str) -> String {
        self.with("bracketed", &[("name", name.into()), ("detail", detail.into())])
    }

    /// Names one after the other, as the language separates them.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        items.join(self.say("list-separator"))
    }
}

/// The ids of the messages of a locale file, in its order.
pub fn message_ids(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (id, _) = line.split_once(" =")?;
        let is_id = id.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && id.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        is_id.then_some(id)
    })
}
