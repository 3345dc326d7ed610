//! What is started in the wrong place, or never stopped.

use super::Vet;
use program::{Node, walk};
use syntax::{Block, CallTok, Expr, ExprKind, Stmt, StmtKind};

/// `go func() { wg.Add(1); … }()`: `Wait` may come before it (`go vet`'s waitgroup).
pub(super) fn add_inside(v: &mut Vet<'_>, s: &Stmt) {
    let StmtKind::Call(CallTok::Go, call) = &s.kind else { return };
    let ExprKind::Call { fun, .. } = &call.kind else { return };
    let ExprKind::FuncLit { body, .. } = &fun.kind else { return };
    let Some(StmtKind::Expr(first)) = body.stmts.first().map(|s| &s.kind) else { return };
    if v.callee(first).as_deref() == Some("(*sync.WaitGroup).Add") {
        v.warn(first.pos, "WaitGroup.Add called from inside new goroutine".into());
    }
}

/// `t := time.NewTicker(d)` without any `t.Stop()`, in a function that keeps `t` to itself.
pub(super) fn tickers(v: &mut Vet<'_>, body: &Block) {
    let mut made: Vec<(&Expr, types::ObjId)> = Vec::new();
    walk(Node::Block(body), &mut |n| {
        if let Node::Stmt(Stmt { kind: StmtKind::Define { lhs, rhs }, .. }) = n
            && let ([name], [call]) = (&lhs[..], &rhs[..])
            && v.callee(call).as_deref() == Some("time.NewTicker")
            && let Some(obj) = v.checked.info.object(name.id)
        {
            made.push((name, obj));
        }
        // Literals are functions of their own.
        !matches!(n, Node::Expr(e) if matches!(e.kind, ExprKind::FuncLit { .. }))
    });
    for (name, obj) in made {
        let (mut only_read, mut uses) = (0, 0);
        let mine = |e: &Expr| v.checked.info.object(e.id) == Some(obj);
        walk(Node::Block(body), &mut |n| {
            if let Node::Expr(e) = n {
                uses += usize::from(mine(e));
                if let ExprKind::Selector(x, field) = &e.kind
                    && mine(x)
                    && matches!(&*field.name, "C" | "Reset")
                {
                    only_read += 1;
                }
            }
            true
        });
        // One use is the declaration; any other may hand it on to somebody who stops it.
        if uses == only_read + 1 {
            let name_text = v.text(name).to_string();
            v.warn(
                name.first(),
                format!("ticker {name_text} is never stopped: call {name_text}.Stop"),
            );
        }
    }
}
