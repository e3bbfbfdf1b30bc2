//! The built-in sample portfolio, which the window opens a copy of at its first start.

use uuid::Uuid;

use super::{LoadError, decode};
use crate::model::Portfolio;

/// The sample's text.
pub const SAMPLE: &str = include_str!("../../assets/sample.ron");

/// A copy of the sample, under an id of its own.
///
/// # Errors
/// A damaged sample; a test keeps that from being shipped.
pub fn sample() -> Result<Portfolio, LoadError> {
    let loaded = decode(SAMPLE.as_bytes())?;
    Ok(Portfolio { id: Uuid::new_v4(), ..loaded.portfolio })
}
