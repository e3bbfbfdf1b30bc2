//! The languages that there are words in. The words are `text`'s, the order of names by language `state`'s.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    English,
    French,
    SimplifiedChinese,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::SimplifiedChinese];

    /// The tag that the command line and the settings use.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::SimplifiedChinese => "zh-CN",
        }
    }

    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The language for a system that speaks one of its own, by its tag: `fr-CA`, `zh-Hant-TW`, `de`.
    ///
    /// There is one Chinese, so that readers of the traditional characters get it too; who speaks none of the three gets
    /// English.
    #[must_use]
    pub fn of_system(tag: &str) -> Self {
        let spoken = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match spoken.to_ascii_lowercase().as_str() {
            "fr" => Self::French,
            "zh" => Self::SimplifiedChinese,
            _ => Self::English,
        }
    }
}
