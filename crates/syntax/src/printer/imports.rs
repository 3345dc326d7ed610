//! Sorts imports.

use crate::Diagnostic;

/// The text with its imports sorted, or nothing if they are.
pub(super) fn sort(_src: &str) -> Result<Option<String>, Vec<Diagnostic>> {
    Ok(None)
}
