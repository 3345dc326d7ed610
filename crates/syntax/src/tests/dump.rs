//! Trees as compact s-expressions.

use crate::ast::*;
use std::fmt::Write;

/// All declarations, one a line.
pub(super) fn file(f: &File) -> String {
    let mut out = format!("package {}\n", f.package.name);
    for d in &f.decls {
        let _ = writeln!(out, "{}", decl(d));
    }
    out
}

fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" ")
}

fn names(l: &[Ident]) -> String {
    join(l.iter().map(|n| n.name.to_string()))
}

fn values(keyword: &str, d: (&Group, &[Ident], &Option<Expr>, &[Expr])) -> String {
    let (group, n, typ, values) = d;
    let mut out = format!("({keyword}#{} ({})", group.index, names(n));
    if let Some(t) = typ {
        let _ = write!(out, " : {}", expr(t));
    }
    for v in values {
        let _ = write!(out, " {}", expr(v));
    }
    out + ")"
}

fn decl(d: &Decl) -> String {
    match d {
        Decl::Import(d) => {
            let local = d.local.as_ref().map_or(String::new(), |l| format!("{} ", l.name));
            format!("(import {local}{:?})", d.path)
        }
        Decl::Const(d) => values("const", (&d.group, &d.names, &d.typ, &d.values)),
        Decl::Var(d) => values("var", (&d.group, &d.names, &d.typ, &d.values)),
        Decl::Type(d) => format!(
            "(type {}{} {}{})",
            d.name.name,
            tparams(&d.tparams),
            if d.alias { "= " } else { "" },
            expr(&d.typ)
        ),
        Decl::Func(d) => {
            let recv = d.recv.as_ref().map_or(String::new(), |r| format!("({}) ", field(r)));
            let body = d.body.as_ref().map_or(String::new(), |b| format!(" {}", block(b)));
            format!(
                "(func {recv}{}{} {}{body})",
                d.name.name,
                tparams(&d.tparams),
                signature(&d.typ)
            )
        }
    }
}

fn tparams(l: &[Field]) -> String {
    if l.is_empty() { String::new() } else { format!("[{}]", join(l.iter().map(field))) }
}

fn field(f: &Field) -> String {
    match &f.name {
        Some(n) => format!("{}:{}", n.name, expr(&f.typ)),
        None => expr(&f.typ),
    }
}

fn signature(t: &FuncType) -> String {
    let params = join(t.params.iter().map(field));
    format!("({params} -> {})", join(t.results.iter().map(field))).replace(" -> )", ")")
}

fn block(b: &Block) -> String {
    format!("{{{}}}", stmts(&b.stmts))
}

fn stmts(l: &[Stmt]) -> String {
    join(l.iter().map(stmt))
}

fn exprs(l: &[Expr]) -> String {
    join(l.iter().map(expr))
}

fn opt(s: &Option<Stmt>) -> String {
    s.as_ref().map_or("_".into(), stmt)
}

fn stmt(s: &Stmt) -> String {
    match &s.kind {
        StmtKind::Empty => ";".into(),
        StmtKind::Expr(x) => expr(x),
        StmtKind::Send(c, v) => format!("(send {} {})", expr(c), expr(v)),
        StmtKind::Assign { lhs, rhs } => format!("(= ({}) {})", exprs(lhs), exprs(rhs)),
        StmtKind::Define { lhs, rhs } => format!("(:= ({}) {})", exprs(lhs), exprs(rhs)),
        StmtKind::AssignOp(op, x, y) => format!("({}= {} {})", op.text(), expr(x), expr(y)),
        StmtKind::IncDec(x, inc) => format!("({} {})", if *inc { "++" } else { "--" }, expr(x)),
        StmtKind::Call(tok, x) => format!("({tok:?} {})", expr(x)),
        StmtKind::Return(l) => format!("(return {})", exprs(l)).replace(" )", ")"),
        StmtKind::Branch(tok, l) => {
            format!("({tok:?} {})", l.as_ref().map_or("", |l| &l.name)).replace(" )", ")")
        }
        StmtKind::Block(b) => block(b),
        StmtKind::If(i) => {
            let els = i.els.as_ref().map_or(String::new(), |e| format!(" {}", stmt(e)));
            format!("(if {} {} {}{els})", opt(&i.init), expr(&i.cond), block(&i.then))
        }
        StmtKind::Switch(s) => {
            let tag = s.tag.as_ref().map_or("_".into(), expr);
            let clauses = join(s.clauses.iter().map(|c| match &c.cases {
                Some(l) => format!("[{}: {}]", exprs(l), stmts(&c.body)),
                None => format!("[default: {}]", stmts(&c.body)),
            }));
            format!("(switch {} {tag} {clauses})", opt(&s.init))
        }
        StmtKind::Select(l, _) => {
            let clauses = join(l.iter().map(|c| match &c.comm {
                Some(s) => format!("[{}: {}]", stmt(s), stmts(&c.body)),
                None => format!("[default: {}]", stmts(&c.body)),
            }));
            format!("(select {clauses})")
        }
        StmtKind::For(f) => {
            let cond = f.cond.as_ref().map_or("_".into(), expr);
            format!("(for {} {cond} {} {})", opt(&f.init), opt(&f.post), block(&f.body))
        }
        StmtKind::Range(r) => {
            let op = if r.def { ":=" } else { "=" };
            format!("(range {op} ({}) {} {})", exprs(&r.lhs), expr(&r.x), block(&r.body))
        }
        StmtKind::Labeled(l, s) => format!("({}: {})", l.name, stmt(s)),
        StmtKind::Decl(l) => join(l.iter().map(decl)),
    }
}

/// An expression.
pub(super) fn expr(x: &Expr) -> String {
    let bound = |x: &Option<Box<Expr>>| x.as_ref().map_or("_".into(), |x| expr(x));
    match &x.kind {
        ExprKind::Bad => "BAD".into(),
        ExprKind::Name(n) => n.to_string(),
        ExprKind::BasicLit { text, .. } => text.to_string(),
        ExprKind::CompositeLit { typ, elems, .. } => {
            format!("(lit {} {})", bound(typ), exprs(elems)).replace(" )", ")")
        }
        ExprKind::KeyValue(k, v) => format!("{}:{}", expr(k), expr(v)),
        ExprKind::FuncLit { typ, body } => format!("(func {} {})", signature(typ), block(body)),
        ExprKind::Paren(x) => format!("(paren {})", expr(x)),
        ExprKind::Selector(x, s) => format!("(. {} {})", expr(x), s.name),
        ExprKind::Index { x, indices } => format!("(index {} {})", expr(x), exprs(indices)),
        ExprKind::Slice { x, index: [a, b, c], full } => {
            let max = if *full { format!(" {}", bound(c)) } else { String::new() };
            format!("(slice {} {} {}{max})", expr(x), bound(a), bound(b))
        }
        ExprKind::Assert(x, t) => format!("(assert {} {})", expr(x), expr(t)),
        ExprKind::TypeSwitchGuard { lhs, x } => {
            let lhs = lhs.as_ref().map_or("_", |l| &l.name);
            format!("(guard {lhs} {})", expr(x))
        }
        ExprKind::Unary(op, x) => format!("({} {})", op.text(), expr(x)),
        ExprKind::Star(x) => format!("(* {})", expr(x)),
        ExprKind::Binary(op, x, y) => format!("({} {} {})", op.text(), expr(x), expr(y)),
        ExprKind::Call { fun, args, dots, .. } => {
            let dots = if *dots { "..." } else { "" };
            format!("(call {} {}{dots})", expr(fun), exprs(args)).replace(" )", ")")
        }
        ExprKind::ArrayType { len, elem } => format!("(array {} {})", bound(len), expr(elem)),
        ExprKind::SliceType(t) => format!("(slice {})", expr(t)),
        ExprKind::DotsType(t) => format!("(... {})", expr(t)),
        ExprKind::StructType { fields, tags, .. } => {
            let fields = fields.iter().zip(tags).map(|(f, t)| {
                format!("{}{}", field(f), t.as_ref().map_or(String::new(), |t| format!("@{t}")))
            });
            format!("(struct {})", join(fields)).replace(" )", ")")
        }
        ExprKind::InterfaceType { methods, .. } => {
            format!("(interface {})", join(methods.iter().map(field))).replace(" )", ")")
        }
        ExprKind::FuncType(t) => format!("(func {})", signature(t)),
        ExprKind::MapType(k, v) => format!("(map {} {})", expr(k), expr(v)),
        ExprKind::ChanType(dir, t) => format!(
            "({} {})",
            match dir {
                ChanDir::Both => "chan",
                ChanDir::SendOnly => "chan<-",
                ChanDir::RecvOnly => "<-chan",
            },
            expr(t)
        ),
    }
}
