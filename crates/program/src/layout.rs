//! The memory model: how Go values lie in 64-bit slots.
//!
//! | type | slots |
//! |---|---|
//! | bool, integers, floats, string, pointer, map, channel, func, `unsafe.Pointer` | 1 |
//! | slice | 2: data pointer, `len \| cap << 32` |
//! | interface | 2: runtime type id + 1 (0 is nil), data |
//! | complex | 2: real, imaginary |
//! | struct | its fields, one after the other |
//! | array | its elements, one after the other |
//!
//! Signed integers are sign-extended to 64 bits, unsigned ones zero-extended, booleans are 0 or 1.
//! A float is the bits of its f64; a float32 is the f64 of its rounded value. complex64 likewise.
//!
//! A pointer is `object << 32 | slot offset`, object ≥ 1; nil is 0. A handle (string, map, channel, closure)
//! is `object << 32`; nil is 0, and so is the empty string. A nil slice is two zeros; the pointer of a non-nil empty
//! slice is not 0.
//!
//! The data word of an interface is the value itself if its type takes one slot, 0 if it takes none, and
//! otherwise a pointer to an immutable copy.

/// Packs the second slot of a slice.
pub const fn slice_meta(len: u32, cap: u32) -> u64 {
    len as u64 | (cap as u64) << 32
}

/// Length from the second slot of a slice.
pub const fn slice_len(meta: u64) -> u32 {
    meta as u32
}

/// Capacity from the second slot of a slice.
pub const fn slice_cap(meta: u64) -> u32 {
    (meta >> 32) as u32
}

/// Makes a pointer word.
pub const fn pointer(object: u32, offset: u32) -> u64 {
    (object as u64) << 32 | offset as u64
}

/// The object of a pointer or handle word; 0 for nil.
pub const fn object(word: u64) -> u32 {
    (word >> 32) as u32
}

/// The slot offset of a pointer word.
pub const fn offset(word: u64) -> u32 {
    word as u32
}

/// The first slot of an interface with dynamic type `ty`.
pub const fn iface_type(ty: u32) -> u64 {
    ty as u64 + 1
}

/// Arrays with more elements' slots than this live in heap objects, never in registers as variables.
pub const MAX_REGISTER_ARRAY: u32 = 8;
