//! The collector: marks what can be reached, conservatively, and frees the rest.

use super::*;

impl Heap {
    /// Marks what `roots` names and all that follows, and frees the rest.
    pub fn collect(&mut self, roots: impl FnOnce(&mut Marker<'_>)) {
        let mut m = Marker::new(&self.objs);
        for i in 0..self.pinned {
            m.word(u64::from(i) << 32);
        }
        roots(&mut m);
        m.drain();
        let marks = m.marks;
        let mut bytes = 0;
        self.free.clear();
        // Backwards, so that low places are used first again.
        for i in (1..self.objs.len()).rev() {
            if marks[i / 64] >> (i % 64) & 1 == 0 {
                self.objs[i] = Obj::Free;
                self.free.push(i as u32);
            }
        }
        for o in &self.objs {
            bytes += size(o);
        }
        self.bytes = bytes;
        self.next_gc = (bytes * 2).max(FIRST_GC).min(self.limit.max(bytes + 1));
        self.collections += 1;
    }

    /// The set of objects reachable from `roots`.
    pub fn reachable(&self, roots: impl FnOnce(&mut Marker<'_>)) -> Vec<u64> {
        let mut m = Marker::new(&self.objs);
        roots(&mut m);
        m.drain();
        m.marks
    }
}

fn size(o: &Obj) -> u64 {
    match o {
        Obj::Free => 0,
        Obj::Slots(s) | Obj::Plain(s) => HEADER + 8 * s.len() as u64,
        // Shared bytes are shared among those who hold them.
        Obj::Str(s) => HEADER + s.bytes.len() as u64 / Rc::strong_count(&s.bytes) as u64,
        Obj::Map(m) => HEADER + 64 + m.bytes(),
        Obj::Closure(c) => HEADER + 8 * c.caps.len() as u64,
        Obj::Chan(c) => HEADER + 96 + 16 * c.chan.len() as u64,
        Obj::Native(_) => HEADER + 64,
    }
}

/// What a collection has reached.
pub(crate) struct Marker<'a> {
    objs: &'a [Obj],
    marks: Vec<u64>,
    work: Vec<u32>,
}

impl<'a> Marker<'a> {
    fn new(objs: &'a [Obj]) -> Self {
        Marker { objs, marks: vec![0; objs.len().div_ceil(64)], work: Vec::new() }
    }

    /// A word that may name an object.
    #[inline]
    pub fn word(&mut self, w: u64) {
        let i = obj_of(w);
        if i == 0 || i >= self.objs.len() || matches!(self.objs[i], Obj::Free) {
            return;
        }
        let (cell, bit) = (&mut self.marks[i / 64], 1u64 << (i % 64));
        if *cell & bit != 0 {
            return;
        }
        *cell |= bit;
        if !matches!(self.objs[i], Obj::Plain(_) | Obj::Str(_)) {
            self.work.push(i as u32);
        }
    }

    /// Many words.
    pub fn words(&mut self, ws: &[u64]) {
        for &w in ws {
            self.word(w);
        }
    }

    fn drain(&mut self) {
        while let Some(i) = self.work.pop() {
            match &self.objs[i as usize] {
                Obj::Slots(s) => self.words(s),
                Obj::Map(m) => m.visit(&mut |w| self.word(w)),
                Obj::Closure(c) => self.words(&c.caps),
                Obj::Chan(c) => c.chan.visit(&mut |w| self.word(w.bits)),
                Obj::Native(n) => n.visit(&mut |w| self.word(w)),
                Obj::Free | Obj::Plain(_) | Obj::Str(_) => {}
            }
        }
    }
}
