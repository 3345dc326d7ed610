//! What the machine needs to know of the program: types and functions that natives work with.

use crate::lower::Lower;
use crate::program::{FuncId, Kind, Known};
use std::rc::Rc;
use types::{Basic, ObjectKind, TypeId, Types};

/// Declared types whose values natives make; `*` for a pointer.
const KNOWN_TYPES: [&str; 19] = [
    "runtime.errorString",
    "runtime.plainError",
    "runtime.boundsError",
    "*runtime.TypeAssertionError",
    "*runtime.PanicNilError",
    "*errors.errorString",
    "*fmt.wrapError",
    "*fmt.wrapErrors",
    "*fmt.state",
    "fmt.State",
    "*fmt.errorString",
    "*os.File",
    "os.File",
    "time.Time",
    "*time.Timer",
    "*time.Ticker",
    "time.Duration",
    "*testing.T",
    "reflect.Value",
];

/// Functions of the standard library that natives call back.
const KNOWN_FUNCS: [&str; 1] = ["fmt.format"];

impl Lower<'_> {
    /// Makes the machine's types and functions known.
    pub fn known(&mut self) {
        let basic = [
            Basic::Bool,
            Basic::Int,
            Basic::Int8,
            Basic::Int16,
            Basic::Int32,
            Basic::Int64,
            Basic::Uint,
            Basic::Uint8,
            Basic::Uint16,
            Basic::Uint32,
            Basic::Uint64,
            Basic::Uintptr,
            Basic::Float32,
            Basic::Float64,
            Basic::Complex64,
            Basic::Complex128,
            Basic::String,
            Basic::UnsafePointer,
        ];
        debug_assert_eq!(basic.len(), Kind::BASIC.len());
        let basic = basic.iter().map(|b| self.rtype(b.id())).collect();
        let types = &self.c.types;
        let any = self.rtype(Types::EMPTY_INTERFACE);
        let error_ty = types.error();
        let error = self.rtype(error_ty);
        let bytes = types.slice(Types::UINT8);
        let bytes = self.rtype(bytes);
        let mut named: Vec<(Rc<str>, u32)> = Vec::new();
        for (name, elem) in [
            ("[]string", Types::STRING),
            ("[]any", Types::EMPTY_INTERFACE),
            ("[]int", Types::INT),
            ("[]rune", Types::INT32),
            ("[]byte", Types::UINT8),
            ("[]error", error_ty),
        ] {
            let t = self.c.types.slice(elem);
            named.push((name.into(), self.rtype(t)));
        }
        for name in KNOWN_TYPES {
            if let Some(t) = self.type_by_name(name) {
                named.push((name.into(), self.rtype(t)));
            }
        }
        let mut funcs: Vec<(Rc<str>, FuncId)> = Vec::new();
        for name in KNOWN_FUNCS {
            if let Some(obj) = self.object_by_name(name) {
                funcs.push((name.into(), self.func_for(obj, &[])));
            }
        }
        self.prog.known = Known { basic, any, error, bytes, named, funcs, ..Known::default() };
    }

    /// What is known only when everything has been lowered.
    pub fn known_after(&mut self) {
        let find = |name: &str| {
            let sig = "func() string";
            let i = self.prog.methods.iter().position(|m| &*m.name == name && &*m.signature == sig);
            i.and_then(|i| u16::try_from(i).ok())
        };
        let (error, string) = (find("Error"), find("String"));
        self.prog.known.error_method = error;
        self.prog.known.string_method = string;
    }

    /// A declared type by `path.Name` or `*path.Name`.
    pub fn type_by_name(&self, name: &str) -> Option<TypeId> {
        let (name, pointer) = match name.strip_prefix('*') {
            Some(n) => (n, true),
            None => (name, false),
        };
        let obj = self.obj(self.object_by_name(name)?);
        if !matches!(obj.kind, ObjectKind::TypeName) {
            return None;
        }
        let t = self.canon(obj.ty);
        Some(if pointer { self.c.types.pointer(t) } else { t })
    }
}
