//! Warnings about programs that compile and are likely wrong: what `go vet` says about
//! concurrency, in its words, and a ticker that nobody stops.

mod cancel;
mod copylocks;
mod starts;

use crate::Diagnostic;
use program::{Node, walk};
use syntax::{Block, Decl, Expr, ExprKind, FuncType, Pos};
use types::Checked;

/// Warnings about a file of Go, by position; none if it does not compile, since then
/// [`check`](crate::check) says what is wrong.
///
/// ```
/// let source = "package main\n\nimport \"sync\"\n\nfunc f(mu sync.Mutex) {}\n\nfunc main() {}\n";
/// let found = playground::vet(source);
/// assert_eq!(found[0].message, "f passes lock by value: sync.Mutex");
/// ```
pub fn vet(source: &str) -> Vec<Diagnostic> {
    let (file, wrong) = syntax::parse(source);
    let checked = types::check_files(&[file], &["main.go".into()], wrong);
    if !checked.diagnostics.is_empty() {
        return Vec::new();
    }
    let mut vet = Vet { checked: &checked, source, found: Vec::new() };
    let files = checked.main().map_or(&[][..], |p| &p.files);
    for file in files {
        for d in &file.decls {
            match d {
                Decl::Func(f) => {
                    copylocks::signature(&mut vet, &f.name.name, f.recv.as_ref(), &f.typ);
                    if let Some(body) = &f.body {
                        vet.body(&f.typ, body);
                    }
                }
                Decl::Var(v) => copylocks::variable(&mut vet, v),
                Decl::Import(_) | Decl::Const(_) | Decl::Type(_) => {}
            }
        }
    }
    vet.found.sort();
    vet.found.dedup();
    vet.found
}

/// What the checks share.
struct Vet<'a> {
    checked: &'a Checked,
    source: &'a str,
    found: Vec<Diagnostic>,
}

impl Vet<'_> {
    fn warn(&mut self, pos: Pos, message: String) {
        self.found.push(Diagnostic::new(pos, message));
    }

    /// A function's body, and those of the literals in it.
    fn body(&mut self, typ: &FuncType, body: &Block) {
        cancel::function(self, typ, body);
        starts::tickers(self, body);
        walk(Node::Block(body), &mut |n| {
            match n {
                Node::Expr(e) => {
                    copylocks::expression(self, e);
                    if let ExprKind::FuncLit { typ, body } = &e.kind {
                        copylocks::signature(self, "func", None, typ);
                        self.body(typ, body);
                        return false;
                    }
                }
                Node::Stmt(s) => {
                    copylocks::statement(self, s);
                    starts::add_inside(self, s);
                }
                Node::Block(_) => {}
            }
            true
        });
    }

    /// The text of an expression, if it stands on one line.
    fn text(&self, e: &Expr) -> &str {
        let (from, to) = (e.first(), e.end);
        let line = self.source.lines().nth((from.line as usize).saturating_sub(1)).unwrap_or("");
        let from = usize::from(from.col).saturating_sub(1);
        let to = if to.line == e.first().line { usize::from(to.col) - 1 } else { line.len() };
        line.get(from..to).unwrap_or("")
    }

    /// The function or method that a call calls: `time.NewTicker`, `(*sync.WaitGroup).Add`.
    fn callee(&self, call: &Expr) -> Option<String> {
        let ExprKind::Call { fun, .. } = &call.kind else { return None };
        let ExprKind::Selector(x, name) = &fun.kind else { return None };
        let c = self.checked;
        if let Some(s) = c.info.selections.get(&fun.id) {
            let holder = c.types.runtime_string(s.holder);
            return Some(format!("(*{holder}).{}", name.name));
        }
        let ExprKind::Name(pkg) = &x.kind else { return None };
        Some(format!("{pkg}.{}", name.name))
    }
}
