//! Calls, after types2's `call.go`.

use super::expr::{Kind, Target};
use super::type_expr::instantiated_id;
use super::{Checker, Operand, Place};
use crate::info::{Instance, Mode};
use crate::{BuiltinId, Param, Signature, Type, TypeId, Types};
use std::rc::Rc;
use syntax::{Expr, ExprKind, Pos, show};

/// A call's parts.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub expr: &'a Expr,
    pub fun: &'a Expr,
    pub args: &'a [Expr],
    pub dots: bool,
}

impl<'a> Checker<'a> {
    /// Instantiates a generic function with the given type arguments and what the target tells.
    /// Gives the explicit type arguments when there are too few and inference is not wanted.
    pub(super) fn func_inst(
        &mut self,
        target: Option<&Target>,
        pos: Pos,
        x: &mut Operand<'a>,
        inst: Option<(&'a Expr, &'a [Expr])>,
        infer: bool,
    ) -> Option<Vec<TypeId>> {
        let mut xlist: &'a [Expr] = &[];
        let mut targs = Vec::new();
        if let Some((e, list)) = inst {
            x.place = Place::Expr(e);
            xlist = list;
            match self.type_list(list) {
                Some(t) => targs = t,
                None => {
                    x.invalidate();
                    return None;
                }
            }
        }
        let sig = self.signature_of(x.ty)?;
        let (got, want) = (targs.len(), sig.tparams.len());
        if got > want {
            let at = xlist.get(got - 1).map_or(pos, |e| e.start());
            self.error(at, format!("got {got} type arguments but want {want}"));
            x.invalidate();
            return None;
        }
        if got < want {
            if !infer {
                return Some(targs);
            }
            let mut params = Vec::new();
            let mut args = Vec::new();
            let mut reverse = false;
            if let Some(t) = target {
                let plain = Signature { tparams: Vec::new(), ..(*sig).clone() };
                params.push(self.types.signature(plain));
                let place = Place::Dummy(x.pos(), t.desc.as_str().into());
                args.push(Operand::value(place, t.sig));
                reverse = true;
            }
            let (tparams, params) = self.rename_tparams(&sig.tparams, &params);
            let mut err = self.new_error();
            let targs: Vec<Option<TypeId>> = targs.into_iter().map(Some).collect();
            let inferred = self.infer(pos, &tparams, &targs, &params, &args, reverse, &mut err);
            let Some(inferred) = inferred else {
                if !err.is_empty() {
                    self.report(err);
                }
                x.invalidate();
                return None;
            };
            x.ty = self.instantiate_signature(x.pos(), x.expr(), &sig, &inferred, xlist);
        } else {
            x.ty = self.instantiate_signature(x.pos(), x.expr(), &sig, &targs, xlist);
        }
        x.mode = Mode::Value;
        None
    }

    /// A generic signature with its type parameters replaced; the arguments are verified later.
    pub(super) fn instantiate_signature(
        &mut self,
        pos: Pos,
        e: Option<&'a Expr>,
        sig: &Rc<Signature>,
        targs: &[TypeId],
        xlist: &'a [Expr],
    ) -> TypeId {
        let plain = Signature { tparams: Vec::new(), ..(**sig).clone() };
        let plain = self.types.signature(plain);
        let tparams = sig.tparams.clone();
        let ty = self.types.subst(plain, &tparams, targs);
        if let Some(id) = e.and_then(instantiated_id)
            && let Some(obj) = self.info.object(id)
        {
            self.info.instances.insert(id, Instance { obj, targs: targs.to_vec(), ty });
        }
        let targs = targs.to_vec();
        self.later(move |c| {
            let at = |i: usize| xlist.get(i).map_or(pos, |e| e.start());
            match c.verify(&tparams, &targs) {
                Err((i, text)) => c.error(at(i), text),
                Ok(()) => c.mono_instance(&at, &tparams, &targs),
            }
        });
        ty
    }

    pub(super) fn call_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr) -> Kind {
        let ExprKind::Call { fun, args, dots, .. } = &e.kind else { return Kind::Statement };
        let call = Call { expr: e, fun, args, dots: *dots };
        let mut inst: Option<&'a [Expr]> = None;
        if let ExprKind::Index { x: base, indices } = &fun.kind {
            if self.index_expr(x, fun, base, indices) {
                inst = Some(indices);
            }
            x.place = Place::Expr(fun);
            self.record(x);
        } else {
            self.expr_or_type(x, fun, true);
        }
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(args);
                x.place = Place::Expr(e);
                Kind::Statement
            }
            Mode::TypeExpr => {
                self.conversion_call(x, call);
                x.place = Place::Expr(e);
                Kind::Conversion
            }
            Mode::Builtin(id) => {
                if !self.builtin(x, call, id) {
                    x.invalidate();
                }
                x.place = Place::Expr(e);
                if x.is_valid() && !x.is_const() {
                    self.env.has_call_or_recv = true;
                }
                match id {
                    BuiltinId::Clear
                    | BuiltinId::Close
                    | BuiltinId::Copy
                    | BuiltinId::Delete
                    | BuiltinId::Panic
                    | BuiltinId::Print
                    | BuiltinId::Println
                    | BuiltinId::Recover => Kind::Statement,
                    _ => Kind::Expression,
                }
            }
            _ => {
                self.function_call(x, call, inst);
                x.place = Place::Expr(e);
                Kind::Statement
            }
        }
    }

    fn conversion_call(&mut self, x: &mut Operand<'a>, call: Call<'a>) {
        self.non_generic(None, x);
        if !x.is_valid() {
            return;
        }
        let t = x.ty;
        x.invalidate();
        if !self.is_complete(t) {
            return;
        }
        match call.args {
            [] => {
                let text = format!("missing argument in conversion to {}", self.ts(t));
                self.error(self.arg_err_pos(call), text);
            }
            [arg] => {
                let target = self.new_target(t, "conversion");
                self.expr(target.as_ref(), x, arg);
                if !x.is_valid() {
                    return;
                }
                if self.is_non_tparam_interface(t) && !self.types.type_set(t).is_method_set() {
                    let text = format!(
                        "cannot use interface {} in conversion (contains specific type constraints \
                         or is comparable)",
                        self.ts(t)
                    );
                    self.error_at(call.expr, text);
                } else if call.dots {
                    let text = format!("invalid use of ... in conversion to {}", self.ts(t));
                    self.error_at(arg, text);
                } else {
                    self.conversion(x, t);
                }
            }
            [.., last] => {
                self.use_exprs(call.args);
                let text = format!("too many arguments in conversion to {}", self.ts(t));
                self.error_at(last, text);
            }
        }
    }

    fn function_call(&mut self, x: &mut Operand<'a>, call: Call<'a>, inst: Option<&'a [Expr]>) {
        let under = self.common_under(x.ty, |c, t, u| match u.map(|u| c.types.get(u)) {
            None | Some(Type::Func(_)) => Ok(()),
            Some(_) => Err(format!("{} is not a function", c.ts(t))),
        });
        let mut sig = match under.map(|u| self.types.get(u)) {
            Ok(Type::Func(s)) => s,
            Ok(_) => return x.invalidate(),
            Err(cause) => {
                let text = format!("invalid operation: cannot call {}: {cause}", self.os(x));
                self.error(x.pos(), text);
                return x.invalidate();
            }
        };
        let was_generic = !sig.tparams.is_empty();
        let mut xlist: &'a [Expr] = &[];
        let mut targs = Vec::new();
        if let Some(list) = inst {
            xlist = list;
            let Some(t) = self.type_list(list) else {
                self.use_exprs(call.args);
                return x.invalidate();
            };
            targs = t;
            let (got, want) = (targs.len(), sig.tparams.len());
            if got > want {
                self.error_at(&list[want], format!("got {got} type arguments but want {want}"));
                self.use_exprs(call.args);
                return x.invalidate();
            }
            if got == want && want > 0 {
                let pos = call.fun.pos;
                let ty = self.instantiate_signature(pos, Some(call.fun), &sig, &targs, xlist);
                if let Some(s) = self.signature_of(ty) {
                    sig = s;
                }
                targs.clear();
                xlist = &[];
            }
        }
        let (mut args, atargs) = self.generic_expr_list(call.args);
        let result = self.arguments(call, &sig, targs, xlist, &mut args, &atargs);
        let sig = result.unwrap_or(sig);
        if was_generic && sig.tparams.is_empty() {
            let ty = self.types.signature((*sig).clone());
            let mut f = call.fun;
            self.record_tv(f.id, Mode::Value, ty, None);
            while let ExprKind::Paren(inner) | ExprKind::Index { x: inner, .. } = &f.kind {
                f = inner;
                self.record_tv(f.id, Mode::Value, ty, None);
            }
        }
        match &sig.results[..] {
            [] => x.mode = Mode::NoValue,
            [r] => {
                x.mode = Mode::Value;
                if !self.is_complete(r.ty) {
                    return x.invalidate();
                }
                x.ty = r.ty;
            }
            list => {
                x.mode = Mode::Value;
                let types: Vec<TypeId> = list.iter().map(|r| r.ty).collect();
                x.ty = self.types.tuple(&types);
            }
        }
        self.env.has_call_or_recv = true;
        // What could not be inferred leads to no further errors.
        if x.mode == Mode::Value
            && !sig.tparams.is_empty()
            && self.is_parameterized(&sig.tparams, x.ty)
        {
            x.invalidate();
        }
    }

    pub(super) fn expr_list(&mut self, list: &'a [Expr]) -> Vec<Operand<'a>> {
        if let [e] = list {
            return self.multi_expr(e, false).0;
        }
        list.iter()
            .map(|e| {
                let mut x = Operand::invalid();
                self.expr(None, &mut x, e);
                x
            })
            .collect()
    }

    /// Arguments, which may be generic functions; the second list has their explicit type
    /// arguments.
    fn generic_expr_list(&mut self, list: &'a [Expr]) -> (Vec<Operand<'a>>, Vec<Vec<TypeId>>) {
        let mut out = Vec::new();
        let mut targs = Vec::new();
        for e in list {
            let mut x = Operand::invalid();
            let mut explicit = Vec::new();
            let instantiates = match &e.kind {
                ExprKind::Index { x: base, indices } => {
                    if self.index_expr(&mut x, e, base, indices) {
                        Some(indices)
                    } else {
                        // As `raw_expr` would have gone on.
                        if !x.is_valid() {
                            x.ty = Types::INVALID;
                        }
                        x.place = Place::Expr(e);
                        self.record(&x);
                        self.exclude(&mut x, true);
                        self.single_value(&mut x);
                        out.push(x);
                        targs.push(explicit);
                        continue;
                    }
                }
                _ => None,
            };
            if let Some(indices) = instantiates {
                match self.func_inst(None, x.pos(), &mut x, Some((e, indices)), false) {
                    Some(t) => explicit = t,
                    None => self.record(&x),
                }
            } else if list.len() == 1 {
                self.raw_expr(None, &mut x, e, None, true);
                self.exclude(&mut x, true);
                if x.is_valid()
                    && let Type::Tuple(parts) = self.types.get(x.ty)
                {
                    let part = |&t: &TypeId| Operand::value(Place::Expr(e), t);
                    return (parts.iter().map(part).collect(), Vec::new());
                }
            } else {
                self.generic_expr(&mut x, e, None);
            }
            out.push(x);
            targs.push(explicit);
        }
        (out, targs)
    }

    /// Where to complain about missing arguments.
    pub(super) fn arg_err_pos(&self, call: Call<'a>) -> Pos {
        call.expr.start()
    }

    /// Checks arguments against a signature, inferring type arguments. Gives the signature
    /// instantiated, or none after an error.
    pub(super) fn arguments(
        &mut self,
        call: Call<'a>,
        sig: &Rc<Signature>,
        targs: Vec<TypeId>,
        xlist: &'a [Expr],
        args: &mut [Operand<'a>],
        atargs: &[Vec<TypeId>],
    ) -> Option<Rc<Signature>> {
        let nargs = args.len();
        let mut npars = sig.params.len();
        let mut params: Vec<TypeId> = sig.params.iter().map(|p| p.ty).collect();
        let mut adjusted = false;
        if sig.variadic {
            if call.dots {
                if call.args.len() == 1 && nargs > 1 {
                    let text =
                        format!("cannot use ... with {nargs}-valued {}", show::expr(&call.args[0]));
                    self.error(self.dots_pos(call), text);
                    return None;
                }
            } else if nargs + 1 >= npars {
                let last = params.pop().unwrap_or(Types::INVALID);
                let elem = match self.types.get(last) {
                    Type::Slice(e) => e,
                    _ => last,
                };
                params.resize(nargs, elem);
                adjusted = true;
                npars = nargs;
            } else {
                npars -= 1;
            }
        } else if call.dots {
            let text = format!("cannot use ... in call to non-variadic {}", show::expr(call.fun));
            self.error(self.dots_pos(call), text);
            return None;
        }
        if nargs != npars {
            self.wrong_count(call, sig, args, npars);
            return None;
        }

        let n = sig.tparams.len();
        let mut tparams = Vec::new();
        let mut all: Vec<Option<TypeId>> = targs.into_iter().map(Some).collect();
        if n > 0 {
            (tparams, params) = self.rename_tparams(&sig.tparams, &params);
            all.resize(n, None);
        }
        let mut generic_args = Vec::new();
        for (i, arg) in args.iter_mut().enumerate() {
            let Some(asig) = self.signature_of(arg.ty).filter(|s| !s.tparams.is_empty()) else {
                continue;
            };
            let plain = self.types.signature(Signature { tparams: Vec::new(), ..(*asig).clone() });
            let (renamed, list) = self.rename_tparams(&asig.tparams, &[plain]);
            if let Some(s) = list.first().and_then(|&t| self.signature_of(t)) {
                arg.ty =
                    self.types.signature(Signature { tparams: renamed.clone(), ..(*s).clone() });
            }
            tparams.extend(renamed);
            all.extend(atargs.get(i).into_iter().flatten().copied().map(Some));
            all.resize(tparams.len(), None);
            generic_args.push(i);
        }

        let mut rsig = sig.clone();
        if !tparams.is_empty() {
            let mut err = self.new_error();
            let pos = call.expr.pos;
            let inferred = self.infer(pos, &tparams, &all, &params, args, false, &mut err);
            let Some(inferred) = inferred else {
                if !err.is_empty() {
                    let text = self.report_text(&err);
                    let text = format!("in call to {}, {text}", show::expr(call.fun));
                    self.error(err.pos(), text);
                }
                return None;
            };
            if n > 0 {
                let ty =
                    self.instantiate_signature(pos, Some(call.fun), sig, &inferred[..n], xlist);
                if let Some(s) = self.signature_of(ty) {
                    rsig = s;
                }
                if adjusted {
                    for p in &mut params {
                        *p = self.types.subst(*p, &tparams[..n], &inferred[..n]);
                    }
                } else {
                    params = rsig.params.iter().map(|p| p.ty).collect();
                }
            }
            let mut j = n;
            for i in generic_args {
                let arg = &mut args[i];
                let Some(asig) = self.signature_of(arg.ty) else { continue };
                let k = j + asig.tparams.len();
                let targs = &inferred[j..k];
                arg.ty = self.instantiate_signature(pos, arg.expr(), &asig, targs, &[]);
                let arg = arg.clone();
                self.record(&arg);
                j = k;
            }
        }
        if !args.is_empty() {
            let context = format!("argument to {}", show::expr(call.fun));
            for (a, &p) in args.iter_mut().zip(&params) {
                self.assignment(a, Some(p), &context);
            }
        }
        Some(rsig)
    }

    fn dots_pos(&self, call: Call<'a>) -> Pos {
        call.expr.start()
    }

    fn wrong_count(
        &mut self,
        call: Call<'a>,
        sig: &Rc<Signature>,
        args: &[Operand<'a>],
        npars: usize,
    ) {
        let nargs = args.len();
        let (at, what) = if nargs > npars {
            (args[npars].pos(), "too many")
        } else if nargs > 0 {
            (args[nargs - 1].pos(), "not enough")
        } else {
            (self.arg_err_pos(call), "not enough")
        };
        let have: Vec<TypeId> = args.iter().map(|a| a.ty).collect();
        let want: Vec<TypeId> = sig.params.iter().map(|p: &Param| p.ty).collect();
        let mut err = self.new_error();
        err.add(at, format!("{what} arguments in call to {}", show::expr(call.fun)));
        let have = self.types_summary(&have, false, call.dots);
        let want = self.types_summary(&want, sig.variadic, false);
        err.add(Pos::NONE, format!("have {have}"));
        err.add(Pos::NONE, format!("want {want}"));
        self.report(err);
    }
}
