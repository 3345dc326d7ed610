//! Functions: parameters, results, variables, captures, and function literals.

use crate::func::{Home, ResultInfo, Var, VarInfo};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::program::FuncId;
use crate::rtype::Env;
use crate::walk::{Node, walk};
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{Block, CallTok, Expr, Field, FuncDecl, FuncType, RangeStmt, StmtKind};
use types::{ObjId, ObjectKind, Signature, Type, TypeId, VarKind};

/// Variables of more slots live in the heap.
const MAX_VARIABLE: u32 = 64;

/// What a function literal captures: the variable, as the function around it has it.
pub(crate) type Captured = Vec<(Var, VarInfo)>;

/// Objects of parameters and of results, where they have names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub params: Vec<Option<ObjId>>,
    pub results: Vec<Option<ObjId>>,
}

/// What stands in a function's body, without the function literals in it.
#[derive(Default)]
struct BodyFacts {
    defers: bool,
    ranges_over_func: bool,
    /// Defers within bodies of range-over-func loops.
    defers_in_range: bool,
    /// Local variables used in bodies of range-over-func loops.
    used_in_ranges: BTreeSet<ObjId>,
}

impl Lower<'_> {
    fn names(&self, typ: &FuncType) -> Names {
        let objs = |list: &[Field]| {
            list.iter().map(|f| f.name.as_ref().and_then(|n| self.object(n.id))).collect()
        };
        Names { params: objs(&typ.params), results: objs(&typ.results) }
    }

    pub fn find_var(&self, obj: ObjId) -> Option<VarInfo> {
        self.f.vars.get(&Var::Obj(obj)).copied()
    }

    /// Whether a variable must live in the heap.
    pub fn is_boxed(&mut self, obj: ObjId, ty: TypeId) -> bool {
        let o = self.obj(obj);
        let captured = o.captured || self.f.range_captured.contains(&obj);
        let result = matches!(o.kind, ObjectKind::Var(VarKind::Result));
        o.addr_taken
            || captured && (o.assignments > 0 || result)
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
            self.into_as(e, ty, r, true);
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

    fn note_var(&mut self, obj: ObjId, ty: TypeId) {
        if self.f.traced {
            let t = self.c.types.runtime_string(ty);
            self.f.note(self.obj(obj).name.clone(), t.into());
        }
    }

    /// Lowers a declared function or method.
    pub fn lower_decl(&mut self, id: FuncId, obj: ObjId, decl: &Rc<FuncDecl>, targs: &[TypeId]) {
        let env = Env::new(self.tparams_of(obj), targs.to_vec());
        let o = self.obj(obj);
        self.begin(id, env, o.pkg, decl.pos);
        let sig_ty = self.subst(o.ty);
        if let Some(sig) = self.signature(sig_ty) {
            match &decl.body {
                Some(body) => {
                    let recv = match (&decl.recv, o.recv) {
                        (Some(f), Some(t)) => Some((f, self.subst(t))),
                        _ => None,
                    };
                    let names = self.names(&decl.typ);
                    self.func_body(recv, &names, &sig, body, &Vec::new(), None);
                }
                None => self.native_body(obj, &sig, targs),
            }
        }
        self.end();
    }

    /// The function that calls a native.
    fn native_body(&mut self, obj: ObjId, sig: &Signature, targs: &[TypeId]) {
        let (mut nparams, nresults) = self.sig_slots(sig);
        if let Some(r) = self.obj(obj).recv {
            let r = self.subst(r);
            nparams += self.size(r);
        }
        self.f.func.wrapper = true;
        self.f.func.nresults = nresults as u16;
        self.f.func.nparams = nparams as u16;
        self.f.alloc(nresults);
        let args = self.f.alloc(nparams);
        let b = self.f.alloc(targs.len() as u32);
        for (i, &t) in targs.iter().enumerate() {
            let rt = self.rtype(t);
            self.emit_word(b + i as Reg, u64::from(rt));
        }
        let a = self.f.alloc(nparams);
        self.f.alloc(nresults);
        self.emit_move(a, args, nparams);
        let key = self.native_key(obj);
        let k = self.native(&key);
        self.f.emit(Op::CallNative(b, k));
        self.emit_move(0, b, nresults);
        self.f.emit(Op::Ret);
    }

    fn body_facts(&mut self, body: &Block) -> BodyFacts {
        let mut facts = BodyFacts::default();
        let mut bodies: Vec<&Block> = Vec::new();
        walk(Node::Block(body), &mut |n| match n {
            Node::Expr(_) => false,
            Node::Stmt(s) => {
                match &s.kind {
                    StmtKind::Call(CallTok::Defer, _) => facts.defers = true,
                    StmtKind::Range(r) if matches!(self.under(self.ty(&r.x)), Type::Func(_)) => {
                        facts.ranges_over_func = true;
                        bodies.push(&r.body);
                        // Variables that the loop assigns are set inside the body's function.
                        for l in &r.lhs {
                            if let Some(o) = self.object(l.id).filter(|_| !r.def) {
                                facts.used_in_ranges.insert(o);
                            }
                        }
                    }
                    _ => {}
                }
                true
            }
            Node::Block(_) => true,
        });
        for b in bodies {
            walk(Node::Block(b), &mut |n| {
                match n {
                    Node::Stmt(s) => {
                        facts.defers_in_range |=
                            matches!(s.kind, StmtKind::Call(CallTok::Defer, _));
                    }
                    Node::Expr(e) => {
                        if let syntax::ExprKind::Name(_) = e.kind
                            && let Some(o) = self.object(e.id)
                            && matches!(self.obj(o).kind, ObjectKind::Var(k) if k != VarKind::Package)
                        {
                            facts.used_in_ranges.insert(o);
                        }
                    }
                    Node::Block(_) => {}
                }
                true
            });
        }
        facts
    }

    /// Parameters, results, body and epilogue of the function under construction.
    pub fn func_body(
        &mut self,
        recv: Option<(&Field, TypeId)>,
        names: &Names,
        sig: &Signature,
        body: &Block,
        captured: &Captured,
        range: Option<&RangeStmt>,
    ) {
        let facts = self.body_facts(body);
        self.f.traced = self.f.pos.file == 0 && self.f.pos.is_known();
        self.f.old_loops = self.old_loops(self.f.pos.file);
        let in_range = self.f.range_body.is_some();
        self.f.has_defer = facts.defers && !in_range;
        let mut used = facts.used_in_ranges;
        if in_range {
            // Captures within nested range-over-func bodies go through this function.
            if let Some(outer) = self.outer.last() {
                used.extend(outer.range_captured.iter().copied());
            }
        }
        self.f.range_captured = Rc::new(used);
        // Results, then parameters.
        let (_, nresults) = self.sig_slots(sig);
        self.f.func.nresults = nresults as u16;
        let mut at = self.f.alloc(nresults);
        self.f.named_results = names.results.iter().any(|r| r.is_some());
        for (i, r) in sig.results.iter().enumerate() {
            let ty = self.canon(r.ty);
            let obj = names.results.get(i).copied().flatten();
            self.f.results.push(ResultInfo { obj, ty, reg: at, home: Home::Reg(at) });
            at += self.size(ty) as Reg;
        }
        let mut params: Vec<(Option<ObjId>, TypeId, Reg)> = Vec::new();
        if let Some((f, t)) = recv {
            let n = self.size(t);
            let r = self.f.alloc(n);
            params.push((f.name.as_ref().and_then(|n| self.object(n.id)), t, r));
        }
        for (i, p) in sig.params.iter().enumerate() {
            let t = self.canon(p.ty);
            let n = self.size(t);
            let r = self.f.alloc(n);
            let obj = names.params.get(i).copied().flatten();
            params.push((obj, t, r));
        }
        self.f.func.nparams = (self.f.next - nresults) as u16;
        self.load_captures(captured);
        // A box each for results that are captured, or set from range-over-func bodies.
        for i in 0..self.f.results.len() {
            let ResultInfo { obj, ty, .. } = self.f.results[i];
            let boxed =
                !in_range && (facts.ranges_over_func || obj.is_some_and(|o| self.is_boxed(o, ty)));
            if boxed {
                let r = self.new_box(ty);
                self.f.results[i].home = Home::Heap(r);
                self.f.vars.insert(Var::Result(i as u32), VarInfo { home: Home::Heap(r), ty });
            }
            let home = self.f.results[i].home;
            if let Some(o) = obj {
                if &*self.obj(o).name != "_" {
                    self.bind_var(o, ty, home, false);
                } else {
                    self.f.vars.insert(Var::Obj(o), VarInfo { home, ty });
                }
            }
        }
        if nresults > 0 && !in_range && (self.f.named_results || self.f.has_defer) {
            self.emit_zero(0, nresults);
        }
        for (obj, ty, r) in params {
            let Some(o) = obj else { continue };
            if self.is_boxed(o, ty) {
                let b = self.new_box(ty);
                self.note_var(o, ty);
                let n = self.size(ty);
                if n > 0 {
                    self.store_mem(b, 0, r, n);
                }
                self.bind_var(o, ty, Home::Heap(b), true);
            } else {
                self.bind_var(o, ty, Home::Reg(r), true);
            }
        }
        if facts.defers_in_range && !in_range {
            let t = self.f.alloc(1);
            self.f.emit(Op::DeferToken(t));
            let home = Home::Reg(t);
            self.f.vars.insert(Var::DeferToken, VarInfo { home, ty: types::Types::UINT64 });
        }
        if self.f.has_defer {
            let l = self.f.label();
            self.f.epilogue = Some(l);
        }
        self.declare_labels(body);
        if let Some(r) = range {
            self.range_prologue(r, nresults as Reg);
        }
        self.block(body);
        self.f.pos = body.rbrace;
        if !self.f.dead() {
            self.f.statement(body.rbrace);
            if in_range { self.range_continue() } else { self.leave() }
        }
        if let Some(l) = self.f.epilogue {
            self.f.bind(l);
            self.f.func.recover_pc = Some(self.f.pc());
            self.f.emit(Op::RunDefers);
            self.load_results();
            self.f.emit(Op::Ret);
        }
    }

    /// Returns with the results as they stand.
    pub fn leave(&mut self) {
        match self.f.epilogue {
            Some(l) => self.f.jmp(l),
            None => {
                self.load_results();
                self.f.emit(Op::Ret);
            }
        }
    }

    /// Copies results that live in the heap to where the caller expects them.
    fn load_results(&mut self) {
        for i in 0..self.f.results.len() {
            let ResultInfo { ty, reg, home, .. } = self.f.results[i];
            if let Home::Heap(p) = home {
                let n = self.size(ty);
                if n > 0 {
                    self.load_mem(reg, p, 0, n);
                }
            }
        }
    }

    fn load_captures(&mut self, captured: &Captured) {
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

    /// Whether files of this number have loop variables per loop (before go1.22).
    pub fn old_loops(&self, file: u16) -> bool {
        self.old_loop_files.contains(&file)
    }
}
