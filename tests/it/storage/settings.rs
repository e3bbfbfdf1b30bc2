//! The program's own settings come back as they were kept, those of older versions too.

use upgrade_desk::model::{Language, Settings, ThemeChoice};
use upgrade_desk::storage::{decode_settings, encode_settings};

#[test]
fn settings_come_back_as_they_were_kept() {
    for theme in [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark] {
        for language in Language::ALL.map(Some).into_iter().chain([None]) {
            let settings = Settings {
                theme,
                language,
                recent: vec!["/data/四方.ron".into(), "/data/b.ron".into()],
                untitled: Some("/state/a.ron".into()),
            };
            let text = encode_settings(&settings).unwrap();
            assert_eq!(decode_settings(text.as_bytes()), Ok(settings), "{text}");
        }
    }
}

#[test]
fn settings_of_a_version_that_knew_no_languages_follow_the_system() {
    let old = "(\n  theme: Dark,\n  recent: [\n    \"/files/a.ron\",\n  ],\n)\n";
    let settings = Settings { theme: ThemeChoice::Dark, recent: vec!["/files/a.ron".into()], ..Settings::default() };
    assert_eq!(decode_settings(old.as_bytes()), Ok(settings.clone()));
    // What was not chosen is not written, so that an older version reads what this one keeps.
    assert_eq!(encode_settings(&settings).unwrap(), old);
}

#[test]
fn a_language_that_there_are_no_words_in_is_none_and_spoils_nothing() {
    let text = "(theme: Light, language: Some(\"tlh\"), recent: [])";
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    assert_eq!(decode_settings(text.as_bytes()), Ok(settings));
}
