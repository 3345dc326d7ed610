//! What the packages of the library declare, read off their syntax trees: tests hold this to the natives of the
//! machine and to the programs of the corpus.

use super::{known, parsed};
use syntax::{Decl, Expr, ExprKind, FuncDecl};

/// What one package of the library declares.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Import path.
    pub path: &'static str,
    /// Exported names; methods declared on exported types as `T.m`.
    pub exported: Vec<String>,
    /// Functions without a body, by the key under which the machine has them: `path.F`, `path.(*T).m`, `path.T.m`.
    pub natives: Vec<String>,
}

/// All packages of the library in order of their paths, internal ones last.
pub fn library() -> Vec<Listing> {
    let paths = known::STANDARD.iter().chain(known::EXTRA);
    paths.filter_map(|path| listing(path)).collect()
}

fn listing(path: &'static str) -> Option<Listing> {
    let file = parsed(&path.into())?;
    let mut list = Listing { path, exported: Vec::new(), natives: Vec::new() };
    for decl in &file.decls {
        match decl {
            Decl::Func(f) => list.func(f),
            Decl::Const(c) => c.names.iter().for_each(|n| list.name(&n.name)),
            Decl::Var(v) => v.names.iter().for_each(|n| list.name(&n.name)),
            Decl::Type(t) => list.name(&t.name.name),
            Decl::Import(_) => {}
        }
    }
    Some(list)
}

impl Listing {
    fn name(&mut self, name: &str) {
        if crate::repr::is_exported(name) {
            self.exported.push(name.to_owned());
        }
    }

    fn func(&mut self, f: &FuncDecl) {
        let (path, name) = (self.path, &f.name.name);
        let recv = f.recv.as_ref().and_then(|r| receiver(&r.typ));
        match &recv {
            None => self.name(name),
            Some((of, _)) if crate::repr::is_exported(of) && crate::repr::is_exported(name) => {
                self.exported.push(format!("{of}.{name}"));
            }
            Some(_) => {}
        }
        if f.body.is_none() {
            self.natives.push(match recv {
                None => format!("{path}.{name}"),
                Some((of, true)) => format!("{path}.(*{of}).{name}"),
                Some((of, false)) => format!("{path}.{of}.{name}"),
            });
        }
    }
}

/// Name of a receiver's type, and whether it is a pointer.
fn receiver(e: &Expr) -> Option<(String, bool)> {
    match &e.kind {
        ExprKind::Name(n) => Some((n.to_string(), false)),
        ExprKind::Star(x) => receiver(x).map(|(n, _)| (n, true)),
        ExprKind::Paren(x) | ExprKind::Index { x, .. } => receiver(x),
        _ => None,
    }
}
