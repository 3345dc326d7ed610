//! Bodies of functions: parameters, results, epilogue.

use crate::closure::Captured;
use crate::func::{Home, ResultInfo, Var, VarInfo};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::program::FuncId;
use crate::rtype::Env;
use crate::walk::{Node, walk};
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{Block, CallTok, Field, FuncDecl, FuncType, RangeStmt, StmtKind};
use types::{ObjId, ObjectKind, Signature, Type, TypeId, VarKind};

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
    /// Objects of the names in a signature.
    pub fn names(&self, typ: &FuncType) -> Names {
        let objs = |list: &[Field]| {
            list.iter().map(|f| f.name.as_ref().and_then(|n| self.object(n.id))).collect()
        };
        Names { params: objs(&typ.params), results: objs(&typ.results) }
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

    /// Whether files of this number have loop variables per loop (before go1.22).
    pub fn old_loops(&self, file: u16) -> bool {
        self.old_loop_files.contains(&file)
    }
}
