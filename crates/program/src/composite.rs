//! Composite literals.

use crate::lower::Lower;
use crate::op::{Op, Reg};
use std::rc::Rc;
use syntax::{Expr, ExprKind};
use types::{Type, TypeId};

/// Values of more slots are built in memory.
const MAX_IN_REGISTERS: u32 = 64;

impl Lower<'_> {
    /// A composite literal to the registers from `d`.
    pub fn composite_into(&mut self, e: &Expr, d: Reg, fresh: bool) {
        let ty = self.ty(e);
        let elems = elements(e);
        match self.under(ty) {
            Type::Pointer(elem) => {
                // An elided &T in a literal of pointers.
                let elem = self.canon(elem);
                let rt = self.rtype(elem);
                let p = self.f.alloc(1);
                self.f.emit(Op::New(p, rt));
                self.note_hint(elem);
                self.composite_elems(e, elem, p, 0);
                self.emit_move(d, p, 1);
            }
            Type::Struct(_) | Type::Array(..) => {
                let n = self.size(ty);
                if n > MAX_IN_REGISTERS {
                    let p = self.f.alloc(1);
                    let rt = self.rtype(ty);
                    self.f.emit(Op::New(p, rt));
                    self.composite_elems(e, ty, p, 0);
                    self.load_mem(d, p, 0, n);
                    return;
                }
                let t = if fresh { d } else { self.f.alloc(n) };
                let fields = self.placed(&elems, ty);
                let filled: u32 = fields.iter().map(|f| self.size(f.2)).sum();
                let values: Vec<&Expr> = fields.iter().map(|f| f.0).collect();
                self.hoist(&values);
                if filled < n {
                    self.emit_zero(t, n);
                }
                let hint = self.f.hint.clone();
                for (value, off, fty, name) in fields {
                    self.f.hint = join_hint(&hint, name.as_deref());
                    self.eval_as(value, fty, t + off as Reg, true);
                }
                self.f.hint = hint;
                self.emit_move(d, t, n);
            }
            Type::Slice(elem) => self.slice_literal(&elems, elem, d),
            Type::Map(k, v) => {
                let rt = self.rtype(ty);
                let m = self.f.alloc(1);
                self.f.emit(Op::MakeMap(m, rt));
                self.note_hint(ty);
                for kv in elems {
                    let ExprKind::KeyValue(key, value) = &kv.kind else { continue };
                    let mark = self.f.next;
                    self.hoist(&[key, value]);
                    let k = self.push_as(key, k);
                    let v = self.push_as(value, v);
                    self.f.emit(Op::MapSet(m, k, v));
                    self.f.emit(Op::Ext(0, 0, rt));
                    self.f.release(mark);
                }
                self.emit_move(d, m, 1);
            }
            _ => {}
        }
    }

    /// A value to zeroed memory that nobody else knows yet.
    pub fn init_mem(&mut self, e: &Expr, ty: TypeId, p: Reg, off: u32) {
        let mark = self.f.next;
        let literal = matches!(e.unparen().kind, ExprKind::CompositeLit { .. });
        if literal
            && self.ty(e) == ty
            && matches!(self.under(ty), Type::Struct(_) | Type::Array(..))
        {
            self.composite_elems(e.unparen(), ty, p, off);
        } else if self.copies_memory(e, ty) {
            self.copy_memory(e, ty, p, off);
        } else {
            let n = self.size(ty);
            let s = self.operand_as(e, ty);
            if n > 0 {
                self.store_mem(p, off, s, n);
            }
        }
        self.f.release(mark);
    }

    /// Whether a value is so large that it should be copied from memory to memory.
    pub fn copies_memory(&mut self, e: &Expr, ty: TypeId) -> bool {
        self.size(ty) > MAX_IN_REGISTERS
            && self.mode(e) == types::Mode::Variable
            && !matches!(e.unparen().kind, ExprKind::CompositeLit { .. })
    }

    /// Copies the value of an addressable expression to memory.
    pub fn copy_memory(&mut self, e: &Expr, ty: TypeId, p: Reg, off: u32) {
        let src = self.place(e);
        let t = self.f.alloc(3);
        self.address_into(src, t);
        let (p, off) = self.near(p, off);
        self.f.emit(Op::Addr(t + 1, p, off));
        let n = self.size(ty);
        self.emit_word(t + 2, u64::from(n));
        self.f.emit(Op::CopyMem(t + 1, t, t + 2));
    }

    /// The literal of a struct or array (or of a pointer to one) to zeroed memory.
    pub fn composite_mem(&mut self, e: &Expr, ty: TypeId, p: Reg, off: u32) {
        match self.under(ty) {
            Type::Struct(_) | Type::Array(..) => self.composite_elems(e, ty, p, off),
            _ => {
                let n = self.size(ty);
                let mark = self.f.next;
                let s = self.f.alloc(n);
                self.composite_into(e, s, true);
                self.store_mem(p, off, s, n);
                self.f.release(mark);
            }
        }
    }

    fn composite_elems(&mut self, e: &Expr, ty: TypeId, p: Reg, off: u32) {
        let elems = elements(e);
        let fields = self.placed(&elems, ty);
        let values: Vec<&Expr> = fields.iter().map(|f| f.0).collect();
        let mark = self.f.next;
        self.hoist(&values);
        let hint = self.f.hint.clone();
        for (value, o, fty, name) in fields {
            self.f.hint = join_hint(&hint, name.as_deref());
            self.init_mem(value, fty, p, off.saturating_add(o));
        }
        self.f.hint = hint;
        self.f.release(mark);
    }

    fn slice_literal(&mut self, elems: &[&Expr], elem: TypeId, d: Reg) {
        let elem = self.canon(elem);
        let placed = self.indexed(elems);
        let len = placed.iter().map(|e| e.1 + 1).max().unwrap_or(0);
        let values: Vec<&Expr> = placed.iter().map(|f| f.0).collect();
        self.hoist(&values);
        let t = self.f.alloc(3);
        let rt = self.rtype(elem);
        let n = self.size(elem);
        self.emit_word(t + 2, len);
        self.f.emit(Op::MakeSlice(t, t + 2, t + 2));
        self.f.emit(Op::Ext(0, 0, rt));
        let hint = self.f.hint.take();
        for (value, i) in placed {
            self.init_mem(value, elem, t, (i as u32).saturating_mul(n));
        }
        self.f.hint = hint;
        self.emit_move(d, t, 2);
    }

    /// Elements of a struct's or array's literal with slot offset, type, and field name.
    fn placed<'e>(
        &mut self,
        elems: &[&'e Expr],
        ty: TypeId,
    ) -> Vec<(&'e Expr, u32, TypeId, Option<Rc<str>>)> {
        match self.under(ty) {
            Type::Struct(s) => elems
                .iter()
                .enumerate()
                .map(|(i, e)| {
                    // A key names a field, perhaps a promoted one.
                    let (path, value) = match &e.kind {
                        ExprKind::KeyValue(k, v) => {
                            (self.c.info.field_keys.get(&k.id).cloned().unwrap_or_default(), &**v)
                        }
                        _ => (vec![i as u32], *e),
                    };
                    let name = path
                        .first()
                        .and_then(|&i| s.fields.get(i as usize))
                        .map(|f| f.name.clone());
                    let (mut off, mut t) = (0, ty);
                    for i in path {
                        let (o, ft) = self.field(t, i);
                        (off, t) = (off + o, ft);
                    }
                    (value, off, t, name)
                })
                .collect(),
            Type::Array(elem, _) => {
                let elem = self.canon(elem);
                let n = self.size(elem);
                self.indexed(elems)
                    .into_iter()
                    .map(|(e, i)| (e, (i as u32).saturating_mul(n), elem, None))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Elements of a literal of array or slice with their indexes.
    fn indexed<'e>(&self, elems: &[&'e Expr]) -> Vec<(&'e Expr, u64)> {
        let mut next = 0;
        let mut out = Vec::new();
        for e in elems {
            let value = match &e.kind {
                ExprKind::KeyValue(k, v) => {
                    next = self.int_const(k).unwrap_or(next);
                    &**v
                }
                _ => *e,
            };
            out.push((value, next));
            next += 1;
        }
        out
    }

    /// Names the object just made after the variable it is assigned to.
    pub fn note_hint(&mut self, ty: TypeId) {
        if self.f.traced
            && let Some(h) = self.f.hint.clone()
        {
            let t = self.c.types.runtime_string(ty);
            self.f.note(h, t.into());
        }
    }
}

fn elements(e: &Expr) -> Vec<&Expr> {
    match &e.kind {
        ExprKind::CompositeLit { elems, .. } => elems.iter().collect(),
        _ => Vec::new(),
    }
}

fn join_hint(outer: &Option<Rc<str>>, field: Option<&str>) -> Option<Rc<str>> {
    match (outer, field) {
        (Some(o), Some(f)) => Some(format!("{o}.{f}").into()),
        (None, Some(f)) => Some(f.into()),
        _ => None,
    }
}
