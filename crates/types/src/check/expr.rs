//! Expressions, after types2's `expr.go`.

use super::{Checker, MAX_DEPTH, Operand, Place};
use crate::constant::{binary_op, unary_op};
use crate::info::Mode;
use crate::{Basic, Type, TypeId, Types};
use syntax::{BinOp, ChanDir, Expr, ExprKind, Pos, UnOp, show};

/// Longest string constant that may be put together (gc: 2,000,000,000).
const MAX_STRING: usize = 1 << 24;

/// Most bytes that all string constants put together may have.
const MAX_STRINGS: usize = 1 << 26;

/// What an expression is good for as a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Conversion,
    Expression,
    Statement,
}

/// A function type that is assigned to: a generic function takes its type arguments from it.
pub(super) struct Target {
    pub sig: TypeId,
    pub desc: String,
}

pub(super) fn is_comparison(op: BinOp) -> bool {
    matches!(op, BinOp::Eql | BinOp::Neq | BinOp::Lss | BinOp::Leq | BinOp::Gtr | BinOp::Geq)
}

pub(super) fn is_shift(op: BinOp) -> bool {
    matches!(op, BinOp::Shl | BinOp::Shr)
}

/// Position for errors about an operation: that of the operator.
pub(super) fn op_pos(e: &Expr) -> Pos {
    match e.kind {
        ExprKind::Unary(..) | ExprKind::Star(_) | ExprKind::Binary(..) => e.pos,
        _ => e.start(),
    }
}

/// Name of an operation whose constant result may overflow.
pub(super) fn op_name(e: &Expr) -> &'static str {
    match e.kind {
        ExprKind::Unary(UnOp::Xor, _) => "bitwise complement ",
        ExprKind::Binary(BinOp::Add, ..) => "addition ",
        ExprKind::Binary(BinOp::Sub, ..) => "subtraction ",
        ExprKind::Binary(BinOp::Xor, ..) => "bitwise XOR ",
        ExprKind::Binary(BinOp::Mul, ..) => "multiplication ",
        ExprKind::Binary(BinOp::Shl, ..) => "shift ",
        _ => "",
    }
}

impl<'a> Checker<'a> {
    pub(super) fn new_target(&mut self, t: TypeId, desc: &str) -> Option<Target> {
        if t == super::UNSET || matches!(self.types.get(t), Type::Basic(_)) {
            return None;
        }
        let u = self.common(t)?;
        matches!(self.types.get(u), Type::Func(_)).then(|| Target { sig: u, desc: desc.into() })
    }

    /// Checks a single-valued expression.
    pub(super) fn expr(&mut self, target: Option<&Target>, x: &mut Operand<'a>, e: &'a Expr) {
        self.raw_expr(target, x, e, None, false);
        self.exclude(x, true);
        self.single_value(x);
    }

    /// [`Self::expr`], also of generic functions; `hint` is the type of an elided literal.
    pub(super) fn generic_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr, hint: Option<TypeId>) {
        self.raw_expr(None, x, e, hint, true);
        self.exclude(x, true);
        self.single_value(x);
    }

    /// Checks an expression that may have several values; with `allow_ok`, one that may have
    /// a second one `ok`. Tells whether it does so.
    pub(super) fn multi_expr(&mut self, e: &'a Expr, allow_ok: bool) -> (Vec<Operand<'a>>, bool) {
        let mut x = Operand::invalid();
        self.raw_expr(None, &mut x, e, None, false);
        self.exclude(&mut x, true);
        if x.is_valid()
            && let Type::Tuple(list) = self.types.get(x.ty)
        {
            let part = |(i, &t): (usize, &TypeId)| {
                let nth = match i {
                    0 => "1st".into(),
                    1 => "2nd".into(),
                    2 => "3rd".into(),
                    i => format!("{}th", i + 1),
                };
                let text = format!("{nth} function result");
                Operand::value(Place::Dummy(e.start(), text.into()), t)
            };
            return (list.iter().enumerate().map(part).collect(), false);
        }
        if allow_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            let text = "ok value of (comma, ok) expression";
            let ok = Operand::value(Place::Dummy(e.start(), text.into()), Types::UNTYPED_BOOL);
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    pub(super) fn expr_or_type(&mut self, x: &mut Operand<'a>, e: &'a Expr, generic: bool) {
        self.raw_expr(None, x, e, None, generic);
        if x.mode == Mode::NoValue {
            let text = format!("{} used as value or type", self.os(x));
            self.error(x.pos(), text);
            x.invalidate();
        }
        self.single_value(x);
    }

    /// Refuses what has no value: calls without result, predeclared functions and, with
    /// `types`, types.
    pub(super) fn exclude(&mut self, x: &mut Operand<'a>, types: bool) {
        let what = match x.mode {
            Mode::NoValue => "used as value",
            Mode::Builtin(_) => "must be called",
            Mode::TypeExpr if types => "is not an expression",
            _ => return,
        };
        let text = format!("{} {what}", self.os(x));
        self.error(x.pos(), text);
        x.invalidate();
    }

    pub(super) fn single_value(&mut self, x: &mut Operand<'a>) {
        if x.mode == Mode::Value && matches!(self.types.get(x.ty), Type::Tuple(_)) {
            let s = self.os(x);
            // The results' names are those of the function called.
            let call = x.expr().map(|e| &e.unparen().kind);
            let named = match call {
                Some(ExprKind::Call { fun, .. }) => match self.types.get(self.info.ty(fun.id)) {
                    Type::Func(sig) => Some(self.results_text(&sig)),
                    _ => None,
                },
                _ => None,
            };
            let plain = self.ts(x.ty);
            let s = match named {
                Some(n) => s.replacen(&format!("of type {plain}"), &format!("of type {n}"), 1),
                None => s,
            };
            let text = format!("multiple-value {s} in single-value context");
            self.error(x.pos(), text);
            x.invalidate();
        }
    }

    /// Checks any expression and records what it is.
    pub(super) fn raw_expr(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> Kind {
        if self.depth >= MAX_DEPTH {
            *x = Operand::invalid();
            self.too_deep(e.start());
            return Kind::Statement;
        }
        self.depth += 1;
        let kind = self.expr_internal(target, x, e, hint);
        if !allow_generic {
            self.non_generic(target, x);
        }
        self.record(x);
        self.depth -= 1;
        kind
    }

    /// Refuses generic functions and types without type arguments, unless the target supplies
    /// them.
    pub(super) fn non_generic(&mut self, target: Option<&Target>, x: &mut Operand<'a>) {
        if !x.is_valid() || x.mode == Mode::NoValue {
            return;
        }
        let what = match self.types.get(x.ty) {
            Type::Alias(_) | Type::Named(_) if self.is_generic(x.ty) => "type",
            Type::Func(s) if !s.tparams.is_empty() => {
                if let Some(t) = target {
                    self.func_inst(Some(t), x.pos(), x, None, true);
                    return;
                }
                "function"
            }
            _ => return,
        };
        let text = format!("cannot use generic {what} {} without instantiation", x.text());
        self.error(x.pos(), text);
        x.invalidate();
        x.ty = Types::INVALID;
    }

    fn expr_internal(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
    ) -> Kind {
        *x = Operand::invalid();
        let kind = self.dispatch(target, x, e, hint);
        x.place = Place::Expr(e);
        kind
    }

    /// Checks by kind of expression. An invalid one counts as a statement, so that nobody
    /// complains that it is not used.
    fn dispatch(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
    ) -> Kind {
        match &e.kind {
            ExprKind::Bad => {}
            ExprKind::Name(name) => {
                self.ident(x, e, name, false);
                return Kind::Expression;
            }
            ExprKind::DotsType(_) => self.error_at(e, "invalid syntax tree: invalid use of ..."),
            ExprKind::BasicLit { kind, text, bad } => {
                if !bad {
                    self.basic_lit(x, e, *kind, text);
                }
            }
            ExprKind::FuncLit { typ, body } => self.func_lit(x, e, typ, body),
            ExprKind::CompositeLit { typ, elems, rbrace, .. } => {
                self.composite_lit(x, e, typ.as_deref(), elems, *rbrace, hint);
            }
            ExprKind::Paren(inner) => return self.raw_expr(None, x, inner, None, false),
            ExprKind::Selector(base, sel) => {
                self.selector(x, e, base, sel, false);
                return Kind::Expression;
            }
            ExprKind::Index { x: base, indices } => {
                if self.index_expr(x, e, base, indices) {
                    self.func_inst(target, e.pos, x, Some((e, indices)), true);
                }
            }
            ExprKind::Slice { x: base, index, full } => self.slice_expr(x, e, base, index, *full),
            ExprKind::Assert(base, typ) => self.assert_expr(x, e, base, typ),
            ExprKind::TypeSwitchGuard { x: inner, .. } => {
                self.error_at(e, "invalid syntax tree: use of .(type) outside type switch");
                self.use_exprs(std::slice::from_ref(inner));
            }
            ExprKind::Call { .. } => return self.call_expr(x, e),
            ExprKind::Star(inner) => self.star(x, inner),
            ExprKind::Unary(op, inner) => {
                self.unary(x, e, *op, inner);
                if x.is_valid() && *op == UnOp::Recv {
                    return Kind::Statement;
                }
            }
            ExprKind::Binary(op, l, r) => self.binary(x, Some(e), l, r, *op),
            ExprKind::KeyValue(..) => {
                self.error_at(e, "invalid syntax tree: no key:value expected")
            }
            ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::StructType { .. }
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType { .. }
            | ExprKind::MapType(..)
            | ExprKind::ChanType(..) => {
                x.mode = Mode::TypeExpr;
                x.ty = self.typ(e);
            }
        }
        if x.is_valid() { Kind::Expression } else { Kind::Statement }
    }

    fn assert_expr(&mut self, x: &mut Operand<'a>, e: &'a Expr, base: &'a Expr, typ: &'a Expr) {
        self.expr(None, x, base);
        if !x.is_valid() {
            return;
        }
        if self.is_tparam(x.ty) {
            let s = self.os(x);
            let text =
                format!("invalid operation: cannot use type assertion on type parameter value {s}");
            self.error(x.pos(), text);
            return x.invalidate();
        }
        if !self.is_interface(x.ty) {
            let text = format!("invalid operation: {} is not an interface", self.os(x));
            self.error(x.pos(), text);
            return x.invalidate();
        }
        let t = self.var_type(typ);
        if !self.is_valid(t) || !self.is_complete(t) {
            return x.invalidate();
        }
        self.type_assertion(e, x, t, false);
        x.mode = Mode::CommaOk;
        x.ty = t;
    }

    pub(super) fn type_assertion(&mut self, e: &'a Expr, x: &Operand<'a>, t: TypeId, switch: bool) {
        let mut cause = String::new();
        if self.assertable_to(x.ty, t, &mut cause) {
            return;
        }
        let text = show::expr(e);
        let ts = self.ts(t);
        let text = if switch {
            let xs = self.os(x);
            format!(
                "impossible type switch case: {text}\n\t{xs} cannot have dynamic type {ts} {cause}"
            )
        } else {
            let xt = self.ts(x.ty);
            format!("impossible type assertion: {text}\n\t{ts} does not implement {xt} {cause}")
        };
        self.error_at(e, text);
    }

    fn star(&mut self, x: &mut Operand<'a>, inner: &'a Expr) {
        self.expr_or_type(x, inner, false);
        match x.mode {
            Mode::Invalid => {}
            Mode::TypeExpr => {
                self.valid_var_type(inner, x.ty);
                x.ty = self.types.pointer(x.ty);
            }
            _ => {
                let mut base: Option<TypeId> = None;
                let list = self.unders(x.ty).unwrap_or_else(|| vec![(x.ty, Types::INVALID)]);
                for (_, u) in list {
                    let Type::Pointer(b) = self.types.get(u) else {
                        let text = format!("invalid operation: cannot indirect {}", self.os(x));
                        self.error(x.pos(), text);
                        return x.invalidate();
                    };
                    if base.is_some_and(|o| !self.types.identical(o, b)) {
                        let s = self.os(x);
                        let text = format!(
                            "invalid operation: pointers of {s} must have identical base types"
                        );
                        self.error(x.pos(), text);
                        return x.invalidate();
                    }
                    base = Some(b);
                }
                let base = base.unwrap_or(Types::INVALID);
                if !self.is_complete(base) {
                    return x.invalidate();
                }
                x.mode = Mode::Variable;
                x.ty = base;
            }
        }
    }

    fn unary(&mut self, x: &mut Operand<'a>, e: &'a Expr, op: UnOp, inner: &'a Expr) {
        self.expr(None, x, inner);
        if !x.is_valid() {
            return;
        }
        let mut op = op;
        match op {
            UnOp::Addr => {
                let lit = matches!(inner.unparen().kind, ExprKind::CompositeLit { .. });
                if !lit && x.mode != Mode::Variable {
                    let text = format!("invalid operation: cannot take address of {}", self.os(x));
                    self.error(x.pos(), text);
                    return x.invalidate();
                }
                self.note_address(inner);
                x.mode = Mode::Value;
                x.ty = self.types.pointer(x.ty);
                return;
            }
            UnOp::Recv => {
                let pos = x.pos();
                match self.chan_elem(pos, x, true) {
                    Some(elem) if self.is_complete(elem) => {
                        x.mode = Mode::CommaOk;
                        x.ty = elem;
                        self.env.has_call_or_recv = true;
                    }
                    _ => x.invalidate(),
                }
                return;
            }
            UnOp::Tilde => {
                if !self.all_integer(x.ty) {
                    self.error_at(e, "cannot use ~ outside of interface or type constraint");
                    return x.invalidate();
                }
                self.error_at(
                    e,
                    "cannot use ~ outside of interface or type constraint \
                     (use ^ for bitwise complement)",
                );
                op = UnOp::Xor;
            }
            _ => {}
        }
        let ok = match op {
            UnOp::Plus | UnOp::Minus => self.all_numeric(x.ty),
            UnOp::Xor => self.all_integer(x.ty),
            _ => self.all_boolean(x.ty),
        };
        if !ok {
            let text =
                format!("invalid operation: operator {} not defined on {}", op.text(), self.os(x));
            self.error(x.pos(), text);
            return x.invalidate();
        }
        if x.is_const() {
            let Some(val) = &x.val else { return };
            let bits = self.basic(x.ty).filter(|b| b.is_unsigned()).and_then(Basic::bits);
            x.val = unary_op(op, val, bits);
            x.place = Place::Expr(e);
            self.overflow(x, op_pos(e));
            return;
        }
        x.mode = Mode::Value;
    }

    /// Element type of a channel operand that is received from or sent to.
    pub(super) fn chan_elem(&mut self, pos: Pos, x: &Operand<'a>, recv: bool) -> Option<TypeId> {
        let found = self.common_under(x.ty, |c, t, u| {
            let Some(u) = u else { return Err("no specific channel type".into()) };
            match c.types.get(u) {
                Type::Chan(ChanDir::SendOnly, _) if recv => {
                    Err(format!("send-only channel {}", c.ts(t)))
                }
                Type::Chan(ChanDir::RecvOnly, _) if !recv => {
                    Err(format!("receive-only channel {}", c.ts(t)))
                }
                Type::Chan(..) => Ok(()),
                _ => Err(format!("non-channel {}", c.ts(t))),
            }
        });
        let cause = match found {
            Ok(u) => match self.types.get(u) {
                Type::Chan(_, elem) => return Some(elem),
                _ => return None,
            },
            Err(cause) => cause,
        };
        let what = if recv { "receive from" } else { "send to" };
        let s = self.os(x);
        let text = if self.is_tparam(x.ty) {
            format!("invalid operation: cannot {what} {s}: {cause}")
        } else {
            format!("invalid operation: cannot {what} {cause} {s}")
        };
        self.error(pos, text);
        None
    }

    /// A binary operation; without `e`, that of an assignment operation.
    pub(super) fn binary(
        &mut self,
        x: &mut Operand<'a>,
        e: Option<&'a Expr>,
        lhs: &'a Expr,
        rhs: &'a Expr,
        op: BinOp,
    ) {
        let mut y = Operand::invalid();
        self.expr(None, x, lhs);
        self.expr(None, &mut y, rhs);
        if !x.is_valid() {
            return;
        }
        if !y.is_valid() {
            x.invalidate();
            x.place = y.place;
            return;
        }
        if is_shift(op) {
            return self.shift(x, &mut y, e, op);
        }
        self.match_types(x, &mut y);
        if !x.is_valid() {
            return;
        }
        if is_comparison(op) {
            return self.comparison(x, &mut y, op, false);
        }
        if !self.types.identical(x.ty, y.ty) {
            if self.is_valid(x.ty) && self.is_valid(y.ty) {
                let (xt, yt) = (self.ts(x.ty), self.ts(y.ty));
                let what = match e {
                    Some(e) => show::expr(e),
                    None => format!("{} {}= {}", show::expr(lhs), op.text(), show::expr(rhs)),
                };
                let text = format!("invalid operation: {what} (mismatched types {xt} and {yt})");
                self.error(x.pos(), text);
            }
            return x.invalidate();
        }
        let ok = match op {
            BinOp::Add => self.all_basic(x.ty, |b| b.is_numeric() || b.is_string()),
            BinOp::Sub | BinOp::Mul | BinOp::Div => self.all_numeric(x.ty),
            BinOp::AndAnd | BinOp::OrOr => self.all_boolean(x.ty),
            _ => self.all_integer(x.ty),
        };
        if !ok {
            let text =
                format!("invalid operation: operator {} not defined on {}", op.text(), self.os(x));
            self.error(x.pos(), text);
            return x.invalidate();
        }
        if matches!(op, BinOp::Div | BinOp::Rem)
            && y.is_const()
            && (x.is_const() || self.all_integer(x.ty))
            && y.val.as_ref().is_some_and(is_zero)
        {
            self.error(y.pos(), "invalid operation: division by zero");
            return x.invalidate();
        }
        if x.is_const() && y.is_const() {
            let (Some(a), Some(b)) = (&x.val, &y.val) else {
                x.val = None;
                return;
            };
            let int_div = op == BinOp::Div && self.is_integer(x.ty);
            if let (Some(s), Some(t)) = (a.as_bytes(), b.as_bytes()) {
                let len = s.len() + t.len();
                self.string_bytes += len;
                if len > MAX_STRING || self.string_bytes > MAX_STRINGS {
                    let pos = e.map_or(x.pos(), op_pos);
                    let text =
                        format!("constant string too long ({len} bytes > {MAX_STRING} bytes)");
                    self.error(pos, text);
                    x.val = None;
                    return;
                }
            }
            x.val = binary_op(a, op, b, int_div);
            if let Some(e) = e {
                x.place = Place::Expr(e);
            }
            let pos = x.expr().map_or(x.pos(), op_pos);
            self.overflow(x, pos);
            return;
        }
        x.mode = Mode::Value;
    }
}

fn is_zero(v: &crate::ConstValue) -> bool {
    v.to_complex().is_some_and(|(re, im)| re.is_zero() && im.is_zero())
}
