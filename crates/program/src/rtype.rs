//! Go types as the lowering sees them: substitution, sizes, and runtime types.

use crate::lower::Lower;
use crate::program::{Kind, RField, RType, RTypeId};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use syntax::{ChanDir, Expr};
use types::{Basic, Mode, Signature, Type, TypeId, Types};

/// The type arguments of the instance that is being lowered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Env {
    pub from: Vec<TypeId>,
    pub to: Vec<TypeId>,
    cache: RefCell<BTreeMap<TypeId, TypeId>>,
}

impl Env {
    /// Type parameters and what stands for them.
    pub fn new(from: Vec<TypeId>, to: Vec<TypeId>) -> Rc<Env> {
        Rc::new(Env { from, to, cache: RefCell::default() })
    }
}

impl Lower<'_> {
    /// `t` in the instance being lowered.
    pub fn subst(&self, t: TypeId) -> TypeId {
        self.subst_in(&self.f.env, t)
    }

    pub fn subst_in(&self, env: &Env, t: TypeId) -> TypeId {
        if env.from.is_empty() {
            return self.canon(t);
        }
        if let Some(&c) = env.cache.borrow().get(&t) {
            return c;
        }
        let c = self.canon(self.c.types.subst(t, &env.from, &env.to));
        env.cache.borrow_mut().insert(t, c);
        c
    }

    /// The identical type with the canonical id.
    pub fn canon(&self, t: TypeId) -> TypeId {
        self.c.types.canon(t)
    }

    /// The type of an expression.
    pub fn ty(&self, e: &Expr) -> TypeId {
        self.subst(self.c.info.ty(e.id))
    }

    pub fn mode(&self, e: &Expr) -> Mode {
        self.c.info.tv(e.id).mode
    }

    /// The shape of the underlying type.
    pub fn under(&self, t: TypeId) -> Type {
        self.c.types.under(t)
    }

    pub fn is_iface(&self, t: TypeId) -> bool {
        matches!(self.under(t), Type::Interface(_))
    }

    /// The basic type underlying `t`, untyped kinds replaced by their default types.
    pub fn basic(&self, t: TypeId) -> Option<Basic> {
        match self.under(t) {
            Type::Basic(b) => Some(match b.canon() {
                Basic::UntypedBool => Basic::Bool,
                Basic::UntypedInt => Basic::Int,
                Basic::UntypedRune => Basic::Int32,
                Basic::UntypedFloat => Basic::Float64,
                Basic::UntypedComplex => Basic::Complex128,
                Basic::UntypedString => Basic::String,
                b => b,
            }),
            _ => None,
        }
    }

    /// An untyped type's default type; any other type itself.
    pub fn default_type(&self, t: TypeId) -> TypeId {
        match self.c.types.get(t) {
            Type::Basic(b) if b.is_untyped() && b != Basic::UntypedNil => {
                self.basic(t).map_or(t, Basic::id)
            }
            _ => t,
        }
    }

    pub fn signature(&self, t: TypeId) -> Option<Rc<Signature>> {
        match self.under(t) {
            Type::Func(s) => Some(s),
            _ => None,
        }
    }

    /// The base of a pointer type.
    pub fn pointee(&self, t: TypeId) -> Option<TypeId> {
        match self.under(t) {
            Type::Pointer(e) => Some(self.canon(e)),
            _ => None,
        }
    }

    /// Slots of a value.
    pub fn size(&mut self, t: TypeId) -> u32 {
        if let Some(&n) = self.sizes.get(&t) {
            return n;
        }
        let n = self.compute_size(t);
        self.sizes.insert(t, n);
        n
    }

    fn compute_size(&mut self, t: TypeId) -> u32 {
        match self.under(t) {
            Type::Basic(Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex) => 2,
            Type::Slice(_) | Type::Interface(_) => 2,
            Type::Struct(s) => s.fields.iter().fold(0, |n, f| self.size(f.ty).saturating_add(n)),
            Type::Array(e, len) => {
                let n = u64::from(self.size(e)).saturating_mul(len);
                u32::try_from(n).unwrap_or(u32::MAX)
            }
            Type::Tuple(list) => list.iter().fold(0, |n, &t| self.size(t).saturating_add(n)),
            _ => 1,
        }
    }

    /// Size and alignment in bytes, as gc lays it out on a 64-bit machine.
    pub fn go_size(&self, t: TypeId) -> (u64, u64) {
        match self.under(t) {
            Type::Basic(b) => match b.canon() {
                Basic::Bool | Basic::Int8 | Basic::Uint8 | Basic::UntypedBool => (1, 1),
                Basic::Int16 | Basic::Uint16 => (2, 2),
                Basic::Int32 | Basic::Uint32 | Basic::Float32 => (4, 4),
                Basic::Complex64 => (8, 4),
                Basic::Complex128 | Basic::String | Basic::UntypedString => (16, 8),
                _ => (8, 8),
            },
            Type::Slice(_) => (24, 8),
            Type::Interface(_) => (16, 8),
            Type::Struct(s) => {
                let (mut at, mut align, mut last) = (0u64, 1, 1);
                for f in &s.fields {
                    let (n, a) = self.go_size(f.ty);
                    at = at.next_multiple_of(a).saturating_add(n);
                    align = align.max(a);
                    last = n;
                }
                // A trailing field of size 0 is padded, so that its address stays inside.
                if last == 0 && at > 0 {
                    at += 1;
                }
                (at.next_multiple_of(align), align)
            }
            Type::Array(e, len) => {
                let (n, a) = self.go_size(e);
                (n.saturating_mul(len), a)
            }
            _ => (8, 8),
        }
    }

    /// Whether a value of this type has an array inside (not behind a pointer).
    pub fn has_array(&self, t: TypeId) -> bool {
        match self.under(t) {
            Type::Array(_, n) => n > 0,
            Type::Struct(s) => s.fields.iter().any(|f| self.has_array(f.ty)),
            _ => false,
        }
    }

    /// Slot offset and type of field `i` of a struct.
    pub fn field(&mut self, t: TypeId, i: u32) -> (u32, TypeId) {
        let Type::Struct(s) = self.under(t) else { return (0, Types::INVALID) };
        let i = i as usize;
        let offset = s.fields.iter().take(i).fold(0, |n, f| self.size(f.ty) + n);
        (offset, s.fields.get(i).map_or(Types::INVALID, |f| self.canon(f.ty)))
    }

    /// The runtime type.
    pub fn rtype(&mut self, t: TypeId) -> RTypeId {
        let t = self.canon(self.default_type(t));
        if let Some(&id) = self.rtypes.get(&t) {
            return id;
        }
        let id = self.prog.types.len() as RTypeId;
        self.prog.types.push(RType::default());
        self.rtypes.insert(t, id);
        let r = self.make_rtype(t);
        self.prog.types[id as usize] = r;
        self.new_rtypes.push_back((id, t));
        id
    }

    /// The runtime type where an instruction has 16 bits for it.
    pub fn rtype16(&mut self, t: TypeId) -> u16 {
        let id = self.rtype(t);
        u16::try_from(id).unwrap_or_else(|_| {
            self.too_big("program uses too many types");
            0
        })
    }

    fn make_rtype(&mut self, t: TypeId) -> RType {
        let types = &self.c.types;
        let (bytes, _) = self.go_size(t);
        let mut r = RType {
            name: types.runtime_string(t).into(),
            named: matches!(types.get(t), Type::Named(_) | Type::Basic(_)),
            size: self.size(t),
            bytes,
            comparable: types.is_comparable(t, true),
            ..RType::default()
        };
        r.kind = match self.under(t) {
            Type::Basic(b) => {
                r.plain = !(b.is_float() || b.is_complex() || b.is_string());
                basic_kind(b)
            }
            Type::Named(_) | Type::Alias(_) | Type::TypeParam(_) | Type::Union(_) => {
                Kind::Interface
            }
            Type::Pointer(e) => {
                r.plain = true;
                r.elem = Some(self.rtype(e));
                Kind::Pointer
            }
            Type::Slice(e) => {
                r.elem = Some(self.rtype(e));
                Kind::Slice
            }
            Type::Array(e, n) => {
                let elem = self.rtype(e);
                r.plain = self.prog.types[elem as usize].plain;
                r.elem = Some(elem);
                r.len = n;
                Kind::Array
            }
            Type::Map(k, v) => {
                r.key = Some(self.rtype(k));
                r.elem = Some(self.rtype(v));
                Kind::Map
            }
            Type::Chan(dir, e) => {
                r.plain = true;
                r.elem = Some(self.rtype(e));
                r.dir = match dir {
                    ChanDir::Both => 0,
                    ChanDir::SendOnly => 1,
                    ChanDir::RecvOnly => 2,
                };
                Kind::Chan
            }
            Type::Struct(s) => {
                let mut offset = 0;
                r.plain = true;
                for f in &s.fields {
                    let ty = self.rtype(f.ty);
                    r.plain &= self.prog.types[ty as usize].plain && &*f.name != "_";
                    r.fields.push(RField {
                        name: f.name.clone(),
                        offset,
                        ty,
                        embedded: f.embedded,
                        exported: is_exported(&f.name),
                    });
                    offset = self.size(f.ty).saturating_add(offset);
                }
                Kind::Struct
            }
            Type::Func(s) => {
                r.params = s.params.iter().map(|p| self.rtype(p.ty)).collect();
                r.results = s.results.iter().map(|p| self.rtype(p.ty)).collect();
                r.variadic = s.variadic;
                Kind::Func
            }
            Type::Interface(_) => {
                let set = self.c.types.type_set(t);
                r.required =
                    set.methods.iter().map(|m| self.method_id(&m.name, m.pkg, m.ty)).collect();
                r.required.sort_unstable();
                Kind::Interface
            }
            Type::Tuple(_) => Kind::Struct,
        };
        r
    }
}

/// Whether a name starts with an upper-case letter.
pub(crate) fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

fn basic_kind(b: Basic) -> Kind {
    match b.canon() {
        Basic::Int | Basic::UntypedInt => Kind::Int,
        Basic::Int8 => Kind::Int8,
        Basic::Int16 => Kind::Int16,
        Basic::Int32 | Basic::UntypedRune => Kind::Int32,
        Basic::Int64 => Kind::Int64,
        Basic::Uint => Kind::Uint,
        Basic::Uint8 => Kind::Uint8,
        Basic::Uint16 => Kind::Uint16,
        Basic::Uint32 => Kind::Uint32,
        Basic::Uint64 => Kind::Uint64,
        Basic::Uintptr => Kind::Uintptr,
        Basic::Float32 => Kind::Float32,
        Basic::Float64 | Basic::UntypedFloat => Kind::Float64,
        Basic::Complex64 => Kind::Complex64,
        Basic::Complex128 | Basic::UntypedComplex => Kind::Complex128,
        Basic::String | Basic::UntypedString => Kind::String,
        Basic::UnsafePointer | Basic::UntypedNil => Kind::UnsafePointer,
        _ => Kind::Bool,
    }
}
