//! Which column a header's words name, in three languages and however they are written. Which words there are is the formats'.

use super::super::source::HeaderLanguage;

/// A word as it is compared: its letters and digits alone, in lower case and without accents.
///
/// So case, blanks of all kinds, apostrophes of all kinds and underscores make no difference, nor does what French keyboards lack.
#[must_use]
pub fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' => key.push('a'),
            'ç' => key.push('c'),
            'é' | 'è' | 'ê' | 'ë' => key.push('e'),
            'î' | 'ï' => key.push('i'),
            'ô' | 'ö' => key.push('o'),
            'ù' | 'û' | 'ü' => key.push('u'),
            'œ' => key.push_str("oe"),
            // An accent of its own, behind its letter, is no letter.
            letter if letter.is_alphanumeric() => key.push(letter),
            _ => {}
        }
    }
    key
}

/// What a column is called in each language; the first is how Partner Center writes it.
#[derive(Clone, Copy, Debug)]
pub struct Name<C: 'static> {
    pub column: C,
    pub en: &'static [&'static str],
    pub fr: &'static [&'static str],
    pub zh: &'static [&'static str],
}

impl<C> Name<C> {
    /// A column that is called the same everywhere.
    #[must_use]
    pub const fn one(column: C, en: &'static [&'static str]) -> Self {
        Self { column, en, fr: &[], zh: &[] }
    }

    fn languages(&self, cell: &str) -> [bool; 3] {
        [self.en, self.fr, self.zh].map(|words| words.iter().any(|word| key(word) == cell))
    }
}

/// The columns of a format.
pub type Names<C> = [Name<C>];

/// Which of a format's columns a header has, and where.
#[derive(Clone, Debug)]
pub struct Placed<C> {
    at: Vec<(C, usize)>,
    /// The one that most of the words are in; English where it makes no difference.
    pub language: HeaderLanguage,
}

impl<C: Copy + PartialEq> Placed<C> {
    /// Finds the columns; of two that are called alike, the first.
    #[must_use]
    pub fn of(names: &Names<C>, header: &[String]) -> Self {
        let mut at: Vec<(C, usize)> = Vec::new();
        let mut found = [0; 3];
        for (position, cell) in header.iter().enumerate() {
            let cell = key(cell);
            let Some((name, languages)) =
                names.iter().map(|name| (name, name.languages(&cell))).find(|(_, languages)| languages.contains(&true))
            else {
                continue;
            };
            if at.iter().all(|(column, _)| *column != name.column) {
                at.push((name.column, position));
                for (count, is_in) in found.iter_mut().zip(languages) {
                    *count += usize::from(is_in);
                }
            }
        }
        let [en, fr, zh] = found;
        let language = if zh > en && zh >= fr {
            HeaderLanguage::Chinese
        } else if fr > en {
            HeaderLanguage::French
        } else {
            HeaderLanguage::English
        };
        Self { at, language }
    }

    #[must_use]
    pub fn get(&self, column: C) -> Option<usize> {
        self.at.iter().find(|(at, _)| *at == column).map(|(_, position)| *position)
    }

    #[must_use]
    pub fn has(&self, column: C) -> bool {
        self.get(column).is_some()
    }

    #[must_use]
    pub fn has_all(&self, columns: &[C]) -> bool {
        columns.iter().all(|column| self.has(*column))
    }

    /// The word of the header, to name a column by.
    #[must_use]
    pub fn word<'a>(&self, column: C, header: &'a [String]) -> &'a str {
        self.get(column).and_then(|position| header.get(position)).map_or("", String::as_str)
    }
}
