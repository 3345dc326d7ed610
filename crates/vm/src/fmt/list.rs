//! Arrays, slices and maps.

use super::print::Printer;
use super::sort;
use program::layout::{slice_cap, slice_len};
use program::{Kind, RType, RTypeId};

impl Printer<'_> {
    /// Elements of an array or slice.
    pub(super) fn list(
        &mut self,
        ty: RTypeId,
        words: &[u64],
        nil: bool,
        verb: char,
        depth: u32,
        ro: bool,
    ) {
        let Some(t) = self.ty(ty) else { return };
        let elem = t.elem.unwrap_or(0);
        let n = self.size(elem);
        let (count, all) = if t.kind == Kind::Slice {
            let meta = words.get(1).copied().unwrap_or(0);
            debug_assert!(slice_len(meta) <= slice_cap(meta));
            let len = slice_len(meta) as usize;
            self.reads.push((words.first().copied().unwrap_or(0), Some(len * n)));
            (len, self.h.range(words.first().copied().unwrap_or(0), len * n).unwrap_or(&[]))
        } else {
            (t.len as usize, words)
        };
        let sharp_v = self.out.f.sharp_v;
        if sharp_v {
            self.out.str(self.name(ty));
            if nil {
                self.out.str("(nil)");
                return;
            }
        }
        self.out.str(if sharp_v { "{" } else { "[" });
        for i in 0..count {
            if i > 0 {
                self.sep();
            }
            let v = all.get(i * n..(i + 1) * n).unwrap_or(&[]);
            self.value(elem, v, verb, depth + 1, ro);
            if self.need.is_some() || (self.quiet && self.out.buf.len() > 300) {
                return;
            }
        }
        self.out.str(if sharp_v { "}" } else { "]" });
    }

    pub(super) fn map(&mut self, ty: RTypeId, t: &RType, x: u64, verb: char, depth: u32, ro: bool) {
        if self.out.f.sharp_v {
            self.out.str(self.name(ty));
            if x == 0 {
                self.out.str("(nil)");
                return;
            }
            self.out.str("{");
        } else {
            self.out.str("map[");
        }
        let (key, elem) = (t.key.unwrap_or(0), t.elem.unwrap_or(0));
        if let Some(m) = self.h.get_map(x) {
            self.reads.push((x, None));
            let mut entries: Vec<usize> = m.entries().collect();
            entries.sort_by(|a, b| sort::compare(self.p, self.h, key, m.key(*a), m.key(*b)));
            for (i, e) in entries.into_iter().enumerate() {
                if i > 0 {
                    self.sep();
                }
                self.value(key, m.key(e), verb, depth + 1, ro);
                self.out.str(":");
                self.value(elem, m.value(e), verb, depth + 1, ro);
                if self.need.is_some() || (self.quiet && self.out.buf.len() > 300) {
                    return;
                }
            }
        }
        self.out.str(if self.out.f.sharp_v { "}" } else { "]" });
    }
}
