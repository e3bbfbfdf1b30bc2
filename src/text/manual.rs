//! The chapters of the manual in each language. Laying them out is `ui`'s.

use super::{Language, Words};
use crate::rules::ConditionId;
use crate::state::Chapter;

/// The files of a language, in the order of [`Chapter::ALL`].
macro_rules! chapters {
    ($folder:literal) => {
        [
            include_str!(concat!("../../assets/manual/", $folder, "/01-flow.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/02-conditions.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/03-upgrades.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/04-files.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/05-keeping.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/06-keyboard.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/07-command-line.md")),
            include_str!(concat!("../../assets/manual/", $folder, "/08-sources.md")),
        ]
    };
}

static ENGLISH: [&str; 8] = chapters!("en");
static FRENCH: [&str; 8] = chapters!("fr");
static CHINESE: [&str; 8] = chapters!("zh-CN");

/// A chapter: its title, and its sections as CommonMark. The first one has no heading of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualChapter {
    pub title: &'static str,
    pub sections: Vec<&'static str>,
}

impl Words {
    /// A chapter in this language.
    #[must_use]
    pub fn manual(&self, chapter: Chapter) -> ManualChapter {
        let files = match self.language() {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::SimplifiedChinese => &CHINESE,
        };
        let at = Chapter::ALL.iter().position(|known| *known == chapter).unwrap_or_default();
        let text = files.get(at).copied().unwrap_or_default();
        let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
        let mut sections = Vec::new();
        let mut rest = rest.trim_start();
        // A section begins where a line begins with its heading.
        while let Some(end) = rest.find("\n## ") {
            let (section, behind) = rest.split_at(end + 1);
            sections.push(section);
            rest = behind;
        }
        sections.push(rest);
        ManualChapter { title: title.trim_start_matches(['#', ' ']), sections }
    }

    /// The place of a condition's section in its chapter.
    #[must_use]
    pub fn manual_section(condition: ConditionId) -> usize {
        // What comes before the first one is about all of them.
        ConditionId::ALL.iter().position(|known| *known == condition).map_or(0, |at| at + 1)
    }
}
