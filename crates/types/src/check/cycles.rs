//! Declarations that refer to themselves, after types2's `cycles.go` and `validtype.go`.

use super::{Checker, UNSET};
use crate::{NamedId, ObjId, ObjectKind, Type, TypeId, Types};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syntax::{ExprKind, Pos};

/// A step of a cycle, for messages.
struct Step {
    obj: ObjId,
    name: String,
    pos: Pos,
}

/// The declared types around the one that is looked at, and within each the composite types
/// that have been found fine: large types are looked at once.
#[derive(Default)]
struct Nest {
    types: Vec<(TypeId, BTreeSet<TypeId>)>,
    top: BTreeSet<TypeId>,
}

impl Nest {
    fn first_time(&mut self, t: TypeId) -> bool {
        match self.types.last_mut() {
            Some((_, seen)) => seen.insert(t),
            None => self.top.insert(t),
        }
    }
}

impl<'a> Checker<'a> {
    /// `type A B; type B A`, before anything else is looked at.
    pub(super) fn direct_cycles(&mut self) {
        let mut index: BTreeMap<ObjId, Option<usize>> = BTreeMap::new();
        for obj in self.obj_lists[self.pkg.0 as usize].clone() {
            if matches!(self.objs[obj].kind, ObjectKind::TypeName) {
                self.direct_cycle(obj, &mut index);
            }
        }
    }

    fn direct_cycle(&mut self, obj: ObjId, index: &mut BTreeMap<ObjId, Option<usize>>) {
        let mut path: Vec<ObjId> = Vec::new();
        let mut name = obj;
        loop {
            match index.get(&name) {
                Some(None) => break,
                Some(&Some(start)) => {
                    self.objs[name].ty = Types::INVALID;
                    let cycle = path[start..].to_vec();
                    self.cycle_error_from_first(&cycle);
                    break;
                }
                None => {}
            }
            index.insert(name, Some(path.len()));
            path.push(name);
            let tdecl = self.decl_of.get(&name).and_then(|d| self.decls[d.0 as usize].tdecl);
            let Some(ExprKind::Name(rhs)) = tdecl.map(|t| &t.typ.kind) else { break };
            let scope = self.pkg_scopes[self.pkg.0 as usize];
            match self.lookup_in(scope, rhs) {
                Some(o) if matches!(self.objs[o].kind, ObjectKind::TypeName) => name = o,
                _ => break,
            }
        }
        for name in path {
            index.insert(name, None);
        }
    }

    /// Whether a declaration that was met again while being checked may refer to itself.
    pub(super) fn valid_cycle(&mut self, obj: ObjId) -> bool {
        let Some(start) = self.obj_path.iter().position(|&o| o == obj) else { return true };
        let cycle = self.obj_path[start..].to_vec();
        let (mut nval, mut ndef) = (0, 0);
        for &o in &cycle {
            match self.objs[o].kind {
                ObjectKind::Const(_) | ObjectKind::Var(_) => nval += 1,
                ObjectKind::TypeName => {
                    let ty = self.objs[o].ty;
                    if self.env.in_tparam_list && ty != UNSET && self.is_generic(ty) {
                        return true;
                    }
                    if !matches!(self.types.get(ty), Type::Alias(_)) {
                        ndef += 1;
                    }
                }
                _ => {}
            }
        }
        if nval == cycle.len() || nval == 0 && ndef > 0 {
            return true;
        }
        self.cycle_error_from_first(&cycle);
        false
    }

    /// Reports a cycle from the object that stands first in the source.
    pub(super) fn cycle_error_from_first(&mut self, cycle: &[ObjId]) {
        let start = (0..cycle.len()).min_by_key(|&i| self.objs[cycle[i]].pos).unwrap_or(0);
        let steps = cycle.iter().map(|&o| self.step(o)).collect();
        self.cycle_error(steps, start);
    }

    fn step(&mut self, obj: ObjId) -> Step {
        let (ty, pos) = (self.objs[obj].ty, self.objs[obj].pos);
        let name = match self.types.as_named(ty) {
            Some(n) if ty != UNSET && self.types.named(n).origin != n => self.ts(ty),
            _ => {
                let o = self.objs[obj].clone();
                let q = o.pkg.map(|p| self.qualifier(p)).unwrap_or_default();
                if q.is_empty() { o.name.to_string() } else { format!("{q}.{}", o.name) }
            }
        };
        Step { obj, name, pos }
    }

    fn cycle_error(&mut self, cycle: Vec<Step>, start: usize) {
        let first = &cycle[start];
        let is_type = matches!(self.objs[first.obj].kind, ObjectKind::TypeName);
        if is_type
            && self.objs[first.obj].ty != UNSET
            && let Type::Alias(a) = self.types.get(self.objs[first.obj].ty)
        {
            self.types.update_alias(a, |i| i.rhs = Some(Types::INVALID));
        }
        if cycle.len() == 1 {
            let what =
                if is_type { "invalid recursive type" } else { "invalid cycle in declaration" };
            self.error(first.pos, format!("{what}: {} refers to itself", first.name));
            return;
        }
        let mut err = self.new_error();
        let what =
            if is_type { "invalid recursive type" } else { "invalid cycle in declaration of" };
        err.add(first.pos, format!("{what} {}", first.name));
        let mut cur = first;
        for i in 0..cycle.len() {
            let next = &cycle[(start + i + 1) % cycle.len()];
            err.add(cur.pos, format!("{} refers to {}", cur.name, next.name));
            cur = next;
        }
        self.report(err);
    }

    /// Whether a type may be used as a value's type already; reports the cycle otherwise.
    pub(super) fn is_complete(&mut self, t: TypeId) -> bool {
        let mut t = t;
        loop {
            let (obj, rhs) = match self.types.get(t) {
                Type::Alias(a) => {
                    let i = self.types.alias(a);
                    (i.obj, i.rhs)
                }
                Type::Named(n) => {
                    let i = self.types.named(n);
                    if i.origin != n {
                        return true;
                    }
                    (i.obj, i.rhs)
                }
                _ => return true,
            };
            if let Some(i) = self.obj_path.iter().position(|&o| o == obj) {
                let cycle = self.obj_path[i..].to_vec();
                self.cycle_error_from_first(&cycle);
                return false;
            }
            match rhs {
                Some(rhs) => t = rhs,
                None => return true,
            }
        }
    }

    /// Reports a type that contains itself.
    pub(super) fn valid_type(&mut self, n: NamedId) {
        let t = self.types.as_type(n);
        self.valid_type0(t, &mut Nest::default(), &mut Vec::new());
    }

    fn valid_type0(&mut self, t: TypeId, nest: &mut Nest, path: &mut Vec<TypeId>) -> bool {
        let t = self.types.unalias(t);
        let shape = self.types.get(t);
        let composite = matches!(
            shape,
            Type::Array(..) | Type::Struct(_) | Type::Union(_) | Type::Interface(_)
        );
        if composite && !nest.first_time(t) {
            return true;
        }
        match shape {
            Type::Array(e, _) => self.valid_type0(e, nest, path),
            Type::Struct(s) => s.fields.iter().all(|f| self.valid_type0(f.ty, nest, path)),
            Type::Union(terms) => terms.iter().all(|m| self.valid_type0(m.ty, nest, path)),
            Type::Interface(i) => i.embeds.iter().all(|&e| self.valid_type0(e, nest, path)),
            Type::Named(n) => {
                let info = self.types.named(n);
                let done = info.targs.is_empty() && self.types.is_valid_named(n);
                if done {
                    return true;
                }
                if let Some(&(again, _)) = nest.types.iter().find(|e| self.types.identical(e.0, t))
                {
                    self.set_named_rhs(info.origin, Types::INVALID);
                    if info.origin != n {
                        self.set_named_rhs(n, Types::INVALID);
                    }
                    let start =
                        path.iter().position(|&p| self.types.identical(p, again)).unwrap_or(0);
                    let steps = path[start..].to_vec();
                    let steps = steps.into_iter().filter_map(|t| self.type_step(t)).collect();
                    self.cycle_error(steps, 0);
                    return false;
                }
                let Some(rhs) = self.types.named(info.origin).rhs else { return true };
                nest.types.push((t, BTreeSet::new()));
                path.push(t);
                let ok = self.valid_type0(rhs, nest, path);
                nest.types.pop();
                path.pop();
                if ok && info.targs.is_empty() && info.tparams.is_empty() {
                    self.types.mark_valid_named(n);
                }
                ok
            }
            Type::TypeParam(_) => {
                let Some((inst, seen)) = nest.types.pop() else { return true };
                let mut ok = true;
                if let Some(n) = self.types.as_named(inst) {
                    let info = self.types.named(n);
                    let i = info.tparams.iter().position(|&p| p == t);
                    if let Some(&targ) = i.and_then(|i| info.targs.get(i)) {
                        ok = self.valid_type0(targ, nest, path);
                    }
                }
                nest.types.push((inst, seen));
                ok
            }
            _ => true,
        }
    }

    fn type_step(&mut self, t: TypeId) -> Option<Step> {
        let n = self.types.as_named(t)?;
        let info = self.types.named(n);
        let mut step = self.step(info.obj);
        if info.origin != n {
            step.name = self.ts(t);
            if info.pos.is_known() {
                step.pos = info.pos;
            }
        }
        Some(step)
    }

    /// Names joined for debugging and for `Rc` users.
    pub(super) fn name_of(&self, obj: ObjId) -> Rc<str> {
        self.objs[obj].name.clone()
    }
}
