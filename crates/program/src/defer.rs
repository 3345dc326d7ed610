//! `go` and `defer`.

use crate::call::Ready;
use crate::func::Var;
use crate::lower::{FuncKey, Job, Lower, Thunk};
use crate::op::{Op, Reg};
use crate::program::FuncId;
use crate::rtype::Env;
use std::rc::Rc;
use syntax::{CallTok, Expr, ExprKind, Pos};
use types::Mode;

impl Lower<'_> {
    pub fn go_or_defer(&mut self, tok: CallTok, e: &Expr) {
        let e = e.unparen();
        let ExprKind::Call { fun, args, .. } = &e.kind else { return };
        let pos = self.f.pos;
        let (ready, b, nresults, nargs) = match self.mode(fun) {
            Mode::TypeExpr => return,
            Mode::Builtin(id) => {
                let tys = self.builtin_arg_types(id, args);
                let key = FuncKey::Builtin(id as u32, tys.clone());
                let job = Job::Builtin(id, tys.clone());
                let f = self.func_by_key(key, |_| {
                    (format!("{id:?}").to_lowercase().into(), Pos::NONE, Some(job))
                });
                let list: Vec<&Expr> = args.iter().collect();
                self.hoist(&list);
                let b = self.f.next as Reg;
                for (a, &t) in args.iter().zip(&tys) {
                    self.push_as(a, t);
                }
                (Ready::Func(f), b, 0, self.f.next - u32::from(b))
            }
            _ => {
                let p = self.prepare(e, true);
                (p.callee, p.b, p.nresults, p.nargs)
            }
        };
        self.f.pos = pos;
        if tok == CallTok::Defer && self.f.range_body.is_some() {
            return self.defer_outside(ready, b, nresults, nargs);
        }
        let go = tok == CallTok::Go;
        self.f.emit(match ready {
            Ready::Func(f) => {
                if go {
                    Op::Go(b, f)
                } else {
                    Op::Defer(b, f)
                }
            }
            Ready::Closure(c) => {
                if go {
                    Op::GoClosure(b, c)
                } else {
                    Op::DeferClosure(b, c)
                }
            }
            Ready::Iface(i, m) => {
                if go {
                    Op::GoIface(b, i, m)
                } else {
                    Op::DeferIface(b, i, m)
                }
            }
            // Natives are wrapped here.
            Ready::Native(_) => Op::Nop,
        });
        self.note_receiver(e);
    }

    /// `defer` in the body of a range-over-func loop: the call belongs to the function around.
    fn defer_outside(&mut self, ready: Ready, b: Reg, nresults: u32, nargs: u32) {
        let Some(token) = self.f.vars.get(&Var::DeferToken).map(|v| Self::home_reg(v.home)) else {
            return;
        };
        let args = b + nresults as Reg;
        let (thunk, words) = match ready {
            Ready::Func(f) => (Thunk::Func(f, nresults, nargs), None),
            Ready::Closure(c) => (Thunk::Closure(nresults, nargs), Some((c, 1))),
            // The data word's place among the arguments is still empty.
            Ready::Iface(i, m) => (Thunk::Iface(m, nresults, nargs), Some((i, 2))),
            Ready::Native(_) => return,
        };
        let f = self.func_by_key(FuncKey::Thunk(thunk), |_| {
            ("defer".into(), Pos::NONE, Some(Job::Thunk(thunk)))
        });
        let a = match words {
            None => args,
            Some((r, n)) => {
                let t = self.f.alloc(n + nargs);
                self.emit_move(t, r, n);
                self.emit_move(t + n as Reg, args, nargs);
                t
            }
        };
        let d = self.f.alloc(1);
        let total = nargs + words.map_or(0, |w| w.1);
        if total == 0 {
            self.f.emit(Op::Func(d, f));
        } else {
            self.emit_closure(d, a, f);
        }
        self.f.emit(Op::DeferAt(token, d));
    }

    /// Lowers a function that calls something with captured arguments.
    pub fn lower_thunk(&mut self, id: FuncId, t: Thunk) {
        let (extra, nresults, nargs) = match t {
            Thunk::Func(_, r, a) => (0, r, a),
            Thunk::Closure(r, a) => (1, r, a),
            Thunk::Iface(_, r, a) => (2, r, a),
        };
        self.begin(id, Rc::new(Env::default()), None, Pos::NONE);
        self.f.func.wrapper = true;
        self.f.func.captures = (extra + nargs) as u16;
        let c = self.f.alloc(extra);
        let b = self.f.alloc(nresults);
        let a = self.f.alloc(nargs);
        if extra > 0 {
            self.f.emit(Op::Capture(c, 0, extra as u16));
        }
        if nargs > 0 {
            self.f.emit(Op::Capture(a, extra as u16, nargs as u16));
        }
        self.f.emit(match t {
            Thunk::Func(f, ..) => Op::Call(b, f),
            Thunk::Closure(..) => Op::CallClosure(b, c),
            Thunk::Iface(m, ..) => Op::CallIface(b, c, m),
        });
        self.f.emit(Op::Ret);
        self.end();
    }
}
