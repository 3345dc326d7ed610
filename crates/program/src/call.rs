//! Calls.

use crate::lower::Lower;
use crate::method::Method;
use crate::op::{Op, Reg};
use crate::program::{FuncId, MethodId};
use std::rc::Rc;
use syntax::{Expr, ExprKind};
use types::{Mode, ObjId, ObjectKind, SelectionKind, Signature, Type, TypeId};

/// What is called, its operands evaluated but for the receiver of a method.
pub(crate) enum Callee<'e> {
    Func(FuncId),
    /// Native, with runtime types of its type arguments.
    Native(u32, Vec<u32>),
    Closure(Reg),
    /// Method of the interface in these registers.
    Iface(Reg, MethodId),
    /// Declared method: receiver expression, path to walk, and the method.
    Method(&'e Expr, Vec<u32>, Method),
}

/// A call whose arguments are in place.
pub(crate) struct Prepared {
    pub callee: Ready,
    /// Base of the frame, or of a native's arguments.
    pub b: Reg,
    /// Slots of results.
    pub nresults: u32,
    /// Slots of arguments, receiver included, type arguments of natives not.
    pub nargs: u32,
}

/// What an instruction can call.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ready {
    Func(FuncId),
    Native(u32),
    Closure(Reg),
    Iface(Reg, MethodId),
}

impl Lower<'_> {
    /// A call's value to the registers from `d`.
    pub fn call_into(&mut self, e: &Expr, d: Reg, fresh: bool) {
        let ExprKind::Call { fun, args, dots, .. } = &e.kind else { return };
        let ty = self.ty(e);
        match self.mode(fun) {
            Mode::TypeExpr => {
                if let Some(x) = args.first() {
                    self.convert_into(x, ty, d, fresh);
                }
            }
            Mode::Builtin(b) => self.builtin_into(e, b, args, *dots, d),
            _ => {
                let n = self.size(ty);
                if fresh && u32::from(d) + n == self.f.next {
                    self.f.release(u32::from(d));
                }
                let r = self.call(e);
                self.emit_move(d, r, n);
            }
        }
    }

    /// Makes a call (of a function, not a conversion) at the top. Results stay there, in the register given and those after it.
    pub fn call(&mut self, e: &Expr) -> Reg {
        let pos = std::mem::replace(&mut self.f.pos, e.pos);
        let p = self.prepare(e, false);
        self.f.pos = e.pos;
        self.f.emit(match p.callee {
            Ready::Func(f) => Op::Call(p.b, f),
            Ready::Native(f) => Op::CallNative(p.b, f),
            Ready::Closure(c) => Op::CallClosure(p.b, c),
            Ready::Iface(i, m) => Op::CallIface(p.b, i, m),
        });
        self.note_receiver(e);
        self.note_timer(e);
        self.f.release(u32::from(p.b) + p.nresults);
        self.f.pos = pos;
        p.b
    }

    /// Names the receiver of a call of a library's method, so that a mutex and its kin get their names.
    pub fn note_receiver(&mut self, e: &Expr) {
        if let ExprKind::Call { fun, .. } = &e.kind
            && let ExprKind::Selector(x, _) = &fun.unparen().kind
            && self.c.info.selections.contains_key(&fun.unparen().id)
        {
            self.note_expr(x);
        }
    }

    /// Names the timer, or the channel of one, that a call returns after the variable it is assigned to.
    fn note_timer(&mut self, e: &Expr) {
        let ty = self.ty(e);
        if self.f.hint.is_some()
            && ["*time.Timer", "*time.Ticker", "<-chan time.Time"]
                .contains(&&*self.c.types.runtime_string(ty))
        {
            self.note_hint(ty);
        }
    }

    /// Names what the last instruction works on after an expression.
    pub fn note_expr(&mut self, x: &Expr) {
        if !self.f.traced {
            return;
        }
        if let Some(name) = expr_name(x) {
            let ty = self.ty(x);
            let ty = self.pointee(ty).unwrap_or(ty);
            let t = self.c.types.runtime_string(ty);
            self.f.note(name.into(), t.into());
        }
    }

    /// Evaluates function and arguments of a call. With `wrapped`, natives are called through their wrapper functions.
    pub fn prepare(&mut self, e: &Expr, wrapped: bool) -> Prepared {
        let none = Prepared { callee: Ready::Closure(0), b: 0, nresults: 0, nargs: 0 };
        let ExprKind::Call { fun, args, dots, .. } = &e.kind else { return none };
        let ft = self.ty(fun);
        let Some(sig) = self.signature(ft) else { return none };
        let spread = self.spread(args);
        if args.len() + 1 >= 2 && spread.is_none() {
            self.hoist_args(fun, args);
        } else if spread.is_some() && self.has_call(fun) {
            self.hoist_calls(fun);
        }
        let tuple = spread.map(|(call, types)| (self.call(call), types));
        let callee = self.callee(fun, wrapped);
        let nresults: u32 = sig.results.iter().map(|r| self.size(r.ty)).sum();
        let pos = self.f.pos;
        let (ready, b, first) = match callee {
            Callee::Native(k, targs) => {
                let b = self.f.alloc(targs.len() as u32);
                for (i, t) in targs.iter().enumerate() {
                    self.emit_word(b + i as Reg, u64::from(*t));
                }
                (Ready::Native(k), b, b + targs.len() as Reg)
            }
            Callee::Func(f) => {
                let b = self.f.alloc(nresults);
                (Ready::Func(f), b, b + nresults as Reg)
            }
            Callee::Closure(c) => {
                let b = self.f.alloc(nresults);
                (Ready::Closure(c), b, b + nresults as Reg)
            }
            Callee::Iface(i, m) => {
                let b = self.f.alloc(nresults);
                self.f.alloc(1);
                (Ready::Iface(i, m), b, b + nresults as Reg)
            }
            Callee::Method(x, path, m) => {
                let Method::Static { obj, targs, .. } = &m else { return none };
                let (ready, b) = if self.is_native(*obj) && !wrapped {
                    let key = self.native_key(*obj);
                    let k = self.native(&key);
                    let ids: Vec<u32> = targs.iter().map(|&t| self.rtype(t)).collect();
                    let b = self.f.alloc(ids.len() as u32);
                    for (i, t) in ids.iter().enumerate() {
                        self.emit_word(b + i as Reg, u64::from(*t));
                    }
                    (Ready::Native(k), b)
                } else {
                    let f = self.func_for(*obj, targs);
                    (Ready::Func(f), self.f.alloc(nresults))
                };
                let first = self.f.next as Reg;
                self.push_method_receiver(x, &path, &m);
                (ready, b, first)
            }
        };
        match tuple {
            Some((r, list)) => self.spread_args(&sig, r, &list),
            None => self.push_args(&sig, args, *dots),
        }
        self.f.pos = pos;
        let nargs = self.f.next - u32::from(first);
        // A native's results replace its arguments and may need more room.
        let room = u32::from(b) + nresults;
        if self.f.next < room {
            let more = room - self.f.next;
            self.f.alloc(more);
        }
        Prepared { callee: ready, b, nresults, nargs }
    }

    fn push_method_receiver(&mut self, x: &Expr, path: &[u32], m: &Method) {
        // The receiver must land at the top; what its evaluation leaves below it would be in the way.
        let start = self.f.next;
        let (place, ty) = self.walk(x, path);
        let r = self.push_receiver(place, ty, m);
        if u32::from(r) != start {
            let n = self.f.next - u32::from(r);
            self.emit_move(start as Reg, r, n);
            self.f.release(start + n);
        }
    }

    fn hoist_args(&mut self, fun: &Expr, args: &[Expr]) {
        let head = match &fun.unparen().kind {
            ExprKind::Selector(x, _) if self.c.info.selections.contains_key(&fun.unparen().id) => x,
            _ => fun,
        };
        let list: Vec<&Expr> = std::iter::once(head).chain(args).collect();
        let head_matters = !matches!(self.mode(head), Mode::Value) || self.has_call(head);
        let list = if head_matters { &list[..] } else { &list[1..] };
        self.hoist(list);
    }

    /// For `f(g())` with several results: the inner call and its types.
    fn spread<'e>(&self, args: &'e [Expr]) -> Option<(&'e Expr, Rc<[TypeId]>)> {
        let [arg] = args else { return None };
        match self.c.types.get(self.ty(arg)) {
            Type::Tuple(list) if !list.is_empty() => Some((arg.unparen(), list)),
            _ => None,
        }
    }

    /// Finds out what is called.
    fn callee<'e>(&mut self, fun: &'e Expr, wrapped: bool) -> Callee<'e> {
        let fun = fun.unparen();
        let name = match &fun.kind {
            ExprKind::Index { x, .. } if self.mode(fun) == Mode::Value => x.unparen(),
            _ => fun,
        };
        match &name.kind {
            ExprKind::Name(_) => {
                if let Some(obj) = self.object(name.id)
                    && matches!(self.obj(obj).kind, ObjectKind::Func)
                {
                    let targs = self.instance_args(name);
                    return self.static_callee(obj, targs, wrapped);
                }
            }
            ExprKind::Selector(x, sel) => match self.c.info.selections.get(&name.id) {
                None => {
                    if let Some(obj) = self.object(sel.id)
                        && matches!(self.obj(obj).kind, ObjectKind::Func)
                    {
                        let mut targs: Vec<TypeId> = Vec::new();
                        if let Some(i) = self.c.info.instances.get(&sel.id) {
                            targs = i.targs.iter().map(|&t| self.subst(t)).collect();
                        }
                        return self.static_callee(obj, targs, wrapped);
                    }
                }
                Some(s) if s.kind == SelectionKind::MethodVal => {
                    let recv = self.ty(x);
                    if let Some(found) = self.find_method(recv, &sel.name)
                        && let Some((m, _)) = self.method_of(&found)
                    {
                        if let Method::Dynamic { id } = m {
                            let (place, ty) = self.walk(x, &found.path);
                            let i = self.place_reg(place, ty);
                            return Callee::Iface(i, id);
                        }
                        return Callee::Method(x, found.path, m);
                    }
                }
                Some(s) if s.kind == SelectionKind::MethodExpr => {
                    let recv = self.ty(x);
                    if let Some(f) = self.method_expr_func(recv, &sel.name) {
                        return Callee::Func(f);
                    }
                }
                Some(_) => {}
            },
            ExprKind::FuncLit { typ, body } => {
                let caps = self.captures_of(name);
                if caps.is_empty() {
                    let f = self.lower_func_lit(name, typ, body, &caps);
                    return Callee::Func(f);
                }
            }
            _ => {}
        }
        Callee::Closure(self.operand(fun))
    }

    fn static_callee<'e>(&mut self, obj: ObjId, targs: Vec<TypeId>, wrapped: bool) -> Callee<'e> {
        if self.is_native(obj) && !wrapped {
            let key = self.native_key(obj);
            let k = self.native(&key);
            let ids = targs.iter().map(|&t| self.rtype(t)).collect();
            return Callee::Native(k, ids);
        }
        Callee::Func(self.func_for(obj, &targs))
    }

    /// Puts the arguments at the top, one after the other.
    fn push_args(&mut self, sig: &Signature, args: &[Expr], dots: bool) {
        let fixed = if sig.variadic && !dots { sig.params.len() - 1 } else { sig.params.len() };
        for (p, a) in sig.params.iter().zip(args).take(fixed) {
            self.push_as(a, p.ty);
        }
        if let Some(p) = sig.params.last()
            && sig.variadic
            && !dots
        {
            let Type::Slice(elem) = self.under(p.ty) else { return };
            let rest = args.get(fixed..).unwrap_or_default();
            let d = self.f.alloc(2);
            if rest.is_empty() {
                self.emit_zero(d, 2);
                return;
            }
            let (n, rt) = (self.size(elem), self.rtype(elem));
            let mark = self.f.next;
            let k = self.f.alloc(1);
            self.emit_word(k, rest.len() as u64);
            self.f.emit(Op::MakeSlice(d, k, k));
            self.f.emit(Op::Ext(0, 0, rt));
            self.f.release(mark);
            for (i, a) in rest.iter().enumerate() {
                self.init_mem(a, elem, d, (i as u32).saturating_mul(n));
            }
        }
    }

    /// Puts the results of an inner call at the top as arguments.
    fn spread_args(&mut self, sig: &Signature, mut r: Reg, list: &[TypeId]) {
        let fixed = if sig.variadic { sig.params.len() - 1 } else { sig.params.len() };
        for (p, &t) in sig.params.iter().zip(list).take(fixed) {
            let n = self.size(p.ty);
            let d = self.f.alloc(n);
            self.convert_value(r, t, p.ty, d);
            r += self.size(t) as Reg;
        }
        if let Some(p) = sig.params.last()
            && sig.variadic
        {
            let Type::Slice(elem) = self.under(p.ty) else { return };
            let elem = self.canon(elem);
            let rest = list.get(fixed..).unwrap_or_default();
            let d = self.f.alloc(2);
            if rest.is_empty() {
                self.emit_zero(d, 2);
                return;
            }
            let (n, rt) = (self.size(elem), self.rtype(elem));
            let mark = self.f.next;
            let v = self.f.alloc(n.max(1));
            self.emit_word(v, rest.len() as u64);
            self.f.emit(Op::MakeSlice(d, v, v));
            self.f.emit(Op::Ext(0, 0, rt));
            for (i, &t) in rest.iter().enumerate() {
                self.convert_value(r, t, elem, v);
                if n > 0 {
                    self.store_mem(d, i as u32 * n, v, n);
                }
                r += self.size(t) as Reg;
            }
            self.f.release(mark);
        }
    }
}

/// A short name for what an expression denotes, as `c.mu` for `&(c.mu)`.
pub(crate) fn expr_name(e: &Expr) -> Option<String> {
    match &e.kind {
        ExprKind::Name(n) => Some(n.to_string()),
        ExprKind::Paren(x) | ExprKind::Star(x) | ExprKind::Unary(syntax::UnOp::Addr, x) => {
            expr_name(x)
        }
        ExprKind::Selector(x, s) => Some(format!("{}.{}", expr_name(x)?, s.name)),
        ExprKind::Index { x, indices } => match &indices.first()?.kind {
            ExprKind::Name(i) => Some(format!("{}[{i}]", expr_name(x)?)),
            ExprKind::BasicLit { text, .. } => Some(format!("{}[{text}]", expr_name(x)?)),
            _ => expr_name(x),
        },
        _ => None,
    }
}
