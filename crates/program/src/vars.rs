//! Local variables: where they live, and their declaration.

use crate::func::{Home, Var, VarInfo};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use syntax::Expr;
use types::{ObjId, ObjectKind, TypeId, VarKind};

/// Variables of more slots live in the heap.
const MAX_VARIABLE: u32 = 64;

impl Lower<'_> {
    pub fn find_var(&self, obj: ObjId) -> Option<VarInfo> {
        self.f.vars.get(&Var::Obj(obj)).copied()
    }

    /// Whether a variable must live in the heap.
    pub fn is_boxed(&mut self, obj: ObjId, ty: TypeId) -> bool {
        let o = self.obj(obj);
        let captured = o.captured || self.f.range_captured.contains(&obj);
        let result = matches!(o.kind, ObjectKind::Var(VarKind::Result));
        o.addr_taken
            || captured && (o.assignments > 0 || result || self.old_vars.contains(&obj))
            || self.has_array(ty)
            || self.size(ty) > MAX_VARIABLE
    }

    /// Makes a variable known.
    pub fn bind_var(&mut self, obj: ObjId, ty: TypeId, home: Home, param: bool) {
        self.f.vars.insert(Var::Obj(obj), VarInfo { home, ty });
        if self.f.traced {
            let o = self.obj(obj);
            let rt = self.rtype(ty);
            self.f.debug_local(obj, o.name.clone(), rt, home, param, o.pos.line);
        }
    }

    /// Declares a local variable with its zero value.
    pub fn declare_zero(&mut self, obj: ObjId, ty: TypeId) {
        if self.is_boxed(obj, ty) {
            let r = self.new_box(ty);
            self.note_var(obj, ty);
            self.bind_var(obj, ty, Home::Heap(r), false);
        } else {
            let n = self.size(ty);
            let r = self.f.alloc(n);
            self.emit_zero(r, n);
            self.bind_var(obj, ty, Home::Reg(r), false);
        }
        self.f.assigns(obj);
    }

    /// Declares a local variable with the value in `R[s..]`.
    pub fn declare_value(&mut self, obj: ObjId, ty: TypeId, s: Reg) {
        let n = self.size(ty);
        if self.is_boxed(obj, ty) {
            let r = self.new_box(ty);
            self.note_var(obj, ty);
            if n > 0 {
                self.store_mem(r, 0, s, n);
            }
            self.bind_var(obj, ty, Home::Heap(r), false);
        } else {
            let r = self.f.alloc(n);
            self.emit_move(r, s, n);
            self.bind_var(obj, ty, Home::Reg(r), false);
        }
        self.f.assigns(obj);
    }

    /// Declares a local variable with the value of an expression.
    pub fn declare_expr(&mut self, obj: ObjId, ty: TypeId, e: &Expr) {
        self.f.hint = self.f.traced.then(|| self.obj(obj).name.clone());
        if self.is_boxed(obj, ty) {
            let r = self.f.alloc(1);
            let rt = self.rtype(ty);
            // The value first: it may be that of an older variable of the same place in a loop.
            let literal = matches!(e.unparen().kind, syntax::ExprKind::CompositeLit { .. });
            if literal && self.ty(e) == ty || self.copies_memory(e, ty) {
                self.f.emit(Op::New(r, rt));
                self.note_var(obj, ty);
                self.init_mem(e, ty, r, 0);
            } else {
                let mark = self.f.next;
                let s = self.operand_as(e, ty);
                self.f.emit(Op::New(r, rt));
                self.note_var(obj, ty);
                let n = self.size(ty);
                if n > 0 {
                    self.store_mem(r, 0, s, n);
                }
                self.f.release(mark);
            }
            self.bind_var(obj, ty, Home::Heap(r), false);
        } else {
            let n = self.size(ty);
            let r = self.f.alloc(n);
            self.eval_as(e, ty, r, true);
            self.bind_var(obj, ty, Home::Reg(r), false);
        }
        self.f.hint = None;
        self.f.assigns(obj);
    }

    /// A new heap object in a new register.
    pub fn new_box(&mut self, ty: TypeId) -> Reg {
        let r = self.f.alloc(1);
        let rt = self.rtype(ty);
        self.f.emit(Op::New(r, rt));
        r
    }

    /// Names the object that the last instruction makes after a variable.
    pub fn note_var(&mut self, obj: ObjId, ty: TypeId) {
        if self.f.traced {
            let t = self.c.types.runtime_string(ty);
            self.f.note(self.obj(obj).name.clone(), t.into());
        }
    }
}
