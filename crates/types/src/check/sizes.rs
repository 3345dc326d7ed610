//! Sizes of types on a 64-bit machine, after gc's `StdSizes` for amd64.

use super::Checker;
use crate::{Basic, Type, TypeId};
use std::collections::BTreeMap;

/// Sizes and alignments found.
type Done = BTreeMap<TypeId, Option<(i64, i64)>>;

impl Checker<'_> {
    /// Size in bytes; none for a type that depends on type parameters.
    pub(super) fn size_of(&self, t: TypeId) -> Option<i64> {
        self.size_align(t, 0, &mut BTreeMap::new()).map(|(size, _)| size)
    }

    /// Size and alignment. A type nested beyond all measure contains itself: that is reported
    /// where it is declared.
    fn size_align(&self, t: TypeId, depth: usize, done: &mut Done) -> Option<(i64, i64)> {
        if let Some(&known) = done.get(&t) {
            return known;
        }
        let size = self.compute_size(t, depth, done);
        done.insert(t, size);
        size
    }

    fn compute_size(&self, t: TypeId, depth: usize, done: &mut Done) -> Option<(i64, i64)> {
        if self.is_tparam(t) || depth > 200 {
            return None;
        }
        let depth = depth + 1;
        Some(match self.types.under(t) {
            Type::Basic(b) => match b.canon() {
                Basic::Bool => (1, 1),
                Basic::String => (16, 8),
                Basic::Complex64 => (8, 4),
                Basic::Complex128 => (16, 8),
                b => match b.bits() {
                    Some(bits) => (i64::from(bits) / 8, i64::from(bits) / 8),
                    None => (8, 8),
                },
            },
            Type::Slice(_) => (24, 8),
            Type::Interface(_) => (16, 8),
            Type::Array(e, n) => {
                let (size, align) = self.size_align(e, depth, done)?;
                (size.checked_mul(i64::try_from(n).ok()?)?, align)
            }
            Type::Struct(s) => {
                let (mut size, mut max) = (0i64, 1i64);
                let mut last = 1;
                for f in &s.fields {
                    let (fsize, align) = self.size_align(f.ty, depth, done)?;
                    size = round_up(size, align).checked_add(fsize)?;
                    max = max.max(align);
                    last = fsize;
                }
                // A trailing field of no size must not point past the struct.
                if last == 0 && size > 0 {
                    size += 1;
                }
                (round_up(size, max), max)
            }
            _ => (8, 8),
        })
    }
}

fn round_up(n: i64, align: i64) -> i64 {
    (n + align - 1) / align * align
}
