//! Places: what can be assigned to, or has an address.

use crate::func::Home;
use crate::lower::Lower;
use crate::op::{Op, Reg};
use syntax::{Expr, ExprKind};
use types::{Mode, Type, TypeId};

/// A place, its operands evaluated.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// `_`
    Blank,
    /// Registers.
    Reg(Reg),
    /// Slots from `off` of what `R[p]` points to; `checked` when the pointer is known not to be nil.
    Mem { p: Reg, off: u32, checked: bool },
    /// Slots of the globals.
    Global(u32),
    /// Element `R[i]` (of `n` slots) of slice `R[s..s+2]`.
    Elem { s: Reg, i: Reg, n: u32 },
    /// Slot `R[i]`, in range, of what `R[p]` points to.
    ArrayElem { p: Reg, i: Reg },
    /// Element of a map, whose type is given.
    MapElem { m: Reg, k: Reg, ty: TypeId },
}

impl Lower<'_> {
    /// Evaluates the operands of an addressable expression, of a map element, of `_`, or of a value, which then lies in registers.
    pub fn place(&mut self, e: &Expr) -> Place {
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        let p = self.place_at(e);
        self.f.pos = pos;
        p
    }

    fn place_at(&mut self, e: &Expr) -> Place {
        if let Some(&r) = self.f.hoisted.get(&e.id) {
            return Place::Reg(r);
        }
        match &e.kind {
            ExprKind::Paren(x) => self.place(x),
            ExprKind::Name(name) => {
                if &**name == "_" {
                    return Place::Blank;
                }
                match self.object(e.id) {
                    Some(obj) if self.c.info.tv(e.id).value.is_none() => {
                        self.var_place(obj).unwrap_or_else(|| Place::Reg(self.push(e)))
                    }
                    _ => Place::Reg(self.push(e)),
                }
            }
            ExprKind::Selector(x, sel) => match self.c.info.selections.get(&e.id) {
                Some(s) if s.kind == types::SelectionKind::FieldVal => {
                    let path = s.path.clone();
                    self.walk(x, &path).0
                }
                Some(_) => Place::Reg(self.push(e)),
                None => match self.object(sel.id).and_then(|o| self.var_place(o)) {
                    Some(p) => p,
                    None => Place::Reg(self.push(e)),
                },
            },
            ExprKind::Index { x, indices } => match indices.first() {
                Some(i) if self.mode(x) != Mode::TypeExpr => self.index_place(e, x, i),
                _ => Place::Reg(self.push(e)),
            },
            ExprKind::Star(x) => {
                let p = self.operand(x);
                Place::Mem { p, off: 0, checked: false }
            }
            _ => Place::Reg(self.push(e)),
        }
    }

    /// The place of a variable.
    pub fn var_place(&mut self, obj: types::ObjId) -> Option<Place> {
        if let Some(v) = self.find_var(obj) {
            return Some(match v.home {
                Home::Reg(r) => Place::Reg(r),
                Home::Heap(p) => Place::Mem { p, off: 0, checked: true },
            });
        }
        self.is_global(obj).then(|| Place::Global(self.global(obj)))
    }

    /// Walks from `x` through fields, following pointers. Gives the place and its type.
    pub fn walk(&mut self, x: &Expr, path: &[u32]) -> (Place, TypeId) {
        let ty = self.ty(x);
        let p = match self.pointee(ty) {
            Some(_) if !path.is_empty() => Place::Reg(self.operand(x)),
            _ => self.place(x),
        };
        self.walk_from(p, ty, path)
    }

    /// Walks from a place of type `ty`.
    pub fn walk_from(&mut self, mut p: Place, mut ty: TypeId, path: &[u32]) -> (Place, TypeId) {
        for &i in path {
            if let Some(elem) = self.pointee(ty) {
                let r = self.place_reg(p, ty);
                p = Place::Mem { p: r, off: 0, checked: false };
                ty = elem;
            }
            let (off, t) = self.field(ty, i);
            let whole = self.settle(p, ty);
            p = self.part(whole, off);
            ty = t;
        }
        (p, ty)
    }

    /// The value of a map element has no parts in place: it is loaded.
    fn settle(&mut self, p: Place, ty: TypeId) -> Place {
        match p {
            Place::MapElem { .. } => Place::Reg(self.place_reg(p, ty)),
            p => p,
        }
    }

    /// The value at a place in a register, loaded if need be.
    pub fn place_reg(&mut self, p: Place, ty: TypeId) -> Reg {
        match p {
            Place::Reg(r) => r,
            p => {
                let n = self.size(ty);
                let d = self.f.alloc(n);
                self.load(p, ty, d);
                d
            }
        }
    }

    /// The part of a place from slot `off`.
    pub fn part(&mut self, p: Place, off: u32) -> Place {
        match p {
            Place::Reg(r) => Place::Reg(r + off as Reg),
            Place::Mem { p, off: o, checked } => {
                Place::Mem { p, off: o.saturating_add(off), checked }
            }
            Place::Global(g) => Place::Global(g.saturating_add(off)),
            Place::Elem { s, i, n } => {
                let t = self.f.alloc(1);
                self.elem_addr(t, s, i, n);
                Place::Mem { p: t, off, checked: true }
            }
            Place::ArrayElem { p, i } => {
                let t = self.f.alloc(1);
                self.f.emit(Op::AddI(t, p, i));
                Place::Mem { p: t, off, checked: true }
            }
            p => p,
        }
    }

    fn index_place(&mut self, e: &Expr, x: &Expr, index: &Expr) -> Place {
        self.hoist(&[x, index]);
        let xt = self.ty(x);
        match self.under(xt) {
            Type::Slice(elem) => {
                let n = self.size(elem);
                let s = self.operand(x);
                let i = self.index_operand(index);
                Place::Elem { s, i, n }
            }
            Type::Map(k, _) => {
                let m = self.operand(x);
                let k = self.operand_as(index, k);
                Place::MapElem { m, k, ty: xt }
            }
            Type::Array(elem, len) => {
                let base = self.place(x);
                let mut base = self.settle(base, xt);
                if let Place::Reg(r) = base
                    && self.int_const(index).is_none()
                {
                    base = self.spill(r, xt);
                }
                self.array_elem(base, elem, len, index)
            }
            Type::Pointer(a) => {
                let Type::Array(elem, len) = self.under(a) else { return Place::Blank };
                let p = self.operand(x);
                self.array_elem(Place::Mem { p, off: 0, checked: false }, elem, len, index)
            }
            _ => Place::Reg(self.push(e)),
        }
    }

    /// Copies a value from registers to a new heap object.
    pub fn spill(&mut self, r: Reg, ty: TypeId) -> Place {
        let p = self.f.alloc(1);
        let rt = self.rtype(ty);
        let n = self.size(ty);
        self.f.emit(Op::New(p, rt));
        self.store_mem(p, 0, r, n);
        Place::Mem { p, off: 0, checked: true }
    }

    fn array_elem(&mut self, base: Place, elem: TypeId, len: u64, index: &Expr) -> Place {
        let n = self.size(elem);
        if let Some(k) = self.int_const(index)
            && k < len
        {
            return self.part(base, (k as u32).saturating_mul(n));
        }
        let i = self.index_operand(index);
        self.f.emit(Op::BoundsK(i, len as u32));
        let p = match base {
            Place::Mem { p, off: 0, .. } => p,
            base => {
                let t = self.f.alloc(1);
                self.address_into(base, t);
                t
            }
        };
        if n == 1 {
            return Place::ArrayElem { p, i };
        }
        let t = self.f.alloc(1);
        match i16::try_from(n) {
            Ok(n) => self.f.emit(Op::MulIK(t, i, n)),
            Err(_) => {
                self.emit_word(t, u64::from(n));
                self.f.emit(Op::MulI(t, t, i));
            }
        }
        if let Place::Mem { checked: false, off: 0, .. } = base {
            self.f.emit(Op::NilCheck(p));
        }
        self.f.emit(Op::AddI(t, p, t));
        Place::Mem { p: t, off: 0, checked: true }
    }

    /// A pointer and an offset that fits an instruction.
    pub fn near(&mut self, p: Reg, off: u32) -> (Reg, u16) {
        match u16::try_from(off) {
            Ok(off) => (p, off),
            Err(_) => {
                let t = self.f.alloc(2);
                self.f.emit(Op::NilCheck(p));
                self.emit_word(t + 1, u64::from(off));
                self.f.emit(Op::AddI(t, p, t + 1));
                (t, 0)
            }
        }
    }

    /// Loads `n` slots.
    pub fn load_mem(&mut self, d: Reg, p: Reg, off: u32, n: u32) {
        let (mut p, mut off) = self.near(p, off);
        if n == 0 {
            self.f.emit(Op::NilCheck(p));
            return;
        }
        if n == 1 {
            self.f.emit(Op::Load(d, p, off));
            return;
        }
        if n > 255 && (d..d.saturating_add(n as Reg)).contains(&p) {
            let t = self.f.alloc(1);
            self.emit_move(t, p, 1);
            p = t;
        }
        let mut done = 0;
        while done < n {
            let k = (n - done).min(255);
            self.f.emit(Op::LoadN(k as u8, d + done as Reg, p, off));
            done += k;
            if done < n {
                (p, off) = self.near(p, u32::from(off) + k);
            }
        }
    }

    /// Stores `n` slots.
    pub fn store_mem(&mut self, p: Reg, off: u32, s: Reg, n: u32) {
        let (mut p, mut off) = self.near(p, off);
        if n == 0 {
            self.f.emit(Op::NilCheck(p));
            return;
        }
        if n == 1 {
            self.f.emit(Op::Store(p, off, s));
            return;
        }
        let mut done = 0;
        while done < n {
            let k = (n - done).min(255);
            self.f.emit(Op::StoreN(k as u8, p, off, s + done as Reg));
            done += k;
            if done < n {
                (p, off) = self.near(p, u32::from(off) + k);
            }
        }
    }

    /// Loads the value of type `ty` at a place.
    pub fn load(&mut self, p: Place, ty: TypeId, d: Reg) {
        let n = self.size(ty);
        let mark = self.f.next;
        match p {
            Place::Blank => {}
            Place::Reg(r) => self.emit_move(d, r, n),
            Place::Mem { p, off, checked } => {
                if !(n == 0 && checked) {
                    self.load_mem(d, p, off, n);
                }
            }
            Place::Global(_) if n == 0 => {}
            Place::Global(g) if n == 1 => self.f.emit(Op::LoadG(d, g)),
            Place::Global(g) => {
                let t = self.f.alloc(1);
                self.f.emit(Op::AddrG(t, g));
                self.load_mem(d, t, 0, n);
            }
            Place::Elem { s, i, n: 1 } => self.f.emit(Op::Index(d, s, i)),
            Place::Elem { s, i, n } => match u8::try_from(n) {
                Ok(n) => self.f.emit(Op::IndexN(n, d, s, i)),
                Err(_) => {
                    let t = self.f.alloc(1);
                    self.elem_addr(t, s, i, n);
                    self.load_mem(d, t, 0, n);
                }
            },
            Place::ArrayElem { p, i } => self.f.emit(Op::LoadX(d, p, i)),
            Place::MapElem { m, k, ty } => {
                let rt = self.rtype(ty);
                self.f.emit(Op::MapGet(d, m, k));
                self.f.emit(Op::Ext(0, 0, rt));
            }
        }
        self.f.release(mark);
    }

    /// Stores the value of type `ty` in `R[s..]` at a place.
    pub fn store(&mut self, p: Place, ty: TypeId, s: Reg) {
        let n = self.size(ty);
        let mark = self.f.next;
        match p {
            Place::Blank => {}
            Place::Reg(r) => self.emit_move(r, s, n),
            Place::Mem { p, off, checked } => {
                if !(n == 0 && checked) {
                    self.store_mem(p, off, s, n);
                }
            }
            Place::Global(_) if n == 0 => {}
            Place::Global(g) if n == 1 => self.f.emit(Op::StoreG(s, g)),
            Place::Global(g) => {
                let t = self.f.alloc(1);
                self.f.emit(Op::AddrG(t, g));
                self.store_mem(t, 0, s, n);
            }
            Place::Elem { s: sl, i, n: 1 } => self.f.emit(Op::SetIndex(sl, i, s)),
            Place::Elem { s: sl, i, n } => match u8::try_from(n) {
                Ok(n) => self.f.emit(Op::SetIndexN(n, sl, i, s)),
                Err(_) => {
                    let t = self.f.alloc(1);
                    self.elem_addr(t, sl, i, n);
                    self.store_mem(t, 0, s, n);
                }
            },
            Place::ArrayElem { p, i } => self.f.emit(Op::StoreX(p, i, s)),
            Place::MapElem { m, k, ty } => {
                let rt = self.rtype(ty);
                self.f.emit(Op::MapSet(m, k, s));
                self.f.emit(Op::Ext(0, 0, rt));
            }
        }
        self.f.release(mark);
    }
}
