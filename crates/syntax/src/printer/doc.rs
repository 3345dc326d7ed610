//! Documentation comments, laid out as gofmt does.

use super::place::SourceComment;

/// The comment group in its canonical form.
pub(super) fn format(group: &[SourceComment]) -> Vec<SourceComment> {
    group.to_vec()
}
