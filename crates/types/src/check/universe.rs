//! The predeclared names (Go spec, "Predeclared identifiers").

use super::{Checker, ScopeId};
use crate::{
    Basic, BuiltinId, ConstValue, IfaceMethod, InterfaceType, NamedId, ObjId, Object, ObjectKind,
    PkgId, Type, TypeId, Types,
};
use std::rc::Rc;
use syntax::Pos;

impl Object {
    /// A plain object.
    pub(super) fn new(
        name: Rc<str>,
        kind: ObjectKind,
        ty: TypeId,
        pos: Pos,
        pkg: Option<PkgId>,
    ) -> Self {
        Object {
            name,
            kind,
            ty,
            pos,
            pkg,
            top_level: false,
            decl: None,
            recv: None,
            recv_tparams: Rc::from([]),
            captured: false,
            addr_taken: false,
            assignments: 0,
            used: false,
        }
    }
}

impl Checker<'_> {
    fn predeclare(&mut self, scope: ScopeId, name: &str, kind: ObjectKind, ty: TypeId) -> ObjId {
        let obj = self.new_obj(Object::new(name.into(), kind, ty, Pos::NONE, None));
        self.scopes[scope.0 as usize].names.insert(name.into(), obj);
        obj
    }

    pub(super) fn define_universe(&mut self) {
        let u = self.universe;
        for b in Basic::ALL {
            if b != Basic::Invalid && b != Basic::UnsafePointer && !b.is_untyped() {
                self.predeclare(u, b.name(), ObjectKind::TypeName, b.id());
            }
        }

        let error = self.predeclared_type("error");
        let method = IfaceMethod {
            name: "Error".into(),
            pkg: PkgId(0),
            ty: self.types.func(&[], &[Types::STRING], false),
        };
        let iface = self
            .types
            .interface(InterfaceType { methods: vec![method], ..InterfaceType::default() });
        self.set_rhs(error, iface);

        let comparable = self.predeclared_type("comparable");
        let iface =
            self.types.interface(InterfaceType { comparable: true, ..InterfaceType::default() });
        self.set_rhs(comparable, iface);

        let obj = self.predeclare(u, "any", ObjectKind::TypeName, Types::INVALID);
        let any = self.types.new_alias(obj, "any".into(), None, Some(Types::EMPTY_INTERFACE));
        self.objs[obj].ty = any;
        self.types.set_predeclared(error, comparable, any);

        for (name, v) in [("true", true), ("false", false)] {
            self.predeclare(
                u,
                name,
                ObjectKind::Const(Some(ConstValue::Bool(v))),
                Types::UNTYPED_BOOL,
            );
        }
        let zero = ObjectKind::Const(Some(ConstValue::int(0)));
        let iota = self.predeclare(u, "iota", zero, Types::UNTYPED_INT);
        self.iota = Some(iota);
        self.predeclare(u, "nil", ObjectKind::Nil, Types::UNTYPED_NIL);
        for id in BuiltinId::ALL {
            let name = super::operand::builtin_name(id);
            self.predeclare(u, name, ObjectKind::Builtin(id), Types::INVALID);
        }
    }

    fn predeclared_type(&mut self, name: &str) -> TypeId {
        let obj = self.predeclare(self.universe, name, ObjectKind::TypeName, Types::INVALID);
        let t = self.types.new_named(obj, name.into(), None);
        self.objs[obj].ty = t;
        t
    }

    fn set_rhs(&self, t: TypeId, rhs: TypeId) {
        if let Type::Named(n) = self.types.get(t) {
            self.set_named_rhs(n, rhs);
        }
    }

    pub(super) fn set_named_rhs(&self, n: NamedId, rhs: TypeId) {
        self.types.update_named(n, |info| {
            info.rhs = Some(rhs);
            info.underlying = None;
        });
    }

    /// Package unsafe's names: only `Pointer` and `Sizeof` are supported.
    pub(super) fn define_unsafe(&mut self, scope: ScopeId) {
        self.predeclare(scope, "Pointer", ObjectKind::TypeName, Types::UNSAFE_POINTER);
        self.predeclare(scope, "Sizeof", ObjectKind::Builtin(BuiltinId::Sizeof), Types::INVALID);
    }
}
