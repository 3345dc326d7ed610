//! `for … range` over iterator functions: the body becomes a function of its own, as in gc's rewrite
//! (`cmd/compile/internal/rangefunc`). A control block in the heap holds the state of the loop and
//! how the body was left.

use crate::body::Names;
use crate::closure::Captured;
use crate::func::{Exit, Home, RangeBody, Var, VarInfo};
use crate::lower::Lower;
use crate::op::{Op, Reg};
use crate::walk::{Node, walk};
use std::collections::BTreeSet;
use std::rc::Rc;
use syntax::{BranchTok, Expr, ExprKind, RangeStmt};
use types::{Signature, TypeId, Types};

/// States of a loop (slot 0 of its control block).
mod state {
    /// The body may be called.
    pub const READY: i32 = 0;
    /// The body runs, or has panicked.
    pub const RUNNING: i32 = 1;
    /// The body has returned false.
    pub const DONE: i32 = 2;
    /// The iterator function has returned.
    pub const EXHAUSTED: i32 = 3;
}

const TEXT_RUNNING: &[u8] = b"range function continued iteration after loop body panic";
const TEXT_DONE: &[u8] =
    b"range function continued iteration after function for loop body returned false";
const TEXT_EXHAUSTED: &[u8] = b"range function continued iteration after whole loop exit";
const TEXT_MISSING: &[u8] =
    b"range function recovered a loop body panic and did not resume panicking";

impl Lower<'_> {
    pub fn range_func(&mut self, r: &RangeStmt, sig: &Signature, label: Option<Rc<str>>) {
        let Some(yield_ty) = sig.params.first().map(|p| self.canon(p.ty)) else { return };
        let Some(yield_sig) = self.signature(yield_ty) else { return };
        let pos = self.f.pos;
        let fun = self.push(&r.x);
        let block = self.c.types.array(Types::INT, 2);
        let ctl = self.new_box(block);
        self.controls += 1;
        let control = self.controls;
        self.f.vars.insert(Var::Control(control), VarInfo { home: Home::Heap(ctl), ty: block });
        let caps = self.range_captures(r, control);
        let results = match &self.f.range_body {
            Some(b) => b.results.clone(),
            None => self.f.results.iter().map(|r| r.ty).collect(),
        };
        self.f.ranges += 1;
        let name: Rc<str> = format!("{}-range{}", self.f.func.name, self.f.ranges).into();
        let id = self.new_func();
        self.prog.funcs[id as usize].name = name;
        self.prog.funcs[id as usize].pos = r.body.lbrace;
        let (env, pkg) = (self.f.env.clone(), self.f.pkg);
        self.begin(id, env, pkg, r.body.lbrace);
        self.f.func.range_body = true;
        self.f.range_body = Some(RangeBody { control, label, results, exits: Vec::new() });
        let mut names = Names::default();
        if r.def {
            for i in 0..r.lhs.len() {
                names.params.push(self.iter_var(r, i).and_then(|l| self.declares(l)));
            }
        }
        self.func_body(None, &names, &yield_sig, &r.body, &caps, Some(r));
        let exits = self.f.range_body.take().map(|b| b.exits).unwrap_or_default();
        self.end();

        self.f.pos = pos;
        let mark = self.f.next;
        let b = self.f.alloc(1);
        self.make_closure(b, &caps, id);
        self.f.emit(Op::CallClosure(b, fun));
        self.f.release(mark);
        let t = self.f.alloc(1);
        self.f.emit(Op::Load(t, ctl, 0));
        let ok = self.f.label();
        self.f.jump(Op::JNeIK(t, state::RUNNING as i16, 0), ok);
        self.throw(TEXT_MISSING);
        self.f.bind(ok);
        self.f.emit(Op::Int(t, state::EXHAUSTED));
        self.f.emit(Op::Store(ctl, 0, t));
        if !exits.is_empty() {
            self.f.emit(Op::Load(t, ctl, 1));
        }
        for (i, exit) in exits.into_iter().enumerate() {
            let next = self.f.label();
            self.f.jump(Op::JNeIK(t, i as i16 + 1, 0), next);
            match exit {
                Exit::Return if self.f.range_body.is_some() => self.range_exit(Exit::Return),
                Exit::Return => self.leave(),
                Exit::Break(name) => self.branch(BranchTok::Break, name),
                Exit::Continue(name) => self.branch(BranchTok::Continue, name),
                Exit::Goto(name) => self.branch(BranchTok::Goto, Some(name)),
            }
            self.f.bind(next);
        }
        self.f.release(mark);
    }

    /// What the body uses of the function around it.
    fn range_captures(&mut self, r: &RangeStmt, control: u32) -> Captured {
        let mut used = BTreeSet::new();
        let mut note = |n: Node<'_>| {
            if let Node::Expr(e) = n
                && let ExprKind::Name(_) = e.kind
                && let Some(o) = self.object(e.id)
            {
                used.insert(Var::Obj(o));
            }
            true
        };
        walk(Node::Block(&r.body), &mut note);
        if !r.def {
            for l in &r.lhs {
                walk(Node::Expr(l), &mut note);
            }
        }
        for v in self.f.vars.keys() {
            if matches!(v, Var::Result(_) | Var::DeferToken) || *v == Var::Control(control) {
                used.insert(*v);
            }
        }
        used.into_iter().filter_map(|v| Some((v, *self.f.vars.get(&v)?))).collect()
    }

    fn throw(&mut self, text: &[u8]) {
        let k = self.string(text);
        self.f.emit(Op::Throw(k));
    }

    /// Register of the pointer to the control block of the loop whose body is being lowered.
    fn control(&self) -> Option<Reg> {
        let body = self.f.range_body.as_ref()?;
        self.f.vars.get(&Var::Control(body.control)).map(|v| Self::home_reg(v.home))
    }

    /// Checks the state of the loop and sets the iteration variables that are not the body's own.
    pub fn range_prologue(&mut self, r: &RangeStmt, params: Reg) {
        let Some(c) = self.control() else { return };
        let t = self.f.alloc(1);
        self.f.emit(Op::Load(t, c, 0));
        let ok = self.f.label();
        self.f.jump(Op::JEqIK(t, state::READY as i16, 0), ok);
        for (s, text) in [(state::RUNNING, TEXT_RUNNING), (state::DONE, TEXT_DONE)] {
            let next = self.f.label();
            self.f.jump(Op::JNeIK(t, s as i16, 0), next);
            self.throw(text);
            self.f.bind(next);
        }
        self.throw(TEXT_EXHAUSTED);
        self.f.bind(ok);
        self.f.emit(Op::Int(t, state::RUNNING));
        self.f.emit(Op::Store(c, 0, t));
        self.f.release(u32::from(t));
        if !r.def {
            let mut p = params;
            let mut values = Vec::new();
            for l in &r.lhs {
                let ty = self.left_type(l);
                values.push((p, ty));
                p += self.size(ty) as Reg;
            }
            self.assign_values(&r.lhs, &values);
        }
    }

    /// Ends the body so that the loop goes on.
    pub fn range_continue(&mut self) {
        self.set_state(state::READY, None);
        self.f.emit(Op::Int(0, 1));
        self.f.emit(Op::Ret);
    }

    fn set_state(&mut self, state: i32, code: Option<i32>) {
        let Some(c) = self.control() else { return };
        let t = self.f.alloc(1);
        self.f.emit(Op::Int(t, state));
        self.f.emit(Op::Store(c, 0, t));
        if let Some(code) = code {
            self.f.emit(Op::Int(t, code));
            self.f.emit(Op::Store(c, 1, t));
        }
        self.f.release(u32::from(t));
    }

    /// Leaves the body for good, or for its next iteration.
    pub fn range_exit(&mut self, exit: Exit) {
        let Some(body) = &mut self.f.range_body else { return };
        let own = |name: &Option<Rc<str>>| name.is_none() || *name == body.label;
        let code = match &exit {
            Exit::Continue(name) if own(name) => return self.range_continue(),
            Exit::Break(name) if own(name) => 0,
            exit => match body.exits.iter().position(|e| e == exit) {
                Some(i) => i as i32 + 1,
                None => {
                    body.exits.push(exit.clone());
                    body.exits.len() as i32
                }
            },
        };
        self.set_state(state::DONE, Some(code));
        self.f.emit(Op::Int(0, 0));
        self.f.emit(Op::Ret);
    }

    /// `return` in the body: sets the results of the function around.
    pub fn range_return(&mut self, list: &[Expr]) {
        let types: Vec<TypeId> =
            self.f.range_body.as_ref().map(|b| b.results.clone()).unwrap_or_default();
        let home = |l: &Self, i: usize| l.f.vars.get(&Var::Result(i as u32)).map(|v| v.home);
        match list {
            [e] if types.len() > 1 => {
                let (mut v, from) = self.multi(e);
                for (i, (&ty, t)) in types.iter().zip(from).enumerate() {
                    if let Some(h) = home(self, i) {
                        self.set_result(h, ty, v, t);
                    }
                    v += self.size(t) as Reg;
                }
            }
            list => {
                let all: Vec<&Expr> = list.iter().collect();
                self.hoist(&all);
                let mut values = Vec::new();
                for (e, &ty) in list.iter().zip(&types) {
                    values.push(self.operand_as(e, ty));
                }
                for (i, (v, &ty)) in values.into_iter().zip(&types).enumerate() {
                    if let Some(h) = home(self, i) {
                        self.set_result(h, ty, v, ty);
                    }
                }
            }
        }
        self.range_exit(Exit::Return);
    }
}
