//! Why the interpreter leaves its straight path.

use crate::equal::Uncomparable;
use crate::heap::OutOfMemory;
use program::RTypeId;
use std::borrow::Cow;

/// Which of the runtime's errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// `s[x]`, len y
    Index,
    /// `s[?:x]`, len y
    SliceLen,
    /// `s[?:x]`, cap y
    SliceCap,
    /// `s[x:y]`
    Slice,
    /// `s[::x]`, len y
    Slice3Len,
    /// `s[::x]`, cap y
    Slice3Cap,
    /// `s[:x:y]`
    Slice3B,
    /// `s[x:y:]`
    Slice3C,
    /// slice to array, len x, wanted y
    Convert,
}

/// Why the interpreter leaves its straight path.
#[derive(Clone, Debug)]
pub(crate) enum Trap {
    /// Fuel is used up, or a collection is due.
    Stop,
    /// A bound was violated.
    Bounds(Bound, i64, u64),
    /// Nil pointer dereference.
    Nil,
    /// `runtime.Error` whose text begins with `runtime error: `.
    Error(String),
    /// `runtime.Error` whose text does not.
    Plain(Cow<'static, str>),
    /// A failed type assertion.
    Assertion(String),
    /// A panic with a string.
    Text(String),
    /// A panic with an interface value.
    Panic([u64; 2]),
    /// `fatal error: …`
    Fatal(String),
    /// `os.Exit`
    Exit(i32),
    /// `runtime.Goexit`
    Goexit,
    /// So many bytes do not fit into the heap.
    Memory(u64),
    /// The goroutine waits, or gives way.
    Park,
    /// A statement begins, and has to be told.
    Tell,
    /// The stack has reached its limit.
    Overflow,
    /// The outcome is set.
    Over,
    /// There are too many goroutines.
    Goroutines,
}

impl From<OutOfMemory> for Trap {
    fn from(e: OutOfMemory) -> Trap {
        Trap::Memory(e.wanted)
    }
}

impl Trap {
    /// `panic: runtime error: comparing uncomparable type T`
    pub fn uncomparable(p: &program::Program, e: Uncomparable) -> Trap {
        Trap::Error(format!("comparing uncomparable type {}", type_name(p, e.0)))
    }

    /// `panic: runtime error: hash of unhashable type T`
    pub fn unhashable(p: &program::Program, e: Uncomparable) -> Trap {
        Trap::Error(format!("hash of unhashable type {}", type_name(p, e.0)))
    }
}

/// `panic: hash of unhashable type: T`, which an empty map says.
pub(crate) fn unhashable_in_empty(p: &program::Program, e: Uncomparable) -> Trap {
    Trap::Plain(format!("hash of unhashable type: {}", type_name(p, e.0)).into())
}

pub(crate) fn type_name(p: &program::Program, ty: RTypeId) -> &str {
    p.types.get(ty as usize).map_or("?", |t| &t.name)
}

/// The text of a violated bound, without `runtime error: `.
pub(crate) fn bounds_text(b: Bound, x: i64, y: u64) -> String {
    if x < 0 {
        return match b {
            Bound::Index => format!("index out of range [{x}]"),
            Bound::SliceLen | Bound::SliceCap => format!("slice bounds out of range [:{x}]"),
            Bound::Slice => format!("slice bounds out of range [{x}:]"),
            Bound::Slice3Len | Bound::Slice3Cap => format!("slice bounds out of range [::{x}]"),
            Bound::Slice3B => format!("slice bounds out of range [:{x}:]"),
            Bound::Slice3C => format!("slice bounds out of range [{x}::]"),
            Bound::Convert => format!("cannot convert slice with length {x} to array"),
        };
    }
    match b {
        Bound::Index => format!("index out of range [{x}] with length {y}"),
        Bound::SliceLen => format!("slice bounds out of range [:{x}] with length {y}"),
        Bound::SliceCap => format!("slice bounds out of range [:{x}] with capacity {y}"),
        Bound::Slice => format!("slice bounds out of range [{x}:{y}]"),
        Bound::Slice3Len => format!("slice bounds out of range [::{x}] with length {y}"),
        Bound::Slice3Cap => format!("slice bounds out of range [::{x}] with capacity {y}"),
        Bound::Slice3B => format!("slice bounds out of range [:{x}:{y}]"),
        Bound::Slice3C => format!("slice bounds out of range [{x}:{y}:]"),
        Bound::Convert => format!(
            "cannot convert slice with length {x} to array or pointer to array with length {y}"
        ),
    }
}
