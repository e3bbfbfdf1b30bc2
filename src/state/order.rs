//! The order of names as the language in force has it: Chinese by pinyin, accents where its readers look for them. Only keys are made here; what is sorted is `lists`'.

use std::sync::Arc;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::{Locale, locale};

use super::search::fold;
use crate::model::Language;

/// What names are compared by: keys of one language in the order of their bytes. Keys of two languages have no order.
pub type NameKey = Arc<[u8]>;

/// Makes the keys of a language.
#[derive(Debug)]
pub struct NameOrder {
    language: Language,
    /// `None` where the built-in tables lack the language, which a test keeps from being shipped.
    collator: Option<CollatorBorrowed<'static>>,
}

impl Default for NameOrder {
    fn default() -> Self {
        Self::of(Language::default())
    }
}

const fn locale_of(language: Language) -> Locale {
    match language {
        Language::English => locale!("en"),
        Language::French => locale!("fr"),
        // What else is written in Chinese orders by strokes; these readers look names up by pinyin.
        Language::SimplifiedChinese => locale!("zh-CN"),
    }
}

impl NameOrder {
    #[must_use]
    pub fn of(language: Language) -> Self {
        let collator = CollatorBorrowed::try_new(locale_of(language).into(), CollatorOptions::default()).ok();
        Self { language, collator }
    }

    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether the tables have this language.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.collator.is_some()
    }

    #[must_use]
    pub fn key(&self, name: &str) -> NameKey {
        let mut key = Vec::new();
        let written = self.collator.as_ref().map(|collator| collator.write_sort_key_to(name, &mut key));
        match written {
            Some(Ok(())) => key.into(),
            None => fold(name).into_bytes().into(),
        }
    }
}
