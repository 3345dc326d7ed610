//! Function literals and what they capture.

use crate::func::{Home, Var, VarInfo};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::program::FuncId;
use std::rc::Rc;
use syntax::{Block, Expr, FuncType};

/// What a function literal captures: the variable, as the function around it has it.
pub(crate) type Captured = Vec<(Var, VarInfo)>;

impl Lower<'_> {
    /// Puts what the function under construction captures into registers.
    pub fn load_captures(&mut self, captured: &Captured) {
        let mut total = 0;
        let first = self.f.next as Reg;
        for (var, info) in captured {
            let (n, home) = match info.home {
                Home::Heap(_) => (1, Home::Heap(first + total as Reg)),
                Home::Reg(_) => (self.size(info.ty), Home::Reg(first + total as Reg)),
            };
            total += n;
            self.f.vars.insert(*var, VarInfo { home, ty: info.ty });
        }
        self.f.func.captures = total as u16;
        if total > 0 {
            self.f.alloc(total);
            self.f.emit(Op::Capture(first, 0, total as u16));
        }
        for (var, info) in captured {
            if let (Var::Obj(o), true) = (var, self.f.traced)
                && let Some(v) = self.f.vars.get(var).copied()
            {
                let rt = self.rtype(info.ty);
                let obj = self.obj(*o);
                self.f.debug_local(*o, obj.name.clone(), rt, v.home, false, obj.pos.line);
            }
        }
    }

    /// What a function literal captures.
    pub fn captures_of(&mut self, e: &Expr) -> Captured {
        let list = self.c.info.captures.get(&e.id).cloned().unwrap_or_default();
        list.into_iter().filter_map(|o| Some((Var::Obj(o), self.find_var(o)?))).collect()
    }

    /// A function literal as a value.
    pub fn func_lit(&mut self, e: &Expr, typ: &FuncType, body: &Rc<Block>, d: Reg) {
        let caps = self.captures_of(e);
        let f = self.lower_func_lit(e, typ, body, &caps);
        self.make_closure(d, &caps, f);
    }

    /// Makes a closure of function `f` with what it captures.
    pub fn make_closure(&mut self, d: Reg, caps: &Captured, f: FuncId) {
        if caps.is_empty() {
            self.f.emit(Op::Func(d, f));
            return;
        }
        let mark = self.f.next;
        let a = match &caps[..] {
            // One captured variable need not be moved.
            [(_, v)] => Self::home_reg(v.home),
            caps => {
                let a = self.f.next as Reg;
                for (_, v) in caps {
                    let (r, n) = match v.home {
                        Home::Heap(r) => (r, 1),
                        Home::Reg(r) => (r, self.size(v.ty)),
                    };
                    let t = self.f.alloc(n);
                    self.emit_move(t, r, n);
                }
                a
            }
        };
        self.emit_closure(d, a, f);
        self.f.release(mark);
    }

    /// Lowers the function of a literal.
    pub fn lower_func_lit(
        &mut self,
        e: &Expr,
        typ: &FuncType,
        body: &Rc<Block>,
        caps: &Captured,
    ) -> FuncId {
        let name = self.closure_name();
        let ty = self.ty(e);
        let id = self.new_func();
        self.prog.funcs[id as usize].name = name;
        self.prog.funcs[id as usize].pos = e.pos;
        let (env, pkg) = (self.f.env.clone(), self.f.pkg);
        self.begin(id, env, pkg, e.pos);
        if let Some(sig) = self.signature(ty) {
            let names = self.names(typ);
            self.func_body(None, &names, &sig, body, caps, None);
        }
        self.end();
        id
    }

    /// The name gc gives to the next function literal here.
    fn closure_name(&mut self) -> Rc<str> {
        self.f.closures += 1;
        let n = self.f.closures;
        let nested = self.outer.len() > 1;
        let sep = if nested { "." } else { ".func" };
        format!("{}{sep}{n}", self.f.func.name).into()
    }
}
