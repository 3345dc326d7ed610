//! Which parentheses the header of a statement needs.

use crate::ast::*;

/// Strips parentheses that the header of a statement does not need: they only protect the
/// brace of a composite literal.
pub(super) fn strip_parens(x: &Expr) -> &Expr {
    match &x.kind {
        ExprKind::Paren(inner) if !needs_parens(inner) => strip_parens(inner),
        _ => x,
    }
}

/// Whether `x` contains, outside other parentheses, a composite literal that starts with a
/// type's name.
fn needs_parens(x: &Expr) -> bool {
    let any = |l: &[Expr]| l.iter().any(needs_parens);
    match &x.kind {
        ExprKind::CompositeLit { typ: Some(t), .. } => is_type_name(t),
        ExprKind::KeyValue(x, y) | ExprKind::Assert(x, y) | ExprKind::Binary(_, x, y) => {
            needs_parens(x) || needs_parens(y)
        }
        ExprKind::Selector(x, _)
        | ExprKind::TypeSwitchGuard { x, .. }
        | ExprKind::Unary(_, x)
        | ExprKind::Star(x) => needs_parens(x),
        ExprKind::Index { x, indices } => needs_parens(x) || any(indices),
        ExprKind::Slice { x, index, .. } => {
            needs_parens(x) || index.iter().flatten().any(|i| needs_parens(i))
        }
        ExprKind::Call { fun, args, .. } => needs_parens(fun) || any(args),
        ExprKind::FuncLit { body, .. } => body.stmts.iter().any(stmt_needs_parens),
        _ => false,
    }
}

fn stmt_needs_parens(s: &Stmt) -> bool {
    let any = |l: &[Expr]| l.iter().any(needs_parens);
    match &s.kind {
        StmtKind::Expr(x) | StmtKind::IncDec(x, _) | StmtKind::Call(_, x) => needs_parens(x),
        StmtKind::Send(x, y) | StmtKind::AssignOp(_, x, y) => needs_parens(x) || needs_parens(y),
        StmtKind::Assign { lhs, rhs } | StmtKind::Define { lhs, rhs } => any(lhs) || any(rhs),
        StmtKind::Return(l) => any(l),
        StmtKind::Labeled(_, s) => stmt_needs_parens(s),
        StmtKind::Block(b) => b.stmts.iter().any(stmt_needs_parens),
        StmtKind::If(i) => {
            i.init.as_ref().is_some_and(stmt_needs_parens)
                || needs_parens(&i.cond)
                || i.then.stmts.iter().any(stmt_needs_parens)
                || i.els.as_ref().is_some_and(stmt_needs_parens)
        }
        StmtKind::For(f) => f.body.stmts.iter().any(stmt_needs_parens),
        StmtKind::Range(r) => needs_parens(&r.x) || r.body.stmts.iter().any(stmt_needs_parens),
        StmtKind::Switch(s) => s.clauses.iter().flat_map(|c| &c.body).any(stmt_needs_parens),
        StmtKind::Select(clauses, _) => clauses.iter().flat_map(|c| &c.body).any(stmt_needs_parens),
        StmtKind::Empty | StmtKind::Branch(..) | StmtKind::Decl(_) => false,
    }
}

fn is_type_name(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::Name(_) => true,
        ExprKind::Selector(x, _) => is_type_name(x),
        _ => false,
    }
}
