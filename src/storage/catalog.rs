//! The catalogue: RON → model, with every fault in it by line and field. What its offers mean to an upgrade is `rules`'.

mod check;
mod file;
mod raised;

use std::sync::{Arc, OnceLock};

use super::encoding;
use super::error::{LoadError, Wrong};
use super::parse::Syntax;
use super::place::Step;
use crate::model::Catalog;

/// Reads and validates a catalogue.
///
/// # Errors
/// [`LoadError::Faults`] with all faults in the file's order, each with its line and field; or what the parser says.
pub fn parse_catalog(text: &str) -> Result<Catalog, LoadError> {
    let text = encoding::text(text.as_bytes())?;
    let parsed = Syntax::Ron.parse::<file::CatalogFile<'_>>(&text).map_err(|fault| LoadError::Faults(vec![fault]))?;
    let mut faults = raised::Faults::default();
    for path in parsed.ignored {
        let name = match path.steps().last() {
            Some(Step::Field(name)) => name.to_string(),
            Some(Step::Index(_)) | None => String::new(),
        };
        faults.raise(path, Wrong::UnknownField { name });
    }
    let (catalog, elsewhere) = parsed.value.read(&mut faults);
    check::check(&catalog, &elsewhere, &mut faults);
    if faults.is_empty() { Ok(catalog) } else { Err(LoadError::Faults(faults.in_text(&text))) }
}

/// The catalogue that the program carries; read once.
///
/// # Errors
/// As [`parse_catalog`]; a test holds that it has none.
pub fn builtin_catalog() -> Result<Arc<Catalog>, LoadError> {
    static BUILTIN: OnceLock<Result<Arc<Catalog>, LoadError>> = OnceLock::new();
    BUILTIN.get_or_init(|| parse_catalog(include_str!("../../assets/catalog.ron")).map(Arc::new)).clone()
}
