//! The text of the program's own settings. Where it lies is `shell`'s.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{EncodeError, LoadError};
use crate::model::{Language, Settings, ThemeChoice};
use crate::storage::encoding;
use crate::storage::parse::Syntax;

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct File {
    theme: Theme,
    /// By its tag, so that one that only a newer program speaks does not spoil the rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    recent: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    untitled: Option<String>,
}

/// The settings as text.
///
/// # Errors
/// The serializer's own.
pub fn encode_settings(settings: &Settings) -> Result<String, EncodeError> {
    let Settings { theme, language, recent, untitled } = settings;
    let theme = match theme {
        ThemeChoice::System => Theme::System,
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
    };
    let language = language.map(|language| language.tag().to_owned());
    // A path that is no Unicode cannot be written as text; it is left out of the list and nowhere else.
    let recent = recent.iter().filter_map(|path| path.to_str().map(str::to_owned)).collect();
    let untitled = untitled.as_ref().and_then(|path| path.to_str().map(str::to_owned));
    let layout = ron::ser::PrettyConfig::new().struct_names(false).new_line("\n").indentor("  ");
    let text = ron::ser::to_string_pretty(&File { theme, language, recent, untitled }, layout);
    text.map(|text| text + "\n").map_err(|error| EncodeError::Unwritable { said: error.to_string() })
}

/// The settings from their text.
///
/// # Errors
/// With line and column.
pub fn decode_settings(bytes: &[u8]) -> Result<Settings, LoadError> {
    let text = encoding::text(bytes)?;
    let parsed = Syntax::Ron.parse::<File>(&text).map_err(|fault| LoadError::Faults(vec![fault]))?;
    let theme = match parsed.value.theme {
        Theme::System => ThemeChoice::System,
        Theme::Light => ThemeChoice::Light,
        Theme::Dark => ThemeChoice::Dark,
    };
    let File { language, recent, untitled, .. } = parsed.value;
    Ok(Settings {
        theme,
        language: language.as_deref().and_then(Language::from_tag),
        recent: recent.into_iter().map(PathBuf::from).collect(),
        untitled: untitled.map(PathBuf::from),
    })
}
