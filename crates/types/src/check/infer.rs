//! Inference of type arguments, after types2's `infer.go`.

use super::errors::Report;
use super::unify::{Unifier, Unify};
use super::{Checker, Operand};
use crate::{Type, TypeId};
use syntax::Pos;

impl<'a> Checker<'a> {
    /// Infers the type arguments that are missing from the arguments of a call (or, with
    /// `reverse`, from the type that a function is assigned to). None after an error, which is
    /// put into `err` if it has not been reported.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn infer(
        &mut self,
        pos: Pos,
        tparams: &[TypeId],
        targs: &[Option<TypeId>],
        params: &[TypeId],
        args: &[Operand<'a>],
        reverse: bool,
        err: &mut Report,
    ) -> Option<Vec<TypeId>> {
        let n = tparams.len();
        if targs.len() == n && targs.iter().all(|t| t.is_some()) {
            return targs.iter().copied().collect();
        }
        if args.iter().any(|a| !a.is_valid()) {
            return None;
        }
        let params: Vec<TypeId> =
            params.iter().map(|&p| self.subst_known(p, tparams, targs)).collect();
        let mut u = Unifier::new(tparams, targs);

        let mut untyped = Vec::new();
        for (i, (arg, &par)) in args.iter().zip(&params).enumerate() {
            if !self.is_parameterized(tparams, par) && !self.is_parameterized(tparams, arg.ty) {
                continue;
            }
            if !self.is_untyped(arg.ty) {
                if !self.unify(&mut u, par, arg.ty, Unify::ASSIGN) {
                    self.infer_mismatch(&u, tparams, par, arg, reverse, err);
                    return None;
                }
            } else if matches!(self.types.get(par), Type::TypeParam(_)) && !arg.is_nil() {
                untyped.push(i);
            }
        }
        if !self.infer_from_constraints(&mut u, pos, tparams, err) {
            return None;
        }
        self.infer_untyped(&mut u, tparams, &params, args, &untyped, err)?;

        let mut inferred = u.inferred();
        self.kill_cycles(tparams, &mut inferred);
        // What is inferred may be in terms of other type parameters.
        for _ in 0..=n {
            let known = inferred.clone();
            let mut changed = false;
            for (i, slot) in inferred.iter_mut().enumerate() {
                if targs.get(i).copied().flatten().is_some() {
                    continue;
                }
                if let Some(t) = *slot {
                    let s = self.subst_known(t, tparams, &known);
                    changed |= s != t;
                    *slot = Some(s);
                }
            }
            if !changed {
                break;
            }
        }
        let mut out = Vec::new();
        for (i, t) in inferred.iter().enumerate() {
            match t.filter(|&t| !self.is_parameterized(tparams, t)) {
                Some(t) => out.push(t),
                None => {
                    let id = self.types.as_tparam(tparams[i])?;
                    let info = self.types.tparam(id);
                    let at = self.pos_text(self.objs[info.obj].pos);
                    err.add(pos, format!("cannot infer {} (declared at {at})", info.name));
                    return None;
                }
            }
        }
        Some(out)
    }

    /// Substitutes the type arguments that are known.
    fn subst_known(&self, t: TypeId, tparams: &[TypeId], targs: &[Option<TypeId>]) -> TypeId {
        let (from, to): (Vec<_>, Vec<_>) =
            tparams.iter().zip(targs).filter_map(|(&p, t)| t.map(|t| (p, t))).unzip();
        self.types.subst(t, &from, &to)
    }

    fn infer_mismatch(
        &mut self,
        u: &Unifier,
        tparams: &[TypeId],
        par: TypeId,
        arg: &Operand<'a>,
        reverse: bool,
        err: &mut Report,
    ) {
        let targs = u.inferred();
        let (argt, part, name) = (self.ts(arg.ty), self.ts(par), arg.text());
        if targs.iter().all(|t| t.is_none()) {
            let list = self.tparam_names(tparams);
            err.add(
                arg.pos(),
                format!("type {argt} of {name} does not match {part} (cannot infer {list})"),
            );
            return;
        }
        let inferred = self.subst_known(par, tparams, &targs);
        let text = if inferred != par {
            let inft = self.ts(inferred);
            if reverse {
                format!("inferred type {inft} for {part} does not match type {argt} of {name}")
            } else {
                format!("type {argt} of {name} does not match inferred type {inft} for {part}")
            }
        } else {
            format!("type {argt} of {name} does not match {part}")
        };
        err.add(arg.pos(), text);
    }

    fn tparam_names(&mut self, tparams: &[TypeId]) -> String {
        let names: Vec<String> = tparams
            .iter()
            .filter_map(|&t| self.types.as_tparam(t))
            .map(|p| self.types.tparam(p).name.to_string())
            .collect();
        match &names[..] {
            [] => String::new(),
            [a] => a.clone(),
            [a, b] => format!("{a} and {b}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        }
    }

    /// The single type of a type parameter's constraint, or its core type; whether it is single,
    /// and whether it stands for all types with it as underlying type.
    fn core_term(&mut self, tparam: TypeId) -> Option<(TypeId, bool, bool)> {
        let set = self.types.type_set(tparam);
        let terms = set.specific()?;
        if let [m] = terms {
            return Some((m.ty, true, m.tilde));
        }
        let tilde = terms.iter().any(|m| m.tilde);
        self.common(tparam).map(|t| (t, false, tilde))
    }

    fn infer_from_constraints(
        &mut self,
        u: &mut Unifier,
        pos: Pos,
        tparams: &[TypeId],
        err: &mut Report,
    ) -> bool {
        loop {
            let before = u.unknowns();
            for (i, &tpar) in tparams.iter().enumerate() {
                let Some(id) = self.types.as_tparam(tpar) else { continue };
                let tx = u.at(i);
                if let Some((core, single, tilde)) = self.core_term(tpar) {
                    if let Some(tx) = tx {
                        if !self.unify(u, tx, core, Unify::INEXACT) {
                            let bound = self.types.tparam(id).bound;
                            let (p, t, b) = (self.ts(tpar), self.ts(tx), self.ts(bound));
                            err.add(pos, format!("{p} (type {t}) does not satisfy {b}"));
                            return false;
                        }
                    } else if single && !tilde {
                        u.set(i, core);
                    }
                }
                if let Some(tx) = tx.filter(|&t| !self.is_parameterized(tparams, t)) {
                    let iface = self.types.iface(id);
                    let mut cause = String::new();
                    if !self.has_all_methods(tx, iface, true, &mut Some(u), Some(&mut cause)) {
                        let bound = self.types.tparam(id).bound;
                        let (p, t, b) = (self.ts(tpar), self.ts(tx), self.ts(bound));
                        err.add(pos, format!("{p} (type {t}) does not satisfy {b} {cause}"));
                        return false;
                    }
                }
            }
            if u.unknowns() == before {
                return true;
            }
        }
    }

    /// Untyped arguments tell the type only of parameters that nothing else tells.
    fn infer_untyped(
        &mut self,
        u: &mut Unifier,
        tparams: &[TypeId],
        params: &[TypeId],
        args: &[Operand<'a>],
        untyped: &[usize],
        err: &mut Report,
    ) -> Option<()> {
        let mut largest: Vec<(usize, TypeId)> = Vec::new();
        for &i in untyped {
            let tpar = params[i];
            let index = tparams.iter().position(|&p| p == tpar)?;
            if u.at(index).is_some() {
                continue;
            }
            let arg = &args[i];
            match largest.iter_mut().find(|l| l.0 == index) {
                None => largest.push((index, arg.ty)),
                Some(l) => match self.max_type(l.1, arg.ty) {
                    Some(t) => l.1 = t,
                    None => {
                        let old = l.1;
                        let (a, b, p) = (self.ts(old), self.ts(arg.ty), self.ts(tpar));
                        err.add(
                            arg.pos(),
                            format!("mismatched types {a} and {b} (cannot infer {p})"),
                        );
                        return None;
                    }
                },
            }
        }
        for (i, t) in largest {
            let t = self.default_type(t);
            u.set(i, t);
        }
        Some(())
    }

    /// Forgets type arguments that are defined by themselves.
    fn kill_cycles(&self, tparams: &[TypeId], inferred: &mut [Option<TypeId>]) {
        for start in 0..tparams.len() {
            let mut reach = vec![false; tparams.len()];
            let mut stack = vec![start];
            while let Some(i) = stack.pop() {
                let Some(t) = inferred[i] else { continue };
                for (j, &p) in tparams.iter().enumerate() {
                    if !reach[j] && self.is_parameterized(&[p], t) {
                        reach[j] = true;
                        stack.push(j);
                    }
                }
            }
            if reach[start] {
                inferred[start] = None;
            }
        }
    }
}
