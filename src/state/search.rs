//! Finding by what is typed: without case and accents, and Chinese names by how they sound. What is searched is derived's.

use pinyin::ToPinyinMulti;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A character is found by so many of its readings; hardly one has more that anybody still uses.
const READINGS: usize = 6;

/// A text without case and accents.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect()
}

/// How a name with Chinese in it sounds; empty for every other name.
///
/// For each of its letters a space and what can be typed for it: `四方Cafe` gives ` si,四 fang,方 c a f e`. What is
/// neither letter nor digit is left out, so that nobody has to type the brackets around a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sounds(Box<str>);

impl Sounds {
    /// The sounds of a name that was folded before.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        if folded.is_ascii() || !folded.chars().any(|letter| letter.to_pinyin_multi().is_some()) {
            return Self::default();
        }
        let mut sounds = String::with_capacity(folded.len() * 4);
        for letter in folded.chars().filter(|letter| letter.is_alphanumeric()) {
            sounds.push(' ');
            for reading in readings(letter) {
                sounds.push_str(&reading);
                sounds.push(',');
            }
            sounds.push(letter);
        }
        Self(sounds.into_boxed_str())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a folded word is how a part of the name sounds, from one of its characters on.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.hears(word, false)
    }

    /// Whether a folded word is how the name begins to sound.
    #[must_use]
    pub fn begins_with(&self, word: &str) -> bool {
        self.hears(word, true)
    }

    /// Every character takes a whole reading of the word, or its first sound (`f`, `sh`), or, as the last one, as much of a
    /// reading as was typed so far.
    ///
    /// All ways to spell the name are followed at once: each bit is a place in the word that one of them has come to.
    fn hears(&self, word: &str, from_its_start: bool) -> bool {
        if self.is_empty() || word.is_empty() || word.len() >= u128::BITS as usize {
            return false;
        }
        let mut places: u128 = 1;
        for letter in self.0.split(' ').skip(1) {
            let mut next: u128 = if from_its_start { 0 } else { 1 };
            let mut left = places;
            while left != 0 {
                let place = left.trailing_zeros() as usize;
                left &= left - 1;
                // A place inside of a character is none that a reading could have led to.
                let Some(rest) = word.get(place..) else { continue };
                for reading in letter.split(',') {
                    if reading.starts_with(rest) {
                        return true;
                    }
                    for taken in [reading.len(), first_sound(reading), 1] {
                        if rest.as_bytes().get(..taken) == reading.as_bytes().get(..taken) {
                            next |= 1 << (place + taken);
                        }
                    }
                }
            }
            places = next;
            if places == 0 {
                return false;
            }
        }
        false
    }
}

/// The length of the sound that a syllable begins with, in bytes.
fn first_sound(reading: &str) -> usize {
    if ["zh", "ch", "sh"].iter().any(|sound| reading.starts_with(sound)) { 2 } else { 1 }
}

/// The readings of a character without tones, each once; none where it is not Chinese.
fn readings(letter: char) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for reading in letter.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain();
        // Keyboards have no ü; `v` stands for it in every input method, and `u` in what people write.
        for reading in [plain.replace('ü', "v"), plain.replace('ü', "u")] {
            if found.len() < READINGS && reading.is_ascii() && !found.contains(&reading) {
                found.push(reading);
            }
        }
    }
    found
}

/// What is searched for: words, each of which has to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(fold(typed).split_whitespace().map(str::to_owned).collect())
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The word, where it is the only one.
    #[must_use]
    pub fn only(&self) -> Option<&str> {
        match self.0.as_slice() {
            [word] => Some(word),
            _ => None,
        }
    }

    /// Whether each word passes a test.
    pub fn all(&self, mut is_found: impl FnMut(&str) -> bool) -> bool {
        self.0.iter().all(|word| is_found(word))
    }

    /// Whether each word is in a name, by its letters or by how it sounds.
    #[must_use]
    pub fn is_in(&self, name: &str) -> bool {
        if self.is_empty() {
            return true;
        }
        let folded = fold(name);
        let sounds = Sounds::of(&folded);
        self.all(|word| folded.contains(word) || sounds.has(word))
    }
}
