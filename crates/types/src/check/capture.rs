//! What happens to variables: captured by function literals, addressed, assigned.

use super::{Checker, FuncId, FuncNode};
use crate::{ObjId, ObjectKind, Type, VarKind};
use syntax::{Expr, ExprId, ExprKind};

impl<'a> Checker<'a> {
    pub(super) fn new_func(&mut self, parent: Option<FuncId>, lit: Option<ExprId>) -> FuncId {
        self.funcs.push(FuncNode { parent, lit });
        FuncId(self.funcs.len() as u32 - 1)
    }

    /// Notes the use of a variable: function literals between it and its function capture it.
    pub(super) fn note_use(&mut self, obj: ObjId) {
        if let ObjectKind::Var(VarKind::Package) = self.objs[obj].kind {
            return;
        }
        let owner = self.owners[obj.0 as usize];
        let mut func = self.env.func;
        while func != owner {
            let Some(f) = func else { return };
            self.objs[obj].captured = true;
            let node = &self.funcs[f.0 as usize];
            func = node.parent;
            if let Some(lit) = node.lit {
                let list = self.info.captures.entry(lit).or_default();
                if !list.contains(&obj) {
                    list.push(obj);
                }
            }
        }
    }

    /// The variable that an addressable expression is (a part of), if it is no pointer's target.
    fn root(&self, e: &Expr) -> Option<ObjId> {
        let mut e = e;
        loop {
            match &e.kind {
                ExprKind::Paren(x) => e = x,
                ExprKind::Name(_) => {
                    let obj = self.info.object(e.id)?;
                    return matches!(self.objs[obj].kind, ObjectKind::Var(_)).then_some(obj);
                }
                ExprKind::Selector(x, _) => {
                    // A path through a pointer leads out of the variable.
                    if self.info.selections.get(&e.id).is_none_or(|s| s.indirect) {
                        return None;
                    }
                    e = x;
                }
                ExprKind::Index { x, .. } => {
                    let t = self.info.ty(x.id);
                    if !matches!(self.types.under(t), Type::Array(..)) {
                        return None;
                    }
                    e = x;
                }
                _ => return None,
            }
        }
    }

    /// Notes that the address of an expression is taken.
    pub(super) fn note_address(&mut self, e: &Expr) {
        if let Some(obj) = self.root(e) {
            self.objs[obj].addr_taken = true;
        }
    }

    /// Notes that a part of a variable is assigned.
    pub(super) fn note_assignment(&mut self, e: &Expr) {
        if let Some(obj) = self.root(e) {
            self.objs[obj].assignments = self.objs[obj].assignments.saturating_add(1);
        }
    }

    /// Notes that an expression is used with a second value `ok`.
    pub(super) fn record_comma_ok(&mut self, e: &Expr) {
        let mut e = e;
        loop {
            self.info.comma_ok.insert(e.id);
            match &e.kind {
                ExprKind::Paren(x) => e = x,
                _ => return,
            }
        }
    }
}
