//! Values of any type, after `fmt/print.go`.
//!
//! A value's own methods (`Error`, `String` …) are Go code, which formatting cannot run. It stops
//! where it needs one ([`Need`]); the caller runs it and formats anew with what it returned.

use super::inside::{Inside, inside};
use super::verbs::{Flags, Fmt};
use crate::equal::unboxed;
use crate::heap::Heap;
use crate::report::address;
use program::layout::slice_len;
use program::{FuncId, Kind, MethodId, Program, RType, RTypeId};

/// What a method gave: its text, or the value it panicked with.
pub(crate) type Called = Result<Vec<u8>, [u64; 2]>;

/// A method that has to be run.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    /// It.
    pub func: FuncId,
    /// Its receiver's type.
    pub ty: RTypeId,
    /// Its receiver's value, to be boxed if it has several words.
    pub words: Vec<u64>,
    /// It is `Format`, with this verb and these flags.
    pub format: Option<(char, Flags)>,
}

/// Values that are shown to the eye and may be cyclic end at this depth.
const DEPTH: u32 = 100;

/// A formatting under way.
pub(crate) struct Printer<'a> {
    pub(super) p: &'a Program,
    pub(super) h: &'a Heap,
    /// Results of methods in the order of their need.
    called: &'a [Called],
    next: usize,
    /// The method that has to be run before formatting anew.
    pub need: Option<Need>,
    pub(super) out: Fmt,
    erroring: bool,
    panicking: bool,
    /// `%w` is known.
    pub wrap_errors: bool,
    /// Operands of `%w`.
    pub wrapped: Vec<usize>,
    /// Never run methods.
    pub quiet: bool,
    /// Memory that was read: elements, targets of pointers; `None` slots stand for a map.
    pub reads: Vec<(u64, Option<usize>)>,
}

impl<'a> Printer<'a> {
    pub fn new(p: &'a Program, h: &'a Heap, called: &'a [Called]) -> Self {
        Printer {
            p,
            h,
            called,
            next: 0,
            need: None,
            out: Fmt::default(),
            erroring: false,
            panicking: false,
            wrap_errors: false,
            wrapped: Vec::new(),
            quiet: false,
            reads: Vec::new(),
        }
    }

    /// The text.
    pub fn finish(self) -> Vec<u8> {
        self.out.buf
    }

    pub(super) fn ty(&self, ty: RTypeId) -> Option<&'a RType> {
        self.p.types.get(ty as usize)
    }

    pub(super) fn size(&self, ty: RTypeId) -> usize {
        self.ty(ty).map_or(1, |t| t.size as usize)
    }

    pub(super) fn name(&self, ty: RTypeId) -> &'a str {
        match self.ty(ty).map_or("?", |t| &t.name) {
            "any" => "interface {}",
            s => s,
        }
    }

    /// `Print`: spaces between operands when neither is a string.
    pub fn print(&mut self, args: &[[u64; 2]]) {
        let mut last_string = false;
        for (i, a) in args.iter().enumerate() {
            let ty = a[0].wrapping_sub(1) as RTypeId;
            let string = a[0] != 0 && self.ty(ty).is_some_and(|t| t.kind == Kind::String);
            if i > 0 && !string && !last_string {
                self.out.str(" ");
            }
            self.arg(*a, 'v');
            last_string = string;
        }
    }

    /// `Println`: spaces between all operands, and a newline.
    pub fn println(&mut self, args: &[[u64; 2]]) {
        for (i, a) in args.iter().enumerate() {
            if i > 0 {
                self.out.str(" ");
            }
            self.arg(*a, 'v');
        }
        self.out.str("\n");
    }

    /// An operand.
    pub fn arg(&mut self, arg: [u64; 2], verb: char) {
        if self.need.is_some() {
            return;
        }
        if arg[0] == 0 {
            match verb {
                'T' | 'v' => self.out.pad(b"<nil>"),
                _ => self.bad_verb(None, verb),
            }
            return;
        }
        let ty = (arg[0] - 1) as RTypeId;
        let words = unboxed(self.p, self.h, &arg).to_vec();
        match verb {
            'T' => {
                self.out.text(self.name(ty).as_bytes());
                return;
            }
            'p' => {
                self.pointer(ty, &words, 'p');
                return;
            }
            _ => {}
        }
        if self.name(ty) == "reflect.Value" {
            match words[..] {
                [t, data, 1] => self.arg([t, data], verb),
                _ => self.out.str("<invalid reflect.Value>"),
            }
            return;
        }
        if self.methods(ty, &words, verb) {
            return;
        }
        self.value(ty, &words, verb, 0, false);
    }

    /// Lets the value print itself, if it can.
    fn methods(&mut self, ty: RTypeId, words: &[u64], verb: char) -> bool {
        let Some(t) = self.ty(ty) else { return false };
        if self.erroring {
            return false;
        }
        let known = &self.p.known;
        let mut verb = verb;
        if verb == 'w' {
            let error = known.error_method.is_some_and(|m| t.method(m).is_some());
            if !error || !self.wrap_errors {
                self.bad_verb(Some((ty, words)), verb);
                return true;
            }
            verb = 'v';
        }
        if self.quiet {
            return self.quiet_text(t, words);
        }
        if t.methods.is_empty() {
            return false;
        }
        if let Some(f) = self.method(t, "Format", "func(fmt.State, int32)") {
            let called = self.called;
            let Some(result) = called.get(self.next) else {
                let mut flags = self.out.f;
                flags.sharp |= flags.sharp_v;
                flags.plus |= flags.plus_v;
                let format = Some((verb, flags));
                self.need = Some(Need { func: f, ty, words: words.to_vec(), format });
                return true;
            };
            self.next += 1;
            match result {
                Ok(s) => self.out.buf.extend_from_slice(s),
                Err(panic) => self.caught(ty, words, verb, "Format", *panic),
            }
            return true;
        }
        if self.out.f.sharp_v {
            let Some(f) = self.method(t, "GoString", "func() string") else { return false };
            return self.call(f, ty, words, verb, "GoString", true);
        }
        if !matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') {
            return false;
        }
        let find = |m: Option<MethodId>| t.method(m?);
        if let Some(f) = find(known.error_method) {
            return self.call(f, ty, words, verb, "Error", false);
        }
        if let Some(f) = find(known.string_method) {
            return self.call(f, ty, words, verb, "String", false);
        }
        false
    }

    fn method(&self, t: &RType, name: &str, signature: &str) -> Option<FuncId> {
        let m = t.methods.iter().find(|m| {
            self.p
                .methods
                .get(m.id as usize)
                .is_some_and(|x| &*x.name == name && &*x.signature == signature)
        })?;
        Some(m.func)
    }

    fn call(
        &mut self,
        func: FuncId,
        ty: RTypeId,
        words: &[u64],
        verb: char,
        name: &str,
        raw: bool,
    ) -> bool {
        let called = self.called;
        let Some(result) = called.get(self.next) else {
            self.need = Some(Need { func, ty, words: words.to_vec(), format: None });
            return true;
        };
        self.next += 1;
        match result {
            Ok(s) if raw => self.out.text(s),
            Ok(s) => self.string(ty, words, s, verb),
            Err(panic) => self.caught(ty, words, verb, name, *panic),
        }
        true
    }

    /// A method panicked.
    fn caught(&mut self, ty: RTypeId, words: &[u64], verb: char, name: &str, panic: [u64; 2]) {
        let nil = self.ty(ty).is_some_and(|t| t.kind == Kind::Pointer) && words.first() == Some(&0);
        if nil {
            self.out.str("<nil>");
            return;
        }
        let old = std::mem::take(&mut self.out.f);
        self.out.str("%!");
        self.rune(verb);
        self.out.str("(PANIC=");
        self.out.str(name);
        self.out.str(" method: ");
        if !self.panicking {
            self.panicking = true;
            self.arg(panic, 'v');
            self.panicking = false;
        }
        self.out.str(")");
        self.out.f = old;
    }

    pub(super) fn rune(&mut self, c: char) {
        self.out.buf.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    fn bad_verb(&mut self, v: Option<(RTypeId, &[u64])>, verb: char) {
        let before = std::mem::replace(&mut self.erroring, true);
        self.out.str("%!");
        self.rune(verb);
        self.out.str("(");
        match v {
            Some((ty, words)) => {
                self.out.str(self.name(ty));
                self.out.str("=");
                self.value(ty, words, 'v', 0, false);
            }
            None => self.out.str("<nil>"),
        }
        self.out.str(")");
        self.erroring = before;
    }

    fn integer(&mut self, ty: RTypeId, words: &[u64], v: u64, signed: bool, verb: char) {
        match verb {
            'v' if self.out.f.sharp_v && !signed => self.hex0(v, true),
            'v' | 'd' => self.out.integer(v, 10, signed, verb, false),
            'b' => self.out.integer(v, 2, signed, verb, false),
            'o' | 'O' => self.out.integer(v, 8, signed, verb, false),
            'x' => self.out.integer(v, 16, signed, verb, false),
            'X' => self.out.integer(v, 16, signed, verb, true),
            'c' => self.out.rune(v as i64),
            'q' => self.out.quoted_rune(v as i64),
            'U' => self.out.unicode(v),
            _ => self.bad_verb(Some((ty, words)), verb),
        }
    }

    fn hex0(&mut self, v: u64, prefix: bool) {
        let old = std::mem::replace(&mut self.out.f.sharp, prefix);
        self.out.integer(v, 16, false, 'v', false);
        self.out.f.sharp = old;
    }

    fn float(&mut self, ty: RTypeId, words: &[u64], v: f64, bits: u32, verb: char) {
        match verb {
            'v' => self.out.float(v, bits, 'g', -1),
            'b' | 'g' | 'G' | 'x' | 'X' => self.out.float(v, bits, verb, -1),
            'f' | 'e' | 'E' => self.out.float(v, bits, verb, 6),
            'F' => self.out.float(v, bits, 'f', 6),
            _ => self.bad_verb(Some((ty, words)), verb),
        }
    }

    fn complex(&mut self, ty: RTypeId, words: &[u64], bits: u32, verb: char) {
        if !matches!(verb, 'v' | 'b' | 'g' | 'G' | 'x' | 'X' | 'f' | 'F' | 'e' | 'E') {
            self.bad_verb(Some((ty, words)), verb);
            return;
        }
        let part = |i: usize| f64::from_bits(words.get(i).copied().unwrap_or(0));
        let plus = self.out.f.plus;
        self.out.str("(");
        self.float(ty, words, part(0), bits, verb);
        self.out.f.plus = true;
        self.float(ty, words, part(1), bits, verb);
        self.out.str("i)");
        self.out.f.plus = plus;
    }

    fn string(&mut self, ty: RTypeId, words: &[u64], s: &[u8], verb: char) {
        match verb {
            'v' if self.out.f.sharp_v => self.out.quoted(s),
            'v' | 's' => self.out.text(s),
            'x' => self.out.hex(s, false),
            'X' => self.out.hex(s, true),
            'q' => self.out.quoted(s),
            _ => self.bad_verb(Some((ty, words)), verb),
        }
    }

    fn pointer(&mut self, ty: RTypeId, words: &[u64], verb: char) {
        let Some(t) = self.ty(ty) else { return };
        let w = words.first().copied().unwrap_or(0);
        let u = match t.kind {
            Kind::Chan
            | Kind::Func
            | Kind::Map
            | Kind::Pointer
            | Kind::Slice
            | Kind::UnsafePointer => address(w),
            _ => {
                self.bad_verb(Some((ty, words)), verb);
                return;
            }
        };
        let sharp = self.out.f.sharp;
        match verb {
            'v' if self.out.f.sharp_v => {
                self.out.str("(");
                self.out.str(self.name(ty));
                self.out.str(")(");
                if u == 0 {
                    self.out.str("nil");
                } else {
                    self.hex0(u, true);
                }
                self.out.str(")");
            }
            'v' if u == 0 => self.out.pad(b"<nil>"),
            'v' if self.quiet => self.out.str("0x…"),
            'v' | 'p' => self.hex0(u, !sharp),
            'b' | 'o' | 'd' | 'x' | 'X' => self.integer(ty, words, u, false, verb),
            _ => self.bad_verb(Some((ty, words)), verb),
        }
    }

    fn bytes(&mut self, ty: RTypeId, words: &[u64], v: &[u8], exact: bool, verb: char) {
        let slice = self.ty(ty).is_some_and(|t| t.kind == Kind::Slice);
        let nil = slice && words.first() == Some(&0);
        match verb {
            'v' | 'd' if self.out.f.sharp_v => {
                self.out.str(if exact { "[]byte" } else { self.name(ty) });
                if nil {
                    self.out.str("(nil)");
                    return;
                }
                self.out.str("{");
                for (i, c) in v.iter().enumerate() {
                    if i > 0 {
                        self.out.str(", ");
                    }
                    self.hex0(u64::from(*c), true);
                }
                self.out.str("}");
            }
            'v' | 'd' => {
                self.out.str("[");
                for (i, c) in v.iter().enumerate() {
                    if i > 0 {
                        self.out.str(" ");
                    }
                    self.out.integer(u64::from(*c), 10, false, verb, false);
                }
                self.out.str("]");
            }
            's' => self.out.text(v),
            'x' => self.out.hex(v, false),
            'X' => self.out.hex(v, true),
            'q' => self.out.quoted(v),
            _ => self.list(ty, words, nil, verb, 0, false),
        }
    }

    pub(super) fn sep(&mut self) {
        self.out.str(if self.out.f.sharp_v { ", " } else { " " });
    }

    /// A value below the operands; `ro` if it was reached through an unexported field, whose
    /// methods are out of reach.
    pub fn value(&mut self, ty: RTypeId, words: &[u64], verb: char, depth: u32, ro: bool) {
        if self.need.is_some() || depth > DEPTH {
            return;
        }
        let methods = if self.quiet { true } else { depth > 0 && !ro };
        if methods && self.methods(ty, words, verb) {
            return;
        }
        let Some(t) = self.ty(ty) else { return };
        let x = words.first().copied().unwrap_or(0);
        let sharp_v = self.out.f.sharp_v;
        if t.kind == Kind::Struct
            && let Some(v) = inside(self.h, t, words)
        {
            match self.quiet {
                true => self.out.str("{}"),
                false => self.inside(v, verb, depth),
            }
            return;
        }
        match t.kind {
            Kind::Bool => match verb {
                't' | 'v' => self.out.boolean(x != 0),
                _ => self.bad_verb(Some((ty, words)), verb),
            },
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
                self.integer(ty, words, x, true, verb);
            }
            Kind::Uint
            | Kind::Uint8
            | Kind::Uint16
            | Kind::Uint32
            | Kind::Uint64
            | Kind::Uintptr => self.integer(ty, words, x, false, verb),
            Kind::Float32 => self.float(ty, words, f64::from_bits(x), 32, verb),
            Kind::Float64 => self.float(ty, words, f64::from_bits(x), 64, verb),
            Kind::Complex64 => self.complex(ty, words, 32, verb),
            Kind::Complex128 => self.complex(ty, words, 64, verb),
            Kind::String => {
                let s = self.h.str(x);
                self.string(ty, words, s, verb);
            }
            Kind::Map => self.map(ty, t, x, verb, depth, ro),
            Kind::Struct => {
                if sharp_v {
                    self.out.str(self.name(ty));
                }
                self.out.str("{");
                for (i, f) in t.fields.iter().enumerate() {
                    if i > 0 {
                        self.sep();
                    }
                    if self.out.f.plus_v || sharp_v {
                        self.out.str(&f.name);
                        self.out.str(":");
                    }
                    let at = f.offset as usize;
                    let v = words.get(at..at + self.size(f.ty)).unwrap_or(&[]);
                    let ro = ro || !f.exported;
                    let dynamic = self.ty(f.ty).is_some_and(|t| t.kind == Kind::Interface)
                        && v.first().is_some_and(|t| *t != 0);
                    if dynamic {
                        let inner = unboxed(self.p, self.h, v).to_vec();
                        self.value((v[0] - 1) as RTypeId, &inner, verb, depth + 1, ro);
                    } else {
                        self.value(f.ty, v, verb, depth + 1, ro);
                    }
                }
                self.out.str("}");
            }
            Kind::Interface => {
                if x == 0 {
                    if sharp_v {
                        self.out.str(self.name(ty));
                        self.out.str("(nil)");
                    } else {
                        self.out.str("<nil>");
                    }
                } else {
                    let inner = unboxed(self.p, self.h, words).to_vec();
                    self.value((x - 1) as RTypeId, &inner, verb, depth + 1, ro);
                }
            }
            Kind::Array | Kind::Slice => {
                let byte = t.elem.and_then(|e| self.ty(e)).is_some_and(|e| e.kind == Kind::Uint8);
                // An operand that is exactly a []byte is formatted by bytes under every verb.
                let exact = depth == 0 && ty == self.p.known.bytes;
                if byte && (exact || matches!(verb, 's' | 'q' | 'x' | 'X')) {
                    let v: Vec<u8> = if t.kind == Kind::Slice {
                        let meta = words.get(1).copied().unwrap_or(0);
                        self.reads.push((x, Some(slice_len(meta) as usize)));
                        crate::slices::bytes(self.h, (x, words.get(1).copied().unwrap_or(0)))
                    } else {
                        words.iter().map(|w| *w as u8).collect()
                    };
                    self.bytes(ty, words, &v, exact, verb);
                    return;
                }
                self.list(ty, words, t.kind == Kind::Slice && x == 0, verb, depth, ro);
            }
            Kind::Pointer => {
                let elem = t.elem.unwrap_or(0);
                let kind = self.ty(elem).map(|e| e.kind);
                let target =
                    matches!(kind, Some(Kind::Array | Kind::Slice | Kind::Struct | Kind::Map));
                if depth == 0 && x != 0 && target {
                    self.out.str("&");
                    self.reads.push((x, Some(self.size(elem))));
                    let inner = self.h.range(x, self.size(elem)).unwrap_or(&[]).to_vec();
                    self.value(elem, &inner, verb, depth + 1, ro);
                    return;
                }
                self.pointer(ty, words, verb);
            }
            Kind::Chan | Kind::Func | Kind::UnsafePointer => self.pointer(ty, words, verb),
        }
    }

    /// A value of a type that is made otherwise here.
    fn inside(&mut self, v: Inside, verb: char, depth: u32) {
        let sharp_v = self.out.f.sharp_v;
        match v {
            Inside::Int(n) => self.out.str(&n.to_string()),
            Inside::Uint(n) if sharp_v => self.out.str(&format!("{n:#x}")),
            Inside::Uint(n) => self.out.str(&n.to_string()),
            Inside::Same(ty, words) => self.value(ty, &words, verb, depth + 1, true),
            Inside::Struct(name, fields) => {
                if sharp_v {
                    self.out.str(name);
                }
                self.out.str("{");
                for (i, (name, v)) in fields.into_iter().enumerate() {
                    if i > 0 {
                        self.sep();
                    }
                    if self.out.f.plus_v || sharp_v {
                        self.out.str(name);
                        self.out.str(":");
                    }
                    self.inside(v, verb, depth + 1);
                }
                self.out.str("}");
            }
        }
    }

    /// The type's name and the value, for operands left over.
    pub(super) fn extra(&mut self, arg: [u64; 2]) {
        if arg[0] == 0 {
            self.out.str("<nil>");
            return;
        }
        self.out.str(self.name((arg[0] - 1) as RTypeId));
        self.out.str("=");
        self.arg(arg, 'v');
    }
}
