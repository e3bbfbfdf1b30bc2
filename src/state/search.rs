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

/// Whether a text has nothing in it that a GUID has not.
pub(super) fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// How a name with Chinese in it sounds; empty for every other name.
///
/// For each of its letters a space and what can be typed for it: `四方Cafe` gives ` si,四 fang,方 c a f e`. What is
/// neither letter nor digit is left out, so that nobody has to type the brackets around a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sounds {
    spelled: Box<str>,
    begin: Beginnings,
}

/// What the readings of a name's characters begin with, as sets of bits: most words begin with none of it, and then need not be
/// followed any further.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beginnings {
    /// Their first letters, and the characters themselves: a bit for each Latin letter, and for some of all others.
    letters: u64,
    /// Their first two letters, where there are two: a bit for some pairs.
    pairs: u64,
}

impl Beginnings {
    const LATIN: u32 = 26;

    fn letter(letter: char) -> u64 {
        match letter {
            'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
            other => 1 << (Self::LATIN + u32::from(other) % (u64::BITS - Self::LATIN)),
        }
    }

    fn pair(first: char, second: char) -> u64 {
        1 << ((u32::from(first) * 31 + u32::from(second)) % u64::BITS)
    }

    /// What can be typed for a character: a reading of it, or itself.
    fn add(&mut self, typed: &str) {
        let mut letters = typed.chars();
        let (first, second) = (letters.next(), letters.next());
        self.letters |= first.map_or(0, Self::letter);
        self.pairs |= first.zip(second).map_or(0, |(first, second)| Self::pair(first, second));
    }

    /// Those of a name's readings too.
    pub fn add_all(&mut self, sounds: &Sounds) {
        self.letters |= sounds.begin.letters;
        self.pairs |= sounds.begin.pairs;
    }

    /// Whether a word may be how such a name sounds. Its second letter goes on with the reading that the first began, or
    /// begins the next character's.
    pub fn may_begin(self, word: &str) -> bool {
        let mut letters = word.chars();
        let Some(first) = letters.next() else { return false };
        let goes_on = |second| self.letters & Self::letter(second) != 0 || self.pairs & Self::pair(first, second) != 0;
        self.letters & Self::letter(first) != 0 && letters.next().is_none_or(goes_on)
    }
}

impl Sounds {
    /// The sounds of a name that was folded before.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        if folded.is_ascii() || !folded.chars().any(|letter| letter.to_pinyin_multi().is_some()) {
            return Self::default();
        }
        let mut spelled = String::with_capacity(folded.len() * 4);
        let mut begin = Beginnings::default();
        for letter in folded.chars().filter(|letter| letter.is_alphanumeric()) {
            spelled.push(' ');
            for reading in readings(letter) {
                begin.add(&reading);
                spelled.push_str(&reading);
                spelled.push(',');
            }
            begin.add(letter.encode_utf8(&mut [0; 4]));
            spelled.push(letter);
        }
        Self { spelled: spelled.into_boxed_str(), begin }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spelled.is_empty()
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
        if !self.begin.may_begin(word) || word.len() >= u128::BITS as usize {
            return false;
        }
        let mut places: u128 = 1;
        for letter in self.spelled.split(' ').skip(1) {
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

/// Which words of a search were found, a bit for each. The last bit stands for all that there is no other for, which have to
/// be found in one place then; nobody types so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FoundWords(u64);

impl FoundWords {
    /// What was found in one place or in another.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is searched for: words, each of which has to be found; what was typed twice is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for word in fold(typed).split_whitespace() {
            if !words.iter().any(|other| other == word) {
                words.push(word.to_owned());
            }
        }
        Self(words)
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

    /// All words, as they are when they are found.
    pub(super) fn every_word(&self) -> FoundWords {
        self.found(FoundWords::default(), |_| true)
    }

    /// Looks for the words that were not found before.
    pub(super) fn found(&self, before: FoundWords, is_found: impl Fn(&str) -> bool) -> FoundWords {
        const LAST: usize = u64::BITS as usize - 1;
        let (each, rest) = self.0.split_at(self.0.len().min(LAST));
        let mut found = before.0;
        for (at, word) in each.iter().enumerate() {
            if found & (1 << at) == 0 && is_found(word) {
                found |= 1 << at;
            }
        }
        if !rest.is_empty() && rest.iter().all(|word| is_found(word)) {
            found |= 1 << LAST;
        }
        FoundWords(found)
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
