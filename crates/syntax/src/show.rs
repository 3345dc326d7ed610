//! Prints expressions on one line for messages, as gc's `syntax.String`: bodies of function
//! and composite literals shrink to `…`.

use crate::ast::*;
use std::rc::Rc;

/// The expression as messages show it.
pub fn expr(x: &Expr) -> String {
    let mut out = String::new();
    put(&mut out, x);
    out
}

/// A comma-separated list.
pub fn list(l: &[Expr]) -> String {
    let mut out = String::new();
    put_list(&mut out, l);
    out
}

/// A list in which a single binary operation stands in parentheses.
pub(crate) fn emphasized(l: &[Expr]) -> String {
    match l {
        [x @ Expr { kind: ExprKind::Binary(..), .. }] => format!("({})", expr(x)),
        _ => list(l),
    }
}

/// A simple statement as messages show it.
pub(crate) fn stmt(s: &Stmt) -> String {
    match &s.kind {
        StmtKind::Expr(x) => expr(x),
        StmtKind::Send(c, v) => format!("{} <- {}", expr(c), expr(v)),
        StmtKind::Assign { lhs, rhs } => format!("{} = {}", list(lhs), list(rhs)),
        StmtKind::Define { lhs, rhs } => format!("{} := {}", list(lhs), list(rhs)),
        StmtKind::AssignOp(op, x, y) => format!("{} {}= {}", expr(x), op.text(), expr(y)),
        StmtKind::IncDec(x, inc) => format!("{}{}", expr(x), if *inc { "++" } else { "--" }),
        _ => "statement".into(),
    }
}

/// A signature without `func`: `(x int) string`.
pub fn signature(t: &FuncType) -> String {
    let mut out = String::new();
    put_signature(&mut out, t);
    out
}

fn put_list(out: &mut String, l: &[Expr]) {
    for (i, x) in l.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        put(out, x);
    }
}

fn put(out: &mut String, x: &Expr) {
    match &x.kind {
        ExprKind::Bad => out.push_str("<bad expr>"),
        ExprKind::Name(n) => out.push_str(n),
        ExprKind::BasicLit { text, .. } => out.push_str(text),
        ExprKind::CompositeLit { typ, elems, .. } => {
            if let Some(t) = typ {
                put(out, t);
            }
            out.push_str(if elems.is_empty() { "{}" } else { "{…}" });
        }
        ExprKind::KeyValue(k, v) => pair(out, k, ": ", v),
        ExprKind::FuncLit { typ, body } => {
            out.push_str("func");
            put_signature(out, typ);
            out.push_str(if body.stmts.is_empty() { " {}" } else { " {…}" });
        }
        ExprKind::Paren(x) => wrap(out, "(", x, ")"),
        ExprKind::Selector(x, sel) => {
            put(out, x);
            out.push('.');
            out.push_str(&sel.name);
        }
        ExprKind::Index { x, indices } => {
            put(out, x);
            out.push('[');
            put_list(out, indices);
            out.push(']');
        }
        ExprKind::Slice { x, index: [low, high, max], .. } => {
            put(out, x);
            out.push('[');
            if let Some(i) = low {
                put(out, i);
            }
            out.push(':');
            if let Some(j) = high {
                put(out, j);
            }
            if let Some(k) = max {
                out.push(':');
                put(out, k);
            }
            out.push(']');
        }
        ExprKind::Assert(x, t) => {
            put(out, x);
            wrap(out, ".(", t, ")");
        }
        ExprKind::TypeSwitchGuard { lhs, x } => {
            if let Some(l) = lhs {
                out.push_str(&l.name);
                out.push_str(" := ");
            }
            put(out, x);
            out.push_str(".(type)");
        }
        ExprKind::Unary(op, x) => wrap(out, op.text(), x, ""),
        ExprKind::Star(x) => wrap(out, "*", x, ""),
        ExprKind::Binary(op, x, y) => pair(out, x, &format!(" {} ", op.text()), y),
        ExprKind::Call { fun, args, dots, .. } => {
            put(out, fun);
            out.push('(');
            put_list(out, args);
            out.push_str(if *dots { "...)" } else { ")" });
        }
        ExprKind::ArrayType { len, elem } => {
            match len {
                Some(n) => wrap(out, "[", n, "]"),
                None => out.push_str("[...]"),
            }
            put(out, elem);
        }
        ExprKind::SliceType(t) => wrap(out, "[]", t, ""),
        ExprKind::DotsType(t) => wrap(out, "...", t, ""),
        ExprKind::StructType { fields, tags, .. } => put_fields(out, fields, tags),
        ExprKind::InterfaceType { methods, .. } => {
            out.push_str("interface{");
            for (i, m) in methods.iter().enumerate() {
                if i > 0 {
                    out.push_str("; ");
                }
                match (&m.name, &m.typ.kind) {
                    (Some(n), ExprKind::FuncType(t)) => {
                        out.push_str(&n.name);
                        put_signature(out, t);
                    }
                    _ => put(out, &m.typ),
                }
            }
            out.push('}');
        }
        ExprKind::FuncType(t) => {
            out.push_str("func");
            put_signature(out, t);
        }
        ExprKind::MapType(k, v) => {
            wrap(out, "map[", k, "]");
            put(out, v);
        }
        ExprKind::ChanType(dir, elem) => {
            out.push_str(match dir {
                ChanDir::Both => "chan ",
                ChanDir::SendOnly => "chan<- ",
                ChanDir::RecvOnly => "<-chan ",
            });
            let ambiguous = matches!(elem.kind, ExprKind::ChanType(ChanDir::RecvOnly, _));
            if *dir == ChanDir::Both && ambiguous {
                wrap(out, "(", elem, ")");
            } else {
                put(out, elem);
            }
        }
    }
}

fn wrap(out: &mut String, before: &str, x: &Expr, after: &str) {
    out.push_str(before);
    put(out, x);
    out.push_str(after);
}

fn pair(out: &mut String, x: &Expr, between: &str, y: &Expr) {
    put(out, x);
    out.push_str(between);
    put(out, y);
}

fn put_fields(out: &mut String, fields: &[Field], tags: &[Option<Rc<str>>]) {
    out.push_str("struct{");
    for (i, f) in fields.iter().enumerate() {
        if let Some(n) = &f.name {
            out.push_str(&n.name);
            match fields.get(i + 1) {
                Some(g) if g.name.is_some() && Rc::ptr_eq(&f.typ, &g.typ) => {
                    out.push_str(", ");
                    continue;
                }
                _ => out.push(' '),
            }
        }
        put(out, &f.typ);
        if let Some(Some(tag)) = tags.get(i) {
            out.push(' ');
            out.push_str(tag);
        }
        if i + 1 < fields.len() {
            out.push_str("; ");
        }
    }
    out.push('}');
}

fn put_signature(out: &mut String, t: &FuncType) {
    put_params(out, &t.params);
    match t.results.as_slice() {
        [] => {}
        [Field { name: None, typ, .. }] => {
            out.push(' ');
            put(out, typ);
        }
        many => {
            out.push(' ');
            put_params(out, many);
        }
    }
}

fn put_params(out: &mut String, params: &[Field]) {
    out.push('(');
    for (i, f) in params.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        if let Some(n) = &f.name {
            out.push_str(&n.name);
            if let Some(g) = params.get(i + 1)
                && g.name.is_some()
                && Rc::ptr_eq(&f.typ, &g.typ)
            {
                continue;
            }
            out.push(' ');
        }
        put(out, &f.typ);
    }
    out.push(')');
}
