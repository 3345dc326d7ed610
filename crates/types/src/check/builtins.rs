//! Calls of predeclared functions, after types2's `builtins.go`.

use super::call::Call;
use super::operand::builtin_name;
use super::{Checker, Operand};
use crate::info::Mode;
use crate::{BuiltinId, ConstValue, Type, TypeId, Types};
use syntax::{BinOp, show};

/// Least number of arguments, and whether more are fine.
fn arity(id: BuiltinId) -> (usize, bool) {
    use BuiltinId::*;
    match id {
        Append | Make | Max | Min => (1, true),
        Print | Println => (0, true),
        Recover => (0, false),
        Complex | Copy | Delete => (2, false),
        Cap | Clear | Close | Imag | Len | New | Panic | Real | Sizeof => (1, false),
    }
}

impl<'a> Checker<'a> {
    /// Checks a call of a predeclared function; false when it is wrong.
    pub(super) fn builtin(&mut self, x: &mut Operand<'a>, call: Call<'a>, id: BuiltinId) -> bool {
        let name = builtin_name(id);
        if call.dots && id != BuiltinId::Append {
            self.error_at(
                call.expr,
                format!("invalid operation: invalid use of ... with built-in {name}"),
            );
            self.use_exprs(call.args);
            return false;
        }
        self.record_builtin(call.fun, Mode::Builtin(id));
        // The length of an array is constant unless its operand must be evaluated.
        let measured = matches!(id, BuiltinId::Len | BuiltinId::Cap);
        let outer = self.env.has_call_or_recv;
        if measured {
            self.env.has_call_or_recv = false;
        }
        let ok = self.builtin_args(x, call, id);
        if measured {
            self.env.has_call_or_recv = outer;
        }
        ok
    }

    fn builtin_args(&mut self, x: &mut Operand<'a>, call: Call<'a>, id: BuiltinId) -> bool {
        let mut args = Vec::new();
        let mut nargs = call.args.len();
        if !matches!(id, BuiltinId::Make | BuiltinId::New) {
            args = self.expr_list(call.args);
            nargs = args.len();
            if args.iter().any(|a| !a.is_valid()) {
                return false;
            }
            if let Some(first) = args.first() {
                *x = first.clone();
            }
        }
        let (least, more) = arity(id);
        if nargs < least || !more && nargs > least {
            let what = if nargs < least { "not enough" } else { "too many" };
            let text = format!(
                "invalid operation: {what} arguments for {} (expected {least}, found {nargs})",
                show::expr(call.expr)
            );
            self.error(self.arg_err_pos(call), text);
            return false;
        }
        match id {
            BuiltinId::Append => self.builtin_append(x, call, args),
            BuiltinId::Cap | BuiltinId::Len => self.builtin_len(x, id),
            BuiltinId::Clear => self.builtin_clear(x),
            BuiltinId::Close => self.builtin_close(x),
            BuiltinId::Complex => self.builtin_complex(x, args, call),
            BuiltinId::Copy => self.builtin_copy(x, args),
            BuiltinId::Delete => self.builtin_delete(x, args),
            BuiltinId::Imag | BuiltinId::Real => self.builtin_part(x, id),
            BuiltinId::Make => self.builtin_make(x, call),
            BuiltinId::Max | BuiltinId::Min => self.builtin_min_max(x, args, id),
            BuiltinId::New => self.builtin_new(x, call),
            BuiltinId::Panic => {
                self.panics.insert(call.expr.id);
                self.assignment(x, Some(Types::EMPTY_INTERFACE), "argument to panic");
                if !x.is_valid() {
                    return false;
                }
                x.mode = Mode::NoValue;
                true
            }
            BuiltinId::Print | BuiltinId::Println => {
                let context = format!("argument to built-in {}", builtin_name(id));
                for mut a in args {
                    self.assignment(&mut a, None, &context);
                    if !a.is_valid() {
                        return false;
                    }
                }
                x.mode = Mode::NoValue;
                true
            }
            BuiltinId::Recover => {
                x.mode = Mode::Value;
                x.ty = Types::EMPTY_INTERFACE;
                true
            }
            BuiltinId::Sizeof => {
                self.assignment(x, None, "argument to unsafe.Sizeof");
                if !x.is_valid() {
                    return false;
                }
                match self.size_of(x.ty) {
                    Some(n) => {
                        x.mode = Mode::Const;
                        x.val = Some(ConstValue::int(n));
                    }
                    None => x.mode = Mode::Value,
                }
                x.ty = Types::UINTPTR;
                true
            }
        }
    }

    /// Element type of a slice (of all slices in a type set), or why it is none.
    fn slice_elem(&mut self, x: &Operand<'a>) -> Result<TypeId, String> {
        let mut elem: Option<TypeId> = None;
        let list = self.unders(x.ty).unwrap_or_else(|| vec![(x.ty, Types::INVALID)]);
        for (_, u) in list {
            let Type::Slice(e) = self.types.get(u) else {
                let have = if x.is_nil() { "untyped nil".into() } else { self.os(x) };
                return Err(format!("argument must be a slice; have {have}"));
            };
            if let Some(old) = elem.filter(|&old| !self.types.identical(old, e)) {
                let (a, b, s) = (self.ts(old), self.ts(e), self.os(x));
                return Err(format!("mismatched slice element types {a} and {b} in {s}"));
            }
            elem = elem.or(Some(e));
        }
        elem.ok_or_else(String::new)
    }

    /// Whether all types of a set are byte slices or strings, and whether there is a string.
    fn bytes_or_strings(&self, t: TypeId) -> Option<bool> {
        let mut has_string = false;
        for (_, u) in self.unders(t)? {
            match self.types.get(u) {
                Type::Slice(e) if self.types.identical(e, Types::BYTE) => {}
                _ if self.is_string(u) => has_string = true,
                _ => return None,
            }
        }
        Some(has_string)
    }

    fn builtin_append(
        &mut self,
        x: &mut Operand<'a>,
        call: Call<'a>,
        mut args: Vec<Operand<'a>>,
    ) -> bool {
        let elem = match self.slice_elem(x) {
            Ok(e) => e,
            Err(cause) => {
                self.error(x.pos(), format!("invalid append: {cause}"));
                return false;
            }
        };
        let bytes = self.types.slice(Types::BYTE);
        let special = args.len() == 2
            && call.dots
            && self.assignable(x, bytes, &mut String::new())
            && self.bytes_or_strings(args[1].ty) == Some(true);
        if special {
            if let Some(e) = args[1].expr() {
                let t = self.default_type(args[1].ty);
                self.update_expr_type(e, t, true);
            }
        } else {
            let rest = self.types.slice(elem);
            let sig = self.types.func(&[x.ty, rest], &[x.ty], true);
            if let Some(sig) = self.signature_of(sig) {
                self.arguments(call, &sig, Vec::new(), &[], &mut args, &[]);
            }
        }
        x.mode = Mode::Value;
        true
    }

    fn builtin_len(&mut self, x: &mut Operand<'a>, id: BuiltinId) -> bool {
        let is_len = id == BuiltinId::Len;
        let fits = |c: &Self, u: TypeId| match c.types.get(c.array_deref(u)) {
            Type::Basic(b) => b.is_string() && is_len,
            Type::Array(..) | Type::Slice(_) | Type::Chan(..) => true,
            Type::Map(..) => is_len,
            _ => false,
        };
        let u = self.types.underlying(x.ty);
        let ok = if self.is_tparam(x.ty) {
            self.unders(x.ty).is_some_and(|l| l.iter().all(|&(_, u)| fits(self, u)))
        } else {
            fits(self, u)
        };
        if !ok {
            if self.is_valid(u) {
                let text =
                    format!("invalid argument: {} for built-in {}", self.os(x), builtin_name(id));
                self.error(x.pos(), text);
            }
            return false;
        }
        let mut val = None;
        if !self.is_tparam(x.ty) {
            match self.types.get(self.array_deref(u)) {
                Type::Basic(_) if x.is_const() => {
                    val = x.val.as_ref().and_then(|v| v.as_bytes()).map(|s| s.len() as u64);
                }
                Type::Array(_, n) if !self.env.has_call_or_recv => val = Some(n),
                _ => {}
            }
        }
        if val.is_none()
            && let Some(e) = x.expr()
        {
            let t = self.default_type(x.ty);
            self.update_expr_type(e, t, true);
        }
        x.mode = if val.is_some() { Mode::Const } else { Mode::Value };
        x.ty = Types::INT;
        x.val = val.map(|n| ConstValue::Int(n.into()));
        true
    }

    /// All underlying types, or invalid when there are none.
    fn under_list(&self, t: TypeId) -> Vec<TypeId> {
        match self.unders(t) {
            Some(l) => l.into_iter().map(|p| p.1).collect(),
            None => vec![Types::INVALID],
        }
    }

    fn builtin_clear(&mut self, x: &mut Operand<'a>) -> bool {
        for u in self.under_list(x.ty) {
            if !matches!(self.types.get(u), Type::Map(..) | Type::Slice(_)) {
                let text = format!(
                    "invalid argument: cannot clear {}: argument must be (or constrained by) map or \
                     slice",
                    self.os(x)
                );
                self.error(x.pos(), text);
                return false;
            }
        }
        x.mode = Mode::NoValue;
        true
    }

    fn builtin_close(&mut self, x: &mut Operand<'a>) -> bool {
        for u in self.under_list(x.ty) {
            let what = match self.types.get(u) {
                Type::Chan(syntax::ChanDir::RecvOnly, _) => "receive-only channel",
                Type::Chan(..) => continue,
                _ => "non-channel",
            };
            let text = format!("invalid operation: cannot close {what} {}", self.os(x));
            self.error(x.pos(), text);
            return false;
        }
        x.mode = Mode::NoValue;
        true
    }

    fn builtin_copy(&mut self, x: &mut Operand<'a>, args: Vec<Operand<'a>>) -> bool {
        let dst = match self.slice_elem(x) {
            Ok(e) => e,
            Err(cause) => {
                self.error(x.pos(), format!("invalid copy: {cause}"));
                return false;
            }
        };
        let y = args[1].clone();
        let bytes = self.types.slice(Types::BYTE);
        let special =
            self.assignable(x, bytes, &mut String::new()) && self.bytes_or_strings(y.ty).is_some();
        if !special {
            let src = match self.slice_elem(&y) {
                Ok(e) => e,
                Err(_) if self.all_string(y.ty) => Types::BYTE,
                Err(cause) => {
                    self.error(y.pos(), format!("invalid copy: {cause}"));
                    return false;
                }
            };
            if !self.types.identical(dst, src) {
                let (xs, ys) = (self.os(x), self.os(&y));
                let (a, b) = (self.ts(dst), self.ts(src));
                let text = format!(
                    "invalid copy: arguments {xs} and {ys} have different element types {a} and {b}"
                );
                self.error(x.pos(), text);
                return false;
            }
        }
        if let Some(e) = y.expr() {
            let t = self.default_type(y.ty);
            self.update_expr_type(e, t, true);
        }
        x.mode = Mode::Value;
        x.ty = Types::INT;
        true
    }

    fn builtin_delete(&mut self, x: &mut Operand<'a>, args: Vec<Operand<'a>>) -> bool {
        let mut key: Option<TypeId> = None;
        for u in self.under_list(x.ty) {
            let Type::Map(k, _) = self.types.get(u) else {
                let text = format!("invalid argument: {} is not a map", self.os(x));
                self.error(x.pos(), text);
                return false;
            };
            if key.is_some_and(|old| !self.types.identical(old, k)) {
                let text = format!(
                    "invalid argument: maps of {} must have identical key types",
                    self.os(x)
                );
                self.error(x.pos(), text);
                return false;
            }
            key = Some(k);
        }
        *x = args[1].clone();
        self.assignment(x, key, "argument to delete");
        if !x.is_valid() {
            return false;
        }
        x.mode = Mode::NoValue;
        true
    }

    fn builtin_make(&mut self, x: &mut Operand<'a>, call: Call<'a>) -> bool {
        let arg0 = &call.args[0];
        let t = self.var_type(arg0);
        if !self.is_valid(t) {
            return false;
        }
        let under = self.common_under(t, |c, _, u| match u.map(|u| c.types.get(u)) {
            Some(Type::Slice(_) | Type::Map(..) | Type::Chan(..)) => Ok(()),
            None => Err("no specific type".into()),
            Some(_) => Err("type must be slice, map, or channel".into()),
        });
        let under = match under {
            Ok(u) => u,
            Err(cause) => {
                let text = format!("invalid argument: cannot make {}: {cause}", show::expr(arg0));
                self.error_at(arg0, text);
                return false;
            }
        };
        let min = if matches!(self.types.get(under), Type::Slice(_)) { 2 } else { 1 };
        let nargs = call.args.len();
        if nargs < min || min + 1 < nargs {
            let text = format!(
                "invalid operation: {} expects {min} or {} arguments; found {nargs}",
                show::expr(call.expr),
                min + 1
            );
            self.error_at(call.expr, text);
            return false;
        }
        let mut sizes = Vec::new();
        for arg in &call.args[1..] {
            sizes.extend(self.index(arg, None).1);
        }
        if let [len, cap] = sizes[..]
            && len > cap
        {
            self.error_at(&call.args[1], "invalid argument: length and capacity swapped");
        }
        x.mode = Mode::Value;
        x.ty = t;
        true
    }

    fn builtin_min_max(
        &mut self,
        x: &mut Operand<'a>,
        mut args: Vec<Operand<'a>>,
        id: BuiltinId,
    ) -> bool {
        let op = if id == BuiltinId::Max { BinOp::Gtr } else { BinOp::Lss };
        for i in 0..args.len() {
            let a = &mut args[i];
            if !self.all_basic(a.ty, crate::Basic::is_ordered) {
                let text = format!("invalid argument: {} cannot be ordered", self.os(a));
                self.error(a.pos(), text);
                return false;
            }
            if i == 0 {
                continue;
            }
            self.match_types(x, a);
            if !x.is_valid() {
                return false;
            }
            if !self.types.identical(x.ty, a.ty) {
                let (xt, at) = (self.ts(x.ty), self.ts(a.ty));
                let text = format!(
                    "invalid argument: mismatched types {xt} (previous argument) and {at} (type of {})",
                    a.text()
                );
                self.error(a.pos(), text);
                return false;
            }
            if x.is_const() && a.is_const() {
                if let (Some(av), Some(xv)) = (&a.val, &x.val)
                    && crate::constant::compare(av, op, xv) == Some(true)
                {
                    *x = a.clone();
                }
            } else {
                x.mode = Mode::Value;
            }
        }
        if !x.is_const() {
            x.mode = Mode::Value;
            let context = format!("argument to built-in {}", builtin_name(id));
            self.assignment(x, Some(Types::EMPTY_INTERFACE), &context);
            if !x.is_valid() {
                return false;
            }
        }
        for a in &args {
            if let Some(e) = a.expr() {
                self.update_expr_type(e, x.ty, true);
            }
        }
        true
    }

    fn builtin_new(&mut self, x: &mut Operand<'a>, call: Call<'a>) -> bool {
        let arg = &call.args[0];
        self.expr_or_type(x, arg, false);
        self.exclude(x, false);
        match x.mode {
            Mode::Invalid => return false,
            Mode::TypeExpr => self.valid_var_type(arg, x.ty),
            _ => {
                if self.is_untyped(x.ty) {
                    self.assignment(x, None, "argument to new");
                    if !x.is_valid() {
                        return false;
                    }
                }
                let what = format!("new({})", show::expr(arg));
                self.verify_version(call.fun.start(), (1, 26), &what);
            }
        }
        x.mode = Mode::Value;
        x.ty = self.types.pointer(x.ty);
        true
    }
}
