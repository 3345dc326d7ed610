//! Walks over syntax trees, without recursion.

use syntax::{Block, Decl, Expr, ExprKind, Stmt, StmtKind};

/// A node of a function's body.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub enum Node<'a> {
    Expr(&'a Expr),
    Stmt(&'a Stmt),
    Block(&'a Block),
}

/// Calls `f` for the node and what is below it, in source order; not below nodes for which `f` gives false.
/// Types and type arguments are left out.
pub fn walk<'a>(start: Node<'a>, f: &mut dyn FnMut(Node<'a>) -> bool) {
    let mut stack = vec![start];
    let mut kids = Vec::new();
    while let Some(n) = stack.pop() {
        if !f(n) {
            continue;
        }
        match n {
            Node::Expr(e) => expr_children(e, &mut kids),
            Node::Stmt(s) => stmt_children(s, &mut kids),
            Node::Block(b) => kids.extend(b.stmts.iter().map(Node::Stmt)),
        }
        stack.extend(kids.drain(..).rev());
    }
}

fn expr_children<'a>(e: &'a Expr, out: &mut Vec<Node<'a>>) {
    match &e.kind {
        ExprKind::CompositeLit { elems, .. } => out.extend(elems.iter().map(Node::Expr)),
        ExprKind::KeyValue(k, v) => out.extend([Node::Expr(k), Node::Expr(v)]),
        ExprKind::FuncLit { body, .. } => out.push(Node::Block(body)),
        ExprKind::Paren(x)
        | ExprKind::Selector(x, _)
        | ExprKind::Assert(x, _)
        | ExprKind::TypeSwitchGuard { x, .. }
        | ExprKind::Unary(_, x)
        | ExprKind::Star(x) => out.push(Node::Expr(x)),
        ExprKind::Index { x, indices } => {
            out.push(Node::Expr(x));
            out.extend(indices.iter().map(Node::Expr));
        }
        ExprKind::Slice { x, index, .. } => {
            out.push(Node::Expr(x));
            out.extend(index.iter().flatten().map(|i| Node::Expr(i)));
        }
        ExprKind::Binary(_, x, y) => out.extend([Node::Expr(x), Node::Expr(y)]),
        ExprKind::Call { fun, args, .. } => {
            out.push(Node::Expr(fun));
            out.extend(args.iter().map(Node::Expr));
        }
        _ => {}
    }
}

fn stmt_children<'a>(s: &'a Stmt, out: &mut Vec<Node<'a>>) {
    match &s.kind {
        StmtKind::Empty | StmtKind::Branch(..) => {}
        StmtKind::Expr(e) | StmtKind::IncDec(e, _) | StmtKind::Call(_, e) => {
            out.push(Node::Expr(e))
        }
        StmtKind::Send(x, y) | StmtKind::AssignOp(_, x, y) => {
            out.extend([Node::Expr(x), Node::Expr(y)])
        }
        StmtKind::Assign { lhs, rhs } | StmtKind::Define { lhs, rhs } => {
            out.extend(lhs.iter().chain(rhs).map(Node::Expr));
        }
        StmtKind::Return(list) => out.extend(list.iter().map(Node::Expr)),
        StmtKind::Block(b) => out.push(Node::Block(b)),
        StmtKind::If(i) => {
            out.extend(i.init.iter().map(Node::Stmt));
            out.push(Node::Expr(&i.cond));
            out.push(Node::Block(&i.then));
            out.extend(i.els.iter().map(Node::Stmt));
        }
        StmtKind::Switch(sw) => {
            out.extend(sw.init.iter().map(Node::Stmt));
            out.extend(sw.tag.iter().map(Node::Expr));
            for c in &sw.clauses {
                out.extend(c.cases.iter().flatten().map(Node::Expr));
                out.extend(c.body.iter().map(Node::Stmt));
            }
        }
        StmtKind::Select(clauses, _) => {
            for c in clauses {
                out.extend(c.comm.iter().map(Node::Stmt));
                out.extend(c.body.iter().map(Node::Stmt));
            }
        }
        StmtKind::For(f) => {
            out.extend(f.init.iter().map(Node::Stmt));
            out.extend(f.cond.iter().map(Node::Expr));
            out.extend(f.post.iter().map(Node::Stmt));
            out.push(Node::Block(&f.body));
        }
        StmtKind::Range(r) => {
            out.extend(r.lhs.iter().map(Node::Expr));
            out.push(Node::Expr(&r.x));
            out.push(Node::Block(&r.body));
        }
        StmtKind::Labeled(_, s) => out.push(Node::Stmt(s)),
        StmtKind::Decl(decls) => {
            for d in decls {
                if let Decl::Var(v) = d {
                    out.extend(v.values.iter().map(Node::Expr));
                }
            }
        }
    }
}
