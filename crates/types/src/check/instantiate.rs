//! Verification of type arguments, after types2's `instantiate.go`.

use super::Checker;
use crate::{Object, ObjectKind, TypeId, Types};

impl<'a> Checker<'a> {
    /// Whether type arguments satisfy their constraints; otherwise which does not, and why.
    pub(super) fn verify(
        &mut self,
        tparams: &[TypeId],
        targs: &[TypeId],
    ) -> Result<(), (usize, String)> {
        for (i, (&p, &t)) in tparams.iter().zip(targs).enumerate() {
            let Some(id) = self.types.as_tparam(p) else { continue };
            let bound = self.types.tparam(id).bound;
            let bound = self.types.subst(bound, tparams, targs);
            let bound = self.constraint(bound);
            let mut cause = String::new();
            if !self.implements(t, bound, true, Some(&mut cause)) {
                return Err((i, cause));
            }
        }
        Ok(())
    }

    /// A constraint as an interface: any other type stands for the set of itself.
    pub(super) fn constraint(&self, bound: TypeId) -> TypeId {
        if self.is_interface(bound) || !self.is_valid(bound) {
            return bound;
        }
        self.types.interface(crate::InterfaceType {
            embeds: vec![bound],
            implicit: true,
            ..crate::InterfaceType::default()
        })
    }

    /// Fresh copies of type parameters, and types in terms of them: a call of a generic function
    /// within itself must tell the callee's parameters from its own.
    pub(super) fn rename_tparams(
        &mut self,
        tparams: &[TypeId],
        list: &[TypeId],
    ) -> (Vec<TypeId>, Vec<TypeId>) {
        let mut fresh = Vec::new();
        for (i, &p) in tparams.iter().enumerate() {
            let Some(id) = self.types.as_tparam(p) else { continue };
            let info = self.types.tparam(id);
            let old = &self.objs[info.obj];
            let (pos, pkg) = (old.pos, old.pkg);
            let kind = ObjectKind::TypeName;
            let obj = self.new_obj(Object::new(info.name.clone(), kind, Types::INVALID, pos, pkg));
            let t = self.types.new_tparam(obj, info.name, i, Types::INVALID);
            self.objs[obj].ty = t;
            fresh.push(t);
        }
        for (&p, &f) in tparams.iter().zip(&fresh) {
            if let (Some(old), Some(new)) = (self.types.as_tparam(p), self.types.as_tparam(f)) {
                let bound = self.types.tparam(old).bound;
                self.types.set_bound(new, self.types.subst(bound, tparams, &fresh));
            }
        }
        let list = list.iter().map(|&t| self.types.subst(t, tparams, &fresh)).collect();
        (fresh, list)
    }
}
