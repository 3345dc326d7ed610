//! A context's cancel function that is not called on every path (`go vet`'s lostcancel).

use super::Vet;
use program::{Node, walk};
use syntax::{Block, BranchTok, Expr, ExprKind, FuncType, Pos, Stmt, StmtKind};

const MAKERS: [&str; 6] = [
    "context.WithCancel",
    "context.WithCancelCause",
    "context.WithTimeout",
    "context.WithTimeoutCause",
    "context.WithDeadline",
    "context.WithDeadlineCause",
];

/// Whether it can happen at a place that the function was made and has not been used: the flow
/// through structured code, in one pass.
struct Flow<'a, 'b> {
    v: &'b Vet<'a>,
    obj: types::ObjId,
    /// The statement that makes it.
    made: Pos,
    /// What flows out by `break`, one for each loop, switch and select around.
    breaks: Vec<bool>,
    lost: Option<Pos>,
    /// `goto` and labels: nothing is said.
    unclear: bool,
}

/// Looks at a function, but not into its literals.
pub(super) fn function(v: &mut Vet<'_>, typ: &FuncType, body: &Block) {
    let mut made: Vec<(&Stmt, String, &Expr, &Expr)> = Vec::new();
    walk(Node::Block(body), &mut |n| {
        if let Node::Stmt(s) = n
            && let StmtKind::Define { lhs, rhs } | StmtKind::Assign { lhs, rhs } = &s.kind
            && let ([ctx, cancel], [call]) = (&lhs[..], &rhs[..])
            && let Some(maker) = v.callee(call).filter(|c| MAKERS.contains(&&**c))
        {
            made.push((s, maker, ctx, cancel));
        }
        !matches!(n, Node::Expr(e) if matches!(e.kind, ExprKind::FuncLit { .. }))
    });
    for (stmt, maker, ctx, cancel) in made {
        let ExprKind::Name(name) = &cancel.kind else { continue };
        if &**name == "_" {
            let message = format!(
                "the cancel function returned by {maker} should be called, not discarded, to avoid a context leak"
            );
            v.warn(cancel.pos, message);
            continue;
        }
        let Some(obj) = v.checked.info.object(cancel.id) else { continue };
        // A named result is used by every return; a variable from outside is somebody else's.
        let o = &v.checked.objects[obj];
        let result = typ.results.iter().any(|r| r.name.as_ref().is_some_and(|n| n.name == *name));
        if result || o.top_level || o.pos.line < body.lbrace.line {
            continue;
        }
        let mut flow =
            Flow { v, obj, made: stmt.pos, breaks: Vec::new(), lost: None, unclear: false };
        let out = flow.block(body, false);
        let at = flow.lost.or(out.then_some(body.rbrace));
        if let (Some(at), false) = (at, flow.unclear) {
            let line = o.pos.line;
            let first =
                format!("the {name} function is not used on all paths (possible context leak)");
            let second = format!(
                "this return statement may be reached without using the {name} var defined on line {line}"
            );
            v.warn(ctx.first(), first);
            v.warn(at, second);
        }
    }
}

impl Flow<'_, '_> {
    fn uses(&self, n: Node<'_>) -> bool {
        let mut used = false;
        walk(n, &mut |n| {
            if let Node::Expr(e) = n {
                used |= self.v.checked.info.object(e.id) == Some(self.obj);
            }
            !used
        });
        used
    }

    fn block(&mut self, b: &Block, lost: bool) -> bool {
        b.stmts.iter().fold(lost, |lost, s| self.stmt(s, lost))
    }

    fn list(&mut self, list: &[Stmt], lost: bool) -> bool {
        list.iter().fold(lost, |lost, s| self.stmt(s, lost))
    }

    /// A loop's or switch's parts, and what breaks out of them.
    fn around(&mut self, parts: impl FnOnce(&mut Self) -> bool) -> bool {
        self.breaks.push(false);
        let out = parts(self);
        out | self.breaks.pop().unwrap_or(false)
    }

    /// Whether it can be lost after a statement, if it can be before.
    fn stmt(&mut self, s: &Stmt, lost: bool) -> bool {
        match &s.kind {
            StmtKind::Define { .. } | StmtKind::Assign { .. } if s.pos == self.made => true,
            StmtKind::Return(_) => {
                if lost && !self.uses(Node::Stmt(s)) {
                    self.lost.get_or_insert(s.pos);
                }
                false
            }
            StmtKind::Block(b) => self.block(b, lost),
            StmtKind::If(i) => {
                let lost = i.init.as_ref().map_or(lost, |s| self.stmt(s, lost));
                let lost = lost && !self.uses(Node::Expr(&i.cond));
                let then = self.block(&i.then, lost);
                then | i.els.as_ref().map_or(lost, |s| self.stmt(s, lost))
            }
            StmtKind::For(f) => {
                let lost = f.init.as_ref().map_or(lost, |s| self.stmt(s, lost));
                let lost = lost && !f.cond.as_ref().is_some_and(|c| self.uses(Node::Expr(c)));
                self.around(|me| {
                    let body = me.block(&f.body, lost);
                    // Once more with what comes round.
                    let body = body | me.block(&f.body, body);
                    f.cond.is_some() && (lost | body)
                })
            }
            StmtKind::Range(r) => {
                let lost = lost && !self.uses(Node::Expr(&r.x));
                self.around(|me| {
                    let body = me.block(&r.body, lost);
                    lost | body | me.block(&r.body, body)
                })
            }
            StmtKind::Switch(sw) => {
                let lost = sw.init.as_ref().map_or(lost, |s| self.stmt(s, lost));
                let lost = lost && !sw.tag.as_ref().is_some_and(|t| self.uses(Node::Expr(t)));
                self.around(|me| {
                    let mut out = lost && sw.clauses.iter().all(|c| c.cases.is_some());
                    for c in &sw.clauses {
                        out |= me.list(&c.body, lost);
                    }
                    out
                })
            }
            StmtKind::Select(clauses, _) => self.around(|me| {
                let mut out = false;
                for c in clauses {
                    let lost = c.comm.as_ref().map_or(lost, |s| me.stmt(s, lost));
                    out |= me.list(&c.body, lost);
                }
                out
            }),
            StmtKind::Branch(BranchTok::Break, None) => {
                if let Some(b) = self.breaks.last_mut() {
                    *b |= lost;
                }
                false
            }
            StmtKind::Branch(BranchTok::Continue, None) => false,
            StmtKind::Branch(BranchTok::Fallthrough, _) => lost,
            StmtKind::Branch(..) | StmtKind::Labeled(..) => {
                self.unclear = true;
                lost
            }
            // What does not come back loses nothing.
            StmtKind::Expr(e) if self.ends(e) => false,
            StmtKind::Empty
            | StmtKind::Expr(_)
            | StmtKind::Send(..)
            | StmtKind::Assign { .. }
            | StmtKind::Define { .. }
            | StmtKind::AssignOp(..)
            | StmtKind::IncDec(..)
            | StmtKind::Call(..)
            | StmtKind::Decl(_) => lost && !self.uses(Node::Stmt(s)),
        }
    }

    fn ends(&self, e: &Expr) -> bool {
        let ExprKind::Call { fun, .. } = &e.kind else { return false };
        let panics = matches!(
            self.v.checked.info.tv(fun.id).mode,
            types::Mode::Builtin(types::BuiltinId::Panic)
        );
        let exits = self.v.callee(e);
        panics
            || matches!(
                exits.as_deref(),
                Some("os.Exit" | "log.Fatal" | "log.Fatalf" | "runtime.Goexit")
            )
    }
}
