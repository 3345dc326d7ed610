//! Order of evaluation. The spec orders calls and receives among themselves and leaves open when a variable
//! is read in between. gc first makes the calls of an expression, from left to right, and then reads
//! variables; programs' results can depend on it. So where an operand with a call follows one that reads
//! memory, the calls are made ahead ("hoisted").

use crate::lower::Lower;
use crate::walk::{Node, walk};
use syntax::{BinOp, Expr, ExprKind, UnOp};
use types::{BuiltinId, Mode, Type};

impl Lower<'_> {
    /// Makes the calls in `list` ahead, if the order in which the operands are evaluated could matter.
    pub fn hoist(&mut self, list: &[&Expr]) {
        if list.len() < 2 {
            return;
        }
        let Some(last) = list.iter().rposition(|e| self.has_call(e)) else { return };
        if last == 0 || list[..last].iter().all(|e| self.is_stable(e)) {
            return;
        }
        for e in &list[..=last] {
            self.hoist_calls(e);
        }
    }

    /// Makes the calls in `e` ahead.
    pub fn hoist_calls(&mut self, e: &Expr) {
        let mut found: Vec<&Expr> = Vec::new();
        walk(Node::Expr(e), &mut |n| {
            let Node::Expr(x) = n else { return false };
            if self.c.info.tv(x.id).value.is_some() || self.mode(x) == Mode::TypeExpr {
                return false;
            }
            let whole = self.is_call(x)
                || matches!(x.kind, ExprKind::Binary(BinOp::AndAnd | BinOp::OrOr, ..))
                    && self.has_call(x);
            if whole {
                found.push(x);
            }
            !whole && !matches!(x.kind, ExprKind::FuncLit { .. })
        });
        for x in found {
            if self.f.hoisted.contains_key(&x.id)
                || matches!(self.c.types.get(self.ty(x)), Type::Tuple(_))
            {
                continue;
            }
            let r = self.push(x);
            self.f.hoisted.insert(x.id, r);
        }
    }

    /// Whether evaluating it calls a function, receives or asserts a type, other than inside a function literal.
    pub fn has_call(&self, e: &Expr) -> bool {
        let mut found = false;
        walk(Node::Expr(e), &mut |n| {
            let Node::Expr(x) = n else { return false };
            if found || self.c.info.tv(x.id).value.is_some() || self.f.hoisted.contains_key(&x.id) {
                return false;
            }
            found |= self.is_call(x);
            !found && !matches!(x.kind, ExprKind::FuncLit { .. })
        });
        found
    }

    fn is_call(&self, e: &Expr) -> bool {
        match &e.kind {
            // A type assertion may panic, and gc makes it along with the calls.
            ExprKind::Unary(UnOp::Recv, _) | ExprKind::Assert(..) => true,
            ExprKind::Call { fun, .. } => match self.mode(fun) {
                Mode::TypeExpr => false,
                Mode::Builtin(b) => {
                    matches!(
                        b,
                        BuiltinId::Append
                            | BuiltinId::Copy
                            | BuiltinId::Make
                            | BuiltinId::Max
                            | BuiltinId::Min
                            | BuiltinId::Recover
                    )
                }
                _ => true,
            },
            _ => false,
        }
    }

    /// Whether its value is the same whenever it is evaluated, or is that of a call.
    fn is_stable(&mut self, e: &Expr) -> bool {
        let e = e.unparen();
        if self.c.info.tv(e.id).value.is_some() || self.reg_of(e).is_some() || self.is_call(e) {
            return true;
        }
        match &e.kind {
            ExprKind::FuncLit { .. } => true,
            ExprKind::Call { fun, args, .. } => {
                matches!(
                    self.mode(fun),
                    Mode::TypeExpr | Mode::Builtin(BuiltinId::New | BuiltinId::Make)
                ) && args.iter().all(|a| self.mode(a) == Mode::TypeExpr || self.is_stable(a))
            }
            ExprKind::Unary(UnOp::Addr, _) => true,
            ExprKind::Name(_) => matches!(self.mode(e), Mode::Value | Mode::Nil | Mode::Builtin(_)),
            ExprKind::Selector(..) => {
                matches!(self.mode(e), Mode::Value) && !self.c.info.selections.contains_key(&e.id)
            }
            _ => false,
        }
    }
}
