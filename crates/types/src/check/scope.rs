//! Scopes: names to objects.

use super::Checker;
use crate::{ObjId, ObjectKind};
use std::collections::BTreeMap;
use std::rc::Rc;
use syntax::{ExprId, Pos};

/// Index into [`Checker::scopes`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct ScopeId(pub u32);

#[derive(Default)]
pub(super) struct Scope {
    pub parent: Option<ScopeId>,
    pub names: BTreeMap<Rc<str>, ObjId>,
    pub children: Vec<ScopeId>,
    pub is_func: bool,
}

impl Checker<'_> {
    pub(super) fn new_scope(&mut self, parent: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        self.scopes.push(Scope { parent, ..Scope::default() });
        if let Some(p) = parent
            && p != self.universe
        {
            self.scopes[p.0 as usize].children.push(id);
        }
        id
    }

    pub(super) fn open_scope(&mut self) {
        self.env.scope = self.new_scope(Some(self.env.scope));
    }

    pub(super) fn close_scope(&mut self) {
        if let Some(p) = self.scopes[self.env.scope.0 as usize].parent {
            self.env.scope = p;
        }
    }

    pub(super) fn lookup_in(&self, scope: ScopeId, name: &str) -> Option<ObjId> {
        self.scopes[scope.0 as usize].names.get(name).copied()
    }

    /// The object that a name denotes here, and the scope that has it.
    pub(super) fn lookup_scope(&self, name: &str) -> Option<(ScopeId, ObjId)> {
        let mut scope = Some(self.env.scope);
        while let Some(s) = scope {
            if let Some(o) = self.lookup_in(s, name) {
                return Some((s, o));
            }
            scope = self.scopes[s.0 as usize].parent;
        }
        None
    }

    pub(super) fn lookup(&self, name: &str) -> Option<ObjId> {
        self.lookup_scope(name).map(|(_, o)| o)
    }

    /// Puts an object into a scope; complains when its name is taken. Records the definition
    /// at `id`.
    pub(super) fn declare(&mut self, scope: ScopeId, id: Option<ExprId>, obj: ObjId) {
        let name = self.objs[obj].name.clone();
        if name.as_ref() != "_" {
            if let Some(alt) = self.lookup_in(scope, &name) {
                let mut err = self.new_error();
                err.add(self.objs[obj].pos, format!("{name} redeclared in this block"));
                self.add_alt_decl(&mut err, alt);
                self.report(err);
                return;
            }
            self.scopes[scope.0 as usize].names.insert(name, obj);
        }
        if let Some(id) = id {
            self.record_object(id, obj);
        }
    }

    /// Reports variables of a function's scopes that are not used, each scope in source order.
    pub(super) fn usage(&mut self, scope: ScopeId) {
        let mut unused: Vec<(Pos, Rc<str>)> = Vec::new();
        for &o in self.scopes[scope.0 as usize].names.values() {
            let obj = &self.objs[o];
            if let ObjectKind::Var(crate::VarKind::Local) = obj.kind
                && !obj.used
            {
                unused.push((obj.pos, obj.name.clone()));
            }
        }
        unused.sort();
        for (pos, name) in unused {
            self.error(pos, format!("declared and not used: {name}"));
        }
        for child in self.scopes[scope.0 as usize].children.clone() {
            if !self.scopes[child.0 as usize].is_func {
                self.usage(child);
            }
        }
    }
}
