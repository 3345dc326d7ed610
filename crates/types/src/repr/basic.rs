//! Predeclared types and untyped kinds.

use super::TypeId;

/// A basic type. The order is that of the fixed ids: `TypeId(Basic as u32)`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
#[repr(u32)]
pub enum Basic {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
    /// `byte`; `uint8` in the tables of [`crate::Checked`].
    Byte,
    /// `rune`; `int32` in the tables of [`crate::Checked`].
    Rune,
}

use Basic::*;

impl Basic {
    /// All, in order.
    pub const ALL: [Basic; 28] = [
        Invalid,
        Bool,
        Int,
        Int8,
        Int16,
        Int32,
        Int64,
        Uint,
        Uint8,
        Uint16,
        Uint32,
        Uint64,
        Uintptr,
        Float32,
        Float64,
        Complex64,
        Complex128,
        String,
        UnsafePointer,
        UntypedBool,
        UntypedInt,
        UntypedRune,
        UntypedFloat,
        UntypedComplex,
        UntypedString,
        UntypedNil,
        Byte,
        Rune,
    ];

    /// Name as gc prints it.
    pub fn name(self) -> &'static str {
        match self {
            Invalid => "invalid type",
            Bool => "bool",
            Int => "int",
            Int8 => "int8",
            Int16 => "int16",
            Int32 => "int32",
            Int64 => "int64",
            Uint => "uint",
            Uint8 => "uint8",
            Uint16 => "uint16",
            Uint32 => "uint32",
            Uint64 => "uint64",
            Uintptr => "uintptr",
            Float32 => "float32",
            Float64 => "float64",
            Complex64 => "complex64",
            Complex128 => "complex128",
            String => "string",
            UnsafePointer => "unsafe.Pointer",
            UntypedBool => "untyped bool",
            UntypedInt => "untyped int",
            UntypedRune => "untyped rune",
            UntypedFloat => "untyped float",
            UntypedComplex => "untyped complex",
            UntypedString => "untyped string",
            UntypedNil => "untyped nil",
            Byte => "byte",
            Rune => "rune",
        }
    }

    /// The id of this type.
    pub const fn id(self) -> TypeId {
        TypeId(self as u32)
    }

    /// The type without the spellings `byte` and `rune`.
    pub fn canon(self) -> Basic {
        match self {
            Byte => Uint8,
            Rune => Int32,
            b => b,
        }
    }

    /// `bool` or an untyped boolean.
    pub fn is_boolean(self) -> bool {
        matches!(self, Bool | UntypedBool)
    }

    /// An integer, typed or not.
    pub fn is_integer(self) -> bool {
        matches!(
            self.canon(),
            Int | Int8
                | Int16
                | Int32
                | Int64
                | Uint
                | Uint8
                | Uint16
                | Uint32
                | Uint64
                | Uintptr
                | UntypedInt
                | UntypedRune
        )
    }

    /// An unsigned integer.
    pub fn is_unsigned(self) -> bool {
        matches!(self.canon(), Uint | Uint8 | Uint16 | Uint32 | Uint64 | Uintptr)
    }

    /// A float, typed or not.
    pub fn is_float(self) -> bool {
        matches!(self, Float32 | Float64 | UntypedFloat)
    }

    /// A complex number, typed or not.
    pub fn is_complex(self) -> bool {
        matches!(self, Complex64 | Complex128 | UntypedComplex)
    }

    /// A string, typed or not.
    pub fn is_string(self) -> bool {
        matches!(self, String | UntypedString)
    }

    /// An untyped kind.
    pub fn is_untyped(self) -> bool {
        matches!(
            self,
            UntypedBool
                | UntypedInt
                | UntypedRune
                | UntypedFloat
                | UntypedComplex
                | UntypedString
                | UntypedNil
        )
    }

    /// Integer, float or complex.
    pub fn is_numeric(self) -> bool {
        self.is_integer() || self.is_float() || self.is_complex()
    }

    /// Types whose values are ordered: integers, floats, strings.
    pub fn is_ordered(self) -> bool {
        self.is_integer() || self.is_float() || self.is_string()
    }

    /// Types that constants can have.
    pub fn is_const_type(self) -> bool {
        self.is_boolean() || self.is_numeric() || self.is_string()
    }

    /// Width in bits of a sized numeric type on a 64-bit machine.
    pub fn bits(self) -> Option<u32> {
        Some(match self.canon() {
            Int8 | Uint8 => 8,
            Int16 | Uint16 => 16,
            Int32 | Uint32 | Float32 => 32,
            Int | Uint | Uintptr | Int64 | Uint64 | Float64 | Complex64 => 64,
            Complex128 => 128,
            _ => return None,
        })
    }
}
