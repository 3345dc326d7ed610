//! Labels and branches (Go specification, "Labeled statements" to "Goto statements"):
//! misplaced `break`, `continue`, `fallthrough`; unknown, unused and repeated labels; `goto`
//! over a variable declaration or into a block. Function literals are checked on their own.

use crate::Pos;
use crate::ast::*;
use crate::errors::Errors;
use crate::show;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Checks the body of one function.
pub(crate) fn check(body: &Block, errors: &mut Errors) {
    let mut c =
        Checker { errors, labels: Vec::new(), by_name: BTreeMap::new(), blocks: Vec::new() };
    let unresolved = c.block(None, Targets::default(), None, body.lbrace, &body.stmts);
    let mut unresolved: Vec<_> = unresolved.into_values().flatten().collect();
    unresolved.sort_by_key(|g| g.label.pos);
    for goto in unresolved {
        let name = &goto.label.name;
        if let Some(i) = c.find(name) {
            let start =
                c.label_used(i).and_then(|b| c.blocks.get(b)).map_or(Pos::NONE, |b| b.start);
            c.error(
                goto.label,
                format!("goto {name} jumps into block starting at {}", c.place(start)),
            );
        } else {
            c.error(goto.label, format!("label {name} not defined"));
        }
    }
    for l in std::mem::take(&mut c.labels) {
        if !l.used {
            c.error(&l.ident, format!("label {} defined and not used", l.ident.name));
        }
    }
}

struct Label {
    ident: Ident,
    /// Block in which it is declared.
    block: usize,
    target: TargetKind,
    used: bool,
}

/// What a label labels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TargetKind {
    Loop,
    /// `switch` or `select`.
    Switch,
    Other,
}

struct BlockInfo {
    parent: Option<usize>,
    start: Pos,
    /// Label of the statement that the block belongs to.
    label: Option<usize>,
}

/// What encloses a statement.
#[derive(Clone, Copy, Default)]
struct Targets {
    breaks: Breaks,
    in_loop: bool,
    /// The clause of the expression switch in which the statement stands directly: whether it
    /// is the last one.
    clause: Option<bool>,
}

/// The innermost statement that `break` would leave.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Breaks {
    #[default]
    None,
    Switch,
    TypeSwitch,
    Other,
}

#[derive(Clone, Copy)]
struct Goto<'a> {
    label: &'a Ident,
    /// How many variable declarations came before it in the block that is being walked.
    after: usize,
}

/// `goto`s by their label.
type Pending<'a> = BTreeMap<Rc<str>, Vec<Goto<'a>>>;

struct Checker<'e> {
    errors: &'e mut Errors,
    labels: Vec<Label>,
    by_name: BTreeMap<Rc<str>, usize>,
    blocks: Vec<BlockInfo>,
}

impl Checker<'_> {
    fn error(&mut self, at: &Ident, message: String) {
        let end = at.pos.col.saturating_add(at.name.len() as u16);
        self.errors.report_uncounted(at.pos, end, message);
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// Marks a label as used, even if it is not a valid target; returns its block.
    fn label_used(&mut self, i: usize) -> Option<usize> {
        let l = self.labels.get_mut(i)?;
        l.used = true;
        Some(l.block)
    }

    fn ancestors(&self, block: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(block), |&b| self.blocks.get(b).and_then(|b| b.parent))
    }

    /// What the enclosing statement with this label is; `Other` if the label encloses nothing.
    fn enclosing(&mut self, block: usize, name: &str) -> Option<TargetKind> {
        let i = self.find(name)?;
        self.label_used(i);
        let encloses =
            self.ancestors(block).any(|b| self.blocks.get(b).is_some_and(|b| b.label == Some(i)));
        if !encloses {
            return Some(TargetKind::Other);
        }
        self.labels.get(i).map(|l| l.target)
    }

    /// Checks a block and returns the `goto`s whose label has not been seen.
    fn block<'a>(
        &mut self,
        parent: Option<usize>,
        ctxt: Targets,
        label: Option<usize>,
        start: Pos,
        body: &'a [Stmt],
    ) -> Pending<'a> {
        let id = self.blocks.len();
        let mut walk = BlockWalk { id, ctxt, pending: BTreeMap::new(), var: None, vars: 0 };
        self.blocks.push(BlockInfo { parent, start, label });
        // Empty statements at the end do not count for `fallthrough`.
        let len =
            body.iter().rposition(|s| !matches!(s.kind, StmtKind::Empty)).map_or(0, |i| i + 1);
        for (i, s) in body.iter().take(len).enumerate() {
            self.stmt(&mut walk, s, i + 1 == len);
        }
        walk.pending
    }

    fn stmt<'a>(&mut self, walk: &mut BlockWalk<'a>, mut s: &'a Stmt, last: bool) {
        let mut label = None;
        while let StmtKind::Labeled(ident, inner) = &s.kind {
            if &*ident.name != "_" {
                label = self.declare(walk, ident, inner);
            }
            s = inner;
        }
        let ctxt = walk.ctxt;
        let nested = Targets { clause: None, ..ctxt };
        match &s.kind {
            StmtKind::Decl(decls) => {
                let var = decls.iter().find_map(|d| match d {
                    Decl::Var(v) => Some(v),
                    _ => None,
                });
                if let Some(v) = var {
                    let name = v.names.first().map_or_else(String::new, |n| n.name.to_string());
                    walk.declared(name, v.pos);
                }
            }
            StmtKind::Define { lhs, .. } => walk.declared(show::list(lhs), s.pos),
            StmtKind::Branch(tok, None) => self.plain_branch(walk, *tok, s.pos, last),
            StmtKind::Branch(tok, Some(l)) => self.labeled_branch(walk, *tok, l),
            StmtKind::Block(b) => self.inner(walk, nested, label, b.lbrace, &b.stmts),
            StmtKind::If(i) => {
                self.inner(walk, nested, label, i.then.lbrace, &i.then.stmts);
                if let Some(e) = &i.els {
                    self.inner(walk, nested, label, e.pos, std::slice::from_ref(e));
                }
            }
            StmtKind::For(f) => self.loop_body(walk, label, &f.body),
            StmtKind::Range(r) => self.loop_body(walk, label, &r.body),
            StmtKind::Switch(sw) => {
                let types =
                    matches!(sw.tag, Some(Expr { kind: ExprKind::TypeSwitchGuard { .. }, .. }));
                let breaks = if types { Breaks::TypeSwitch } else { Breaks::Switch };
                for (i, c) in sw.clauses.iter().enumerate() {
                    let clause = Some(i + 1 == sw.clauses.len());
                    let inner = Targets { breaks, clause, ..ctxt };
                    self.inner(walk, inner, label, c.pos, &c.body);
                }
            }
            StmtKind::Select(clauses, _) => {
                let inner = Targets { breaks: Breaks::Other, ..nested };
                for c in clauses {
                    self.inner(walk, inner, label, c.pos, &c.body);
                }
            }
            _ => {}
        }
    }

    fn loop_body<'a>(&mut self, walk: &mut BlockWalk<'a>, label: Option<usize>, body: &'a Block) {
        let inner = Targets { breaks: Breaks::Other, in_loop: true, clause: None };
        self.inner(walk, inner, label, body.lbrace, &body.stmts);
    }

    /// A block within a block: its unresolved `goto`s become ours.
    fn inner<'a>(
        &mut self,
        walk: &mut BlockWalk<'a>,
        ctxt: Targets,
        label: Option<usize>,
        start: Pos,
        body: &'a [Stmt],
    ) {
        let gotos = self.block(Some(walk.id), ctxt, label, start, body);
        for (name, list) in gotos {
            let list = list.into_iter().map(|g| Goto { after: walk.vars, ..g });
            walk.pending.entry(name).or_default().extend(list);
        }
    }

    /// Another place in the file, as gc's messages mention it.
    fn place(&self, pos: Pos) -> String {
        format!("{}:{pos}", self.errors.file_name.as_deref().unwrap_or("main.go"))
    }

    /// Declares a label; none if there is one of that name, which then does not enclose `inner`.
    fn declare(&mut self, walk: &mut BlockWalk<'_>, ident: &Ident, inner: &Stmt) -> Option<usize> {
        let name = &ident.name;
        let known = self.find(name);
        let i = match known {
            Some(i) => {
                let first = self.labels.get(i).map_or(Pos::NONE, |l| l.ident.pos);
                self.error(ident, format!("label {name} already defined at {}", self.place(first)));
                i
            }
            None => {
                let target = match inner.kind {
                    StmtKind::For(_) | StmtKind::Range(_) => TargetKind::Loop,
                    StmtKind::Switch(_) | StmtKind::Select(..) => TargetKind::Switch,
                    _ => TargetKind::Other,
                };
                let (ident, block) = (ident.clone(), walk.id);
                self.by_name.insert(name.clone(), self.labels.len());
                self.labels.push(Label { ident, block, target, used: false });
                self.labels.len() - 1
            }
        };
        for goto in walk.pending.remove(name).unwrap_or_default() {
            self.label_used(i);
            if let (true, Some((var, pos))) = (goto.after < walk.vars, &walk.var) {
                let at = self.place(*pos);
                self.error(
                    goto.label,
                    format!("goto {name} jumps over declaration of {var} at {at}"),
                );
            }
        }
        known.is_none().then_some(i)
    }

    fn plain_branch(&mut self, walk: &BlockWalk<'_>, tok: BranchTok, pos: Pos, last: bool) {
        let ctxt = walk.ctxt;
        let (message, len) = match tok {
            BranchTok::Break if ctxt.breaks == Breaks::None => {
                ("break is not in a loop, switch, or select", 5)
            }
            BranchTok::Continue if !ctxt.in_loop => ("continue is not in a loop", 8),
            BranchTok::Fallthrough => match (ctxt.breaks, ctxt.clause) {
                (Breaks::TypeSwitch, _) => ("cannot fallthrough in type switch", 11),
                (Breaks::Switch, Some(true)) if last => {
                    ("cannot fallthrough final case in switch", 11)
                }
                (Breaks::Switch, Some(false)) if last => return,
                _ => ("fallthrough statement out of place", 11),
            },
            _ => return,
        };
        self.errors.report_uncounted(pos, pos.col.saturating_add(len), message.into());
    }

    fn labeled_branch<'a>(&mut self, walk: &mut BlockWalk<'a>, tok: BranchTok, label: &'a Ident) {
        let name = &label.name;
        match tok {
            BranchTok::Break => match self.enclosing(walk.id, name) {
                Some(TargetKind::Loop | TargetKind::Switch) => {}
                Some(TargetKind::Other) => self.error(label, format!("invalid break label {name}")),
                None => self.error(label, format!("break label not defined: {name}")),
            },
            BranchTok::Continue => match self.enclosing(walk.id, name) {
                Some(TargetKind::Loop) => {}
                Some(_) => self.error(label, format!("invalid continue label {name}")),
                None => self.error(label, format!("continue label not defined: {name}")),
            },
            BranchTok::Goto => {
                let found = self.find(name).and_then(|i| self.label_used(i));
                if !found.is_some_and(|b| self.ancestors(walk.id).any(|a| a == b)) {
                    let goto = Goto { label, after: walk.vars };
                    walk.pending.entry(name.clone()).or_default().push(goto);
                }
            }
            BranchTok::Fallthrough => {}
        }
    }
}

/// The state of walking through one block.
struct BlockWalk<'a> {
    id: usize,
    ctxt: Targets,
    /// `goto`s whose label has not been seen.
    pending: Pending<'a>,
    /// The last variable declared, and where.
    var: Option<(String, Pos)>,
    /// How many declarations of variables there were.
    vars: usize,
}

impl BlockWalk<'_> {
    /// Notes a variable declaration: the `goto`s before it jump over it if their label follows.
    fn declared(&mut self, name: String, pos: Pos) {
        self.var = Some((name, pos));
        self.vars += 1;
    }
}
