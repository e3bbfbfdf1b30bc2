//! The embedded fonts can draw every character that the program brings along, in every family that it writes with.
//!
//! The character maps are read from the font files themselves: egui's own question takes a symbol of another font for an answer.

use std::collections::{BTreeMap, BTreeSet};

use egui::{FontDefinitions, FontFamily};
use upgrade_desk::storage::SAMPLE;
use upgrade_desk::text::Language;
use upgrade_desk::ui::{icons, theme};

use super::calls::locale;
use crate::sources::{root, rust_files, strings};

/// A font file, read from its first byte on.
struct Font<'a>(&'a [u8]);

impl Font<'_> {
    fn u16(&self, at: usize) -> usize {
        usize::from(u16::from_be_bytes([self.0[at], self.0[at + 1]]))
    }

    fn u32(&self, at: usize) -> usize {
        (self.u16(at) << 16) | self.u16(at + 2)
    }

    /// Where a table begins.
    fn table(&self, tag: &[u8; 4]) -> usize {
        let records = (0..self.u16(4)).map(|number| 12 + 16 * number);
        let record = records.into_iter().find(|at| &self.0[*at..at + 4] == tag).unwrap();
        self.u32(record + 8)
    }

    /// Every character that has a glyph of its own.
    fn characters(&self) -> BTreeSet<char> {
        let cmap = self.table(b"cmap");
        let mut found = BTreeSet::new();
        for number in 0..self.u16(cmap + 2) {
            let subtable = cmap + self.u32(cmap + 4 + 8 * number + 4);
            match self.u16(subtable) {
                4 => self.segments(subtable, &mut found),
                12 => self.groups(subtable, &mut found),
                _ => {}
            }
        }
        found
    }

    /// Format 4: segments of 16-bit characters.
    fn segments(&self, at: usize, found: &mut BTreeSet<char>) {
        let doubled = self.u16(at + 6);
        let ends = at + 14;
        let (starts, deltas, offsets) = (ends + doubled + 2, ends + 2 * doubled + 2, ends + 3 * doubled + 2);
        for segment in (0..doubled).step_by(2) {
            let (start, end) = (self.u16(starts + segment), self.u16(ends + segment));
            let (delta, offset) = (self.u16(deltas + segment), self.u16(offsets + segment));
            for code in start..=end {
                let glyph = match offset {
                    0 => code + delta,
                    _ => match self.u16(offsets + segment + offset + 2 * (code - start)) {
                        0 => 0,
                        glyph => glyph + delta,
                    },
                };
                if glyph % 0x1_0000 != 0
                    && let Some(letter) = u32::try_from(code).ok().and_then(char::from_u32)
                {
                    found.insert(letter);
                }
            }
        }
    }

    /// Format 12: groups of characters.
    fn groups(&self, at: usize, found: &mut BTreeSet<char>) {
        for group in (0..self.u32(at + 12)).map(|number| at + 16 + 12 * number) {
            let (start, end, glyph) = (self.u32(group), self.u32(group + 4), self.u32(group + 8));
            let codes = (start..=end).filter(|code| glyph + (code - start) != 0);
            found.extend(codes.filter_map(|code| u32::try_from(code).ok().and_then(char::from_u32)));
        }
    }
}

/// The characters of each family, those of its fallbacks too.
fn families() -> BTreeMap<FontFamily, BTreeSet<char>> {
    let FontDefinitions { font_data, families } = theme::fonts();
    let of_font: BTreeMap<&String, BTreeSet<char>> =
        font_data.iter().map(|(name, data)| (name, Font(data.font.as_ref().as_ref()).characters())).collect();
    let of_family = |names: &Vec<String>| names.iter().flat_map(|name| of_font[name].iter().copied()).collect();
    families.iter().map(|(family, names)| (family.clone(), of_family(names))).collect()
}

#[track_caller]
fn can_be_drawn(what: &str, text: &str) {
    let wanted: BTreeSet<char> = text.chars().filter(|letter| !letter.is_control() && *letter != '\u{feff}').collect();
    for (family, characters) in families() {
        let missing: Vec<char> = wanted.difference(&characters).copied().collect();
        assert!(missing.is_empty(), "{what} in {family:?}: no glyph for {missing:?}");
    }
}

#[test]
fn every_character_of_the_words_can_be_drawn() {
    for language in Language::ALL {
        can_be_drawn(language.tag(), &locale(language));
    }
}

#[test]
fn every_character_of_the_catalog_and_the_sample_can_be_drawn() {
    can_be_drawn("catalog.ron", &std::fs::read_to_string(root().join("assets/catalog.ron")).unwrap());
    can_be_drawn("sample.ron", SAMPLE);
}

#[test]
fn every_character_that_the_code_adds_can_be_drawn() {
    for source in rust_files("src").into_iter().filter(|source| ["text", "ui", "app"].contains(&source.module())) {
        let code = source.code();
        can_be_drawn(&source.path, &strings(&code).concat());
    }
}

#[test]
fn every_icon_can_be_drawn_and_stands_in_the_icon_font_alone() {
    let fonts = theme::fonts();
    let of = |name: &str| Font(fonts.font_data[name].font.as_ref().as_ref()).characters();
    let (icon_font, others) = (of("icons"), [of("inter"), of("inter-semibold"), of("noto-sc")]);
    for (name, icon) in icons::ALL {
        let letter = icon.chars().next().unwrap();
        assert!(icon.chars().count() == 1 && icon_font.contains(&letter), "{name}");
        // A font before it in the family would draw something else in its place.
        assert!(others.iter().all(|font| !font.contains(&letter)), "{name}");
    }
}

#[test]
fn the_character_maps_are_read_as_the_fonts_mean_them() {
    let fonts = theme::fonts();
    let inter = Font(fonts.font_data["inter"].font.as_ref().as_ref()).characters();
    let noto = Font(fonts.font_data["noto-sc"].font.as_ref().as_ref()).characters();
    assert!(inter.contains(&'A') && inter.contains(&'é') && !inter.contains(&'咖') && !inter.contains(&'\u{e042}'));
    assert!(noto.contains(&'咖') && noto.contains(&'，') && noto.len() > 6_700);
}
