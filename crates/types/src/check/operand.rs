//! Operands: what is known of an expression while it is being checked.

use super::Checker;
use crate::info::Mode;
use crate::{BuiltinId, ConstValue, Type, TypeId, Types};
use std::rc::Rc;
use syntax::{Expr, Pos};

/// Where an operand stands in the source.
#[derive(Clone)]
pub(super) enum Place<'a> {
    Nowhere,
    Expr(&'a Expr),
    /// Stands for something that has no expression of its own.
    Dummy(Pos, Rc<str>),
}

/// An operand. A constant without value is unknown: its error has been reported.
#[derive(Clone)]
pub(super) struct Operand<'a> {
    pub mode: Mode,
    pub place: Place<'a>,
    pub ty: TypeId,
    pub val: Option<ConstValue>,
}

impl<'a> Operand<'a> {
    pub fn invalid() -> Self {
        Operand { mode: Mode::Invalid, place: Place::Nowhere, ty: Types::INVALID, val: None }
    }

    pub fn value(place: Place<'a>, ty: TypeId) -> Self {
        Operand { mode: Mode::Value, place, ty, val: None }
    }

    pub fn is_valid(&self) -> bool {
        self.mode != Mode::Invalid
    }

    pub fn invalidate(&mut self) {
        self.mode = Mode::Invalid;
    }

    pub fn is_nil(&self) -> bool {
        self.mode == Mode::Nil
    }

    pub fn is_const(&self) -> bool {
        self.mode == Mode::Const
    }

    pub fn expr(&self) -> Option<&'a Expr> {
        match self.place {
            Place::Expr(e) => Some(e),
            _ => None,
        }
    }

    /// Start of the expression.
    pub fn pos(&self) -> Pos {
        match &self.place {
            Place::Expr(e) => e.start(),
            Place::Dummy(pos, _) => *pos,
            Place::Nowhere => Pos::NONE,
        }
    }

    pub fn text(&self) -> String {
        match &self.place {
            Place::Expr(e) => syntax::show::expr(e),
            Place::Dummy(_, s) => s.to_string(),
            Place::Nowhere => String::new(),
        }
    }
}

/// Name of a predeclared function.
pub(super) fn builtin_name(id: BuiltinId) -> &'static str {
    match id {
        BuiltinId::Append => "append",
        BuiltinId::Cap => "cap",
        BuiltinId::Clear => "clear",
        BuiltinId::Close => "close",
        BuiltinId::Complex => "complex",
        BuiltinId::Copy => "copy",
        BuiltinId::Delete => "delete",
        BuiltinId::Imag => "imag",
        BuiltinId::Len => "len",
        BuiltinId::Make => "make",
        BuiltinId::Max => "max",
        BuiltinId::Min => "min",
        BuiltinId::New => "new",
        BuiltinId::Panic => "panic",
        BuiltinId::Print => "print",
        BuiltinId::Println => "println",
        BuiltinId::Real => "real",
        BuiltinId::Recover => "recover",
        BuiltinId::Sizeof => "Sizeof",
    }
}

impl<'a> Checker<'a> {
    /// The operand as messages describe it, after types2's `operandString`.
    pub(super) fn os(&mut self, x: &Operand<'a>) -> String {
        if x.is_nil() {
            return match x.ty {
                Types::INVALID => "nil (with invalid type)".into(),
                Types::UNTYPED_NIL => "nil".into(),
                t => format!("nil (of type {})", self.ts(t)),
            };
        }
        let mut expr = x.text();
        if expr.is_empty() {
            expr = match (x.mode, &x.val) {
                (Mode::Builtin(id), _) => builtin_name(id).into(),
                (Mode::TypeExpr, _) => self.ts(x.ty),
                (Mode::Const, Some(v)) => v.to_string(),
                _ => expr,
            };
        }
        let mut out = String::new();
        if !expr.is_empty() {
            out.push_str(&expr);
            out.push_str(" (");
        }
        let mut has_type = false;
        if !matches!(x.mode, Mode::Invalid | Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr) {
            match self.types.get(x.ty) {
                Type::Basic(b) if b.is_untyped() => {
                    out.push_str(b.name());
                    out.push(' ');
                }
                _ => has_type = true,
            }
        }
        out.push_str(match x.mode {
            Mode::Invalid => "invalid operand",
            Mode::NoValue => "no value",
            Mode::Builtin(_) => "built-in",
            Mode::TypeExpr => "type",
            Mode::Const => "constant",
            Mode::Variable => "variable",
            Mode::MapIndex => "map index expression",
            Mode::Value => "value",
            Mode::Nil => "nil",
            Mode::CommaOk => "comma, ok expression",
        });
        if x.is_const() {
            let s = x.val.as_ref().map_or_else(|| "unknown".into(), |v| v.to_string());
            if s != expr {
                out.push(' ');
                out.push_str(&s);
            }
        }
        if has_type {
            out.push_str(&self.type_part(x.ty));
        }
        if !expr.is_empty() {
            out.push(')');
        }
        out
    }

    fn type_part(&mut self, t: TypeId) -> String {
        if !self.is_valid(t) {
            return " with invalid type".into();
        }
        let mut desc = String::new();
        if self.is_generic(t) {
            desc.push_str("generic ");
        }
        let tparam = self.types.as_tparam(t);
        if tparam.is_none() && matches!(self.types.get(t), Type::Alias(_) | Type::Named(_)) {
            let mut what = self.composite_kind(t);
            if what.is_empty()
                && let Type::Basic(b) = self.types.under(t)
            {
                what = b.name();
            }
            desc.push_str(what);
            desc.push(' ');
        }
        let mut out = format!(" of {desc}type {}", self.ts(t));
        if let Some(p) = tparam {
            let bound = self.types.tparam(p).bound;
            out.push_str(&format!(" constrained by {}", self.ts(bound)));
            if self.types.type_set(t).is_empty() {
                out.push_str(" with empty type set");
            }
        }
        out
    }

    /// `slice`, `map` … for composite types, nothing for basic ones.
    pub(super) fn composite_kind(&self, t: TypeId) -> &'static str {
        match self.types.under(t) {
            Type::Array(..) => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Func(_) => "func",
            Type::Interface(_) => "interface",
            Type::Map(..) => "map",
            Type::Chan(..) => "chan",
            Type::Tuple(_) => "tuple",
            Type::Union(_) => "union",
            _ => "",
        }
    }
}
