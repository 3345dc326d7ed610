//! The heap: a slab of objects that are never moved, strings that share their bytes, a
//! conservative mark–sweep collector, and the count of bytes that budgets are held against.
//!
//! A *word* is 64 bits. A handle is `object << 32`; a pointer is `object << 32 | slot`. Object 0 is
//! never alive, so that nil needs no test of its own: looking it up finds nothing.

mod collect;
mod look;
#[cfg(test)]
mod tests;

pub(crate) use collect::Marker;

use crate::map::Map;
use crate::objects::ChanObj;
use std::any::Any;
use std::rc::Rc;
use trace::ObjId;

/// An object of the machine's own, to the heap.
pub(crate) trait Native: Any {
    /// Calls `f` with every word that may name an object.
    fn visit(&self, f: &mut dyn FnMut(u64));
    /// For downcasts.
    fn any(&self) -> &dyn Any;
    /// Its identity in the trace, if it is a shared object.
    fn id(&self) -> Option<ObjId> {
        None
    }
}

/// A closure: a function and the values it captured.
pub(crate) struct Closure {
    /// Index into the program's functions.
    pub func: u32,
    /// Captured words.
    pub caps: Box<[u64]>,
}

/// Part of shared bytes.
#[derive(Clone)]
pub(crate) struct Str {
    bytes: Rc<[u8]>,
    start: u32,
    len: u32,
}

impl Str {
    fn get(&self) -> &[u8] {
        let s = self.start as usize;
        self.bytes.get(s..s + self.len as usize).unwrap_or(&[])
    }
}

/// An object.
pub(crate) enum Obj {
    /// An unused place of the slab.
    Free,
    /// Variables, structs, arrays.
    Slots(Box<[u64]>),
    /// Same, known to hold no references (the collector does not look inside).
    Plain(Box<[u64]>),
    /// A string.
    Str(Str),
    /// A map.
    Map(Box<Map>),
    /// A closure.
    Closure(Closure),
    /// A channel.
    Chan(Rc<ChanObj>),
    /// The state of a mutex, of an iteration …
    Native(Rc<dyn Native>),
}

/// Bytes that an object's place itself is counted as, the same on every machine.
const HEADER: u64 = 32;
/// The first collection happens when so many bytes are in use.
const FIRST_GC: u64 = 4 << 20;

/// The heap ran into its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OutOfMemory {
    /// Bytes that were asked for on top of those in use.
    pub wanted: u64,
}

/// The heap.
pub(crate) struct Heap {
    objs: Vec<Obj>,
    free: Vec<u32>,
    /// Objects below this index are constants and stay.
    pinned: u32,
    bytes: u64,
    next_gc: u64,
    limit: u64,
    mallocs: u64,
    total: u64,
    collections: u32,
}

/// Object that all empty but non-nil slices and pointers to zero-size values point to.
pub(crate) const ZERO_BASE: u64 = 1 << 32;

/// The object part of a word.
#[inline(always)]
pub(crate) fn obj_of(word: u64) -> usize {
    (word >> 32) as usize
}

/// The slot part of a pointer.
#[inline(always)]
pub(crate) fn off_of(word: u64) -> usize {
    word as u32 as usize
}

impl Heap {
    /// An empty heap that may hold `limit` bytes.
    pub fn new(limit: u64) -> Heap {
        Heap {
            objs: vec![Obj::Free, Obj::Plain(Box::new([]))],
            free: Vec::new(),
            pinned: 2,
            bytes: 2 * HEADER,
            next_gc: FIRST_GC.min(limit / 2 + 1),
            limit,
            mallocs: 0,
            total: 0,
            collections: 0,
        }
    }

    /// Keeps everything that lives now for ever (constants).
    pub fn pin(&mut self) {
        self.pinned = self.objs.len() as u32;
    }

    /// Bytes in use, garbage included.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Objects ever allocated, bytes ever allocated, collections so far.
    pub fn statistics(&self) -> (u64, u64, u64) {
        (self.mallocs, self.total, u64::from(self.collections))
    }

    /// Objects in use, garbage included.
    pub fn objects(&self) -> u64 {
        (self.objs.len() - self.free.len()) as u64
    }

    /// Whether a collection is due.
    #[inline(always)]
    pub fn wants_gc(&self) -> bool {
        self.bytes >= self.next_gc
    }

    /// Whether even after collections more is in use than allowed.
    pub fn over_limit(&self) -> bool {
        self.bytes > self.limit
    }

    /// The budget in bytes.
    pub fn limit(&self) -> u64 {
        self.limit
    }

    /// Whether `n` more words fit into the budget.
    #[inline]
    pub fn fits(&self, n: u64) -> Result<(), OutOfMemory> {
        let wanted = n.saturating_mul(8);
        // Object offsets are 32 bits wide.
        if n > u64::from(u32::MAX) || self.bytes.saturating_add(wanted) > self.limit {
            return Err(OutOfMemory { wanted });
        }
        Ok(())
    }

    #[inline]
    fn put(&mut self, obj: Obj, bytes: u64) -> u64 {
        self.bytes += bytes;
        self.total += bytes;
        self.mallocs += 1;
        let i = match self.free.pop() {
            Some(i) => {
                self.objs[i as usize] = obj;
                i
            }
            None => {
                self.objs.push(obj);
                (self.objs.len() - 1) as u32
            }
        };
        u64::from(i) << 32
    }

    /// Allocates `n` zero words; the pointer to the first.
    #[inline]
    pub fn slots(&mut self, n: usize) -> u64 {
        if n == 0 {
            return ZERO_BASE;
        }
        self.put(Obj::Slots(vec![0; n].into_boxed_slice()), HEADER + 8 * n as u64)
    }

    /// Allocates `n` zero words that will never hold references.
    #[inline]
    pub fn plain(&mut self, n: usize) -> u64 {
        if n == 0 {
            return ZERO_BASE;
        }
        self.put(Obj::Plain(vec![0; n].into_boxed_slice()), HEADER + 8 * n as u64)
    }

    /// Allocates a copy of `words`.
    #[inline]
    pub fn boxed(&mut self, words: &[u64]) -> u64 {
        if words.is_empty() {
            return ZERO_BASE;
        }
        self.put(Obj::Slots(words.into()), HEADER + 8 * words.len() as u64)
    }

    /// Allocates words that exist already.
    pub fn adopt(&mut self, words: Box<[u64]>, plain: bool) -> u64 {
        if words.is_empty() {
            return ZERO_BASE;
        }
        let n = words.len() as u64;
        self.put(if plain { Obj::Plain(words) } else { Obj::Slots(words) }, HEADER + 8 * n)
    }

    /// Allocates a string; the empty one is 0.
    pub fn string(&mut self, s: &[u8]) -> u64 {
        if s.is_empty() {
            return 0;
        }
        let n = s.len() as u64;
        self.put(Obj::Str(Str { bytes: s.into(), start: 0, len: n as u32 }), HEADER + n)
    }

    /// Allocates a string.
    pub fn text(&mut self, s: &str) -> u64 {
        self.string(s.as_bytes())
    }

    /// The concatenation of two strings.
    pub fn concat(&mut self, a: u64, b: u64) -> u64 {
        if a == 0 {
            return b;
        }
        if b == 0 {
            return a;
        }
        let mut v = Vec::with_capacity(self.str(a).len() + self.str(b).len());
        v.extend_from_slice(self.str(a));
        v.extend_from_slice(self.str(b));
        let n = v.len() as u64;
        self.put(Obj::Str(Str { bytes: v.into(), start: 0, len: n as u32 }), HEADER + n)
    }

    /// Part of a string, sharing its bytes. The bounds have been checked.
    pub fn substring(&mut self, s: u64, from: usize, to: usize) -> u64 {
        let Some(Obj::Str(st)) = self.objs.get(obj_of(s)) else { return 0 };
        if from >= to || to > st.len as usize {
            return 0;
        }
        if to - from == st.len as usize {
            return s;
        }
        let part =
            Str { bytes: st.bytes.clone(), start: st.start + from as u32, len: (to - from) as u32 };
        self.put(Obj::Str(part), HEADER)
    }

    /// Allocates a map.
    pub fn map(&mut self, m: Map) -> u64 {
        self.put(Obj::Map(Box::new(m)), HEADER + 64)
    }

    /// Allocates a closure.
    pub fn closure(&mut self, func: u32, caps: Box<[u64]>) -> u64 {
        let n = caps.len() as u64;
        self.put(Obj::Closure(Closure { func, caps }), HEADER + 8 * n)
    }

    /// Allocates a native object of about `bytes` bytes.
    pub fn native(&mut self, n: Rc<dyn Native>, bytes: u64) -> u64 {
        self.put(Obj::Native(n), HEADER + bytes)
    }

    /// Allocates a channel.
    pub fn chan(&mut self, c: Rc<ChanObj>, bytes: u64) -> u64 {
        self.put(Obj::Chan(c), HEADER + bytes)
    }

    /// Counts bytes that an object grew by.
    #[inline]
    pub fn grew(&mut self, bytes: u64) {
        self.bytes += bytes;
        self.total += bytes;
    }

    /// Whether a word names an object that has not been freed.
    pub fn alive(&self, w: u64) -> bool {
        self.objs.get(obj_of(w)).is_some_and(|o| !matches!(o, Obj::Free))
    }

    /// The words of an object; none if it is nil or of another kind.
    #[inline(always)]
    pub fn words(&self, ptr: u64) -> &[u64] {
        match self.objs.get(obj_of(ptr)) {
            Some(Obj::Slots(s) | Obj::Plain(s)) => s,
            _ => &[],
        }
    }

    /// The words of an object, to be changed; none if it is nil or of another kind.
    #[inline(always)]
    pub fn words_mut(&mut self, ptr: u64) -> &mut [u64] {
        match self.objs.get_mut(obj_of(ptr)) {
            Some(Obj::Slots(s) | Obj::Plain(s)) => s,
            _ => &mut [],
        }
    }

    /// The word a pointer points to; none if the pointer is nil.
    #[inline(always)]
    pub fn load(&self, ptr: u64) -> Option<u64> {
        self.words(ptr).get(off_of(ptr)).copied()
    }

    /// Changes the word a pointer points to; none if the pointer is nil.
    #[inline(always)]
    #[must_use]
    pub fn store(&mut self, ptr: u64, v: u64) -> Option<()> {
        *self.words_mut(ptr).get_mut(off_of(ptr))? = v;
        Some(())
    }

    /// `n` words from where a pointer points to.
    #[inline]
    pub fn range(&self, ptr: u64, n: usize) -> Option<&[u64]> {
        if n == 0 {
            return if ptr == 0 { None } else { Some(&[]) };
        }
        let o = off_of(ptr);
        self.words(ptr).get(o..o.checked_add(n)?)
    }

    /// `n` words from where a pointer points to, to be changed.
    #[inline]
    pub fn range_mut(&mut self, ptr: u64, n: usize) -> Option<&mut [u64]> {
        if n == 0 {
            return if ptr == 0 { None } else { Some(&mut []) };
        }
        let o = off_of(ptr);
        self.words_mut(ptr).get_mut(o..o.checked_add(n)?)
    }

    /// Copies `n` words between places that may overlap. False if one is out of range.
    pub fn copy(&mut self, dst: u64, src: u64, n: usize) -> bool {
        if n == 0 {
            return true;
        }
        let (d, s) = (off_of(dst), off_of(src));
        if obj_of(dst) == obj_of(src) {
            let w = self.words_mut(dst);
            if d + n > w.len() || s + n > w.len() {
                return false;
            }
            w.copy_within(s..s + n, d);
            return true;
        }
        let i = obj_of(dst);
        let Some(place) = self.objs.get_mut(i) else { return false };
        let mut target = std::mem::replace(place, Obj::Free);
        let mut done = false;
        if let Obj::Slots(w) | Obj::Plain(w) = &mut target
            && let Some(to) = w.get_mut(d..d + n)
            && let Some(from) = self.range(src, n)
        {
            to.copy_from_slice(from);
            done = true;
        }
        self.objs[i] = target;
        done
    }

    /// All objects with their numbers.
    pub fn each(&self) -> impl Iterator<Item = (usize, &Obj)> {
        self.objs.iter().enumerate()
    }
}
