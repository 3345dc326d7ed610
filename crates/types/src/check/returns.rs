//! Terminating statements (Go spec, "Terminating statements"), after types2's `return.go`.

use super::Checker;
use syntax::{BranchTok, Expr, ExprKind, Stmt, StmtKind};

impl<'a> Checker<'a> {
    pub(super) fn is_terminating_list(&self, list: &[Stmt]) -> bool {
        let last = list.iter().rev().find(|s| !matches!(s.kind, StmtKind::Empty));
        last.is_some_and(|s| self.is_terminating(s, ""))
    }

    fn is_terminating(&self, s: &Stmt, label: &str) -> bool {
        match &s.kind {
            StmtKind::Labeled(l, inner) => self.is_terminating(inner, &l.name),
            StmtKind::Expr(e) => {
                let e: &Expr = e.unparen();
                matches!(e.kind, ExprKind::Call { .. }) && self.panics.contains(&e.id)
            }
            StmtKind::Return(_) => true,
            StmtKind::Branch(tok, _) => {
                matches!(tok, BranchTok::Goto | BranchTok::Fallthrough)
            }
            StmtKind::Block(b) => self.is_terminating_list(&b.stmts),
            StmtKind::If(i) => {
                self.is_terminating_list(&i.then.stmts)
                    && i.els.as_ref().is_some_and(|e| self.is_terminating(e, ""))
            }
            StmtKind::Switch(sw) => {
                sw.clauses.iter().any(|c| c.cases.is_none())
                    && sw.clauses.iter().all(|c| {
                        self.is_terminating_list(&c.body) && !has_break_list(&c.body, label, true)
                    })
            }
            StmtKind::Select(clauses, _) => clauses.iter().all(|c| {
                self.is_terminating_list(&c.body) && !has_break_list(&c.body, label, true)
            }),
            StmtKind::For(f) => f.cond.is_none() && !has_break_list(&f.body.stmts, label, true),
            _ => false,
        }
    }
}

fn has_break_list(list: &[Stmt], label: &str, implicit: bool) -> bool {
    list.iter().any(|s| has_break(s, label, implicit))
}

/// Whether a statement breaks out of the one labelled `label`, or, with `implicit`, of the
/// one around it.
fn has_break(s: &Stmt, label: &str, implicit: bool) -> bool {
    match &s.kind {
        StmtKind::Labeled(_, inner) => has_break(inner, label, implicit),
        StmtKind::Branch(BranchTok::Break, None) => implicit,
        StmtKind::Branch(BranchTok::Break, Some(l)) => l.name.as_ref() == label,
        StmtKind::Block(b) => has_break_list(&b.stmts, label, implicit),
        StmtKind::If(i) => {
            has_break_list(&i.then.stmts, label, implicit)
                || i.els.as_ref().is_some_and(|e| has_break(e, label, implicit))
        }
        StmtKind::Switch(sw) => {
            !label.is_empty() && sw.clauses.iter().any(|c| has_break_list(&c.body, label, false))
        }
        StmtKind::Select(clauses, _) => {
            !label.is_empty() && clauses.iter().any(|c| has_break_list(&c.body, label, false))
        }
        StmtKind::For(f) => !label.is_empty() && has_break_list(&f.body.stmts, label, false),
        StmtKind::Range(r) => !label.is_empty() && has_break_list(&r.body.stmts, label, false),
        _ => false,
    }
}
