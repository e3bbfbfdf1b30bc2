//! The built-in sample portfolio that the program opens on at first start. Copying it for the user is not done here.

use super::{LoadError, decode};
use crate::model::Portfolio;

/// The sample's file, as it is written.
pub const SAMPLE: &str = include_str!("../../assets/sample.ron");

/// The sample portfolio. A copy that is to be kept needs an id of its own.
///
/// # Errors
/// None that a test has not seen: the file is part of the program.
pub fn sample() -> Result<Portfolio, LoadError> {
    Ok(decode(SAMPLE.as_bytes())?.portfolio)
}
