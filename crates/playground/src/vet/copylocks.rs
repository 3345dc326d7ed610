//! Copies of values that hold a lock (`go vet`'s copylocks).

use super::Vet;
use syntax::{Expr, ExprKind, Field, FuncType, Stmt, StmtKind, VarDecl};
use types::{BuiltinId, Mode, Type, TypeId};

/// Types of `sync` and `sync/atomic` that must not be copied because of a field `noCopy`.
const NO_COPY: [&str; 12] = [
    "sync.WaitGroup",
    "sync.Once",
    "sync.Cond",
    "sync.Pool",
    "sync.Map",
    "atomic.Bool",
    "atomic.Int32",
    "atomic.Int64",
    "atomic.Uint32",
    "atomic.Uint64",
    "atomic.Uintptr",
    "atomic.Pointer",
];

/// Parameters and receiver.
pub(super) fn signature(v: &mut Vet<'_>, name: &str, recv: Option<&Field>, typ: &FuncType) {
    for f in recv.into_iter().chain(&typ.params) {
        if let Some(path) = lock_in(v, v.checked.info.ty(f.typ.id)) {
            v.warn(f.typ.first(), format!("{name} passes lock by value: {path}"));
        }
    }
}

/// `var a = b`
pub(super) fn variable(v: &mut Vet<'_>, d: &VarDecl) {
    for (name, x) in d.names.iter().zip(&d.values) {
        if let Some(path) = copied(v, x) {
            let name = &name.name;
            v.warn(x.first(), format!("variable declaration copies lock value to {name}: {path}"));
        }
    }
}

/// Calls and composite literals.
pub(super) fn expression(v: &mut Vet<'_>, e: &Expr) {
    match &e.kind {
        ExprKind::CompositeLit { elems, .. } => {
            for x in elems {
                let x = if let ExprKind::KeyValue(_, x) = &x.kind { x } else { x };
                if let Some(path) = copied(v, x) {
                    let text = v.text(x).to_string();
                    v.warn(x.first(), format!("literal copies lock value from {text}: {path}"));
                }
            }
        }
        ExprKind::Call { fun, args, .. } => {
            let only_looks = matches!(
                v.checked.info.tv(fun.id).mode,
                Mode::Builtin(BuiltinId::Len | BuiltinId::Cap | BuiltinId::Sizeof | BuiltinId::New)
            );
            for x in args.iter().filter(|_| !only_looks) {
                if let Some(path) = copied(v, x) {
                    let fun = v.text(fun).to_string();
                    v.warn(x.first(), format!("call of {fun} copies lock value: {path}"));
                }
            }
        }
        _ => {}
    }
}

/// Assignments, returns, ranges.
pub(super) fn statement(v: &mut Vet<'_>, s: &Stmt) {
    match &s.kind {
        StmtKind::Assign { lhs, rhs } | StmtKind::Define { lhs, rhs } => {
            for (i, x) in rhs.iter().enumerate() {
                if let (Some(path), Some(to)) = (copied(v, x), lhs.get(i)) {
                    let to = v.text(to).to_string();
                    v.warn(x.first(), format!("assignment copies lock value to {to}: {path}"));
                }
            }
        }
        StmtKind::Return(list) => {
            for x in list {
                if let Some(path) = copied(v, x) {
                    v.warn(x.first(), format!("return copies lock value: {path}"));
                }
            }
        }
        StmtKind::Range(r) => {
            for e in &r.lhs {
                if matches!(&e.kind, ExprKind::Name(n) if &**n == "_") {
                    continue;
                }
                let info = &v.checked.info;
                let ty = match info.object(e.id) {
                    Some(o) => v.checked.objects[o].ty,
                    None => info.ty(e.id),
                };
                if let Some(path) = lock_in(v, ty) {
                    let text = v.text(e).to_string();
                    v.warn(e.first(), format!("range var {text} copies lock: {path}"));
                }
            }
        }
        StmtKind::Decl(decls) => {
            for d in decls {
                if let syntax::Decl::Var(d) = d {
                    variable(v, d);
                }
            }
        }
        _ => {}
    }
}

/// The lock that is copied with the value of an expression. A fresh value may be moved: that of a
/// literal or a call.
fn copied(v: &Vet<'_>, e: &Expr) -> Option<String> {
    let mut e = e;
    while let ExprKind::Paren(x) = &e.kind {
        e = x;
    }
    match &e.kind {
        ExprKind::CompositeLit { .. } | ExprKind::Call { .. } => return None,
        ExprKind::Star(x) if matches!(x.kind, ExprKind::Call { .. }) => return None,
        _ => {}
    }
    let tv = v.checked.info.tv(e.id);
    if matches!(tv.mode, Mode::TypeExpr | Mode::Builtin(_)) {
        return None;
    }
    lock_in(v, tv.ty?)
}

/// Where a type holds a lock: `T contains sync.Mutex`.
fn lock_in(v: &Vet<'_>, ty: TypeId) -> Option<String> {
    let mut path = Vec::new();
    find(v, ty, &mut path, 0).then(|| path.join(" contains "))
}

fn find(v: &Vet<'_>, mut ty: TypeId, path: &mut Vec<String>, depth: u32) -> bool {
    let types = &v.checked.types;
    while let Type::Array(elem, _) = types.under(ty) {
        ty = elem;
    }
    let Type::Struct(s) = types.under(ty) else { return false };
    let name = types.runtime_string(ty);
    let full = name.replace("atomic.", "sync/atomic.");
    let bare = name.split('[').next().unwrap_or("");
    let locks = |t: TypeId| matches!(&*types.runtime_string(t), "sync.Mutex" | "sync.RWMutex");
    // A struct with an embedded lock is a lock itself.
    if locks(ty) || s.fields.iter().any(|f| f.embedded && locks(f.ty)) {
        path.push(full);
        return true;
    }
    if NO_COPY.contains(&bare) {
        let package = if bare.starts_with("sync.") { "sync" } else { "sync/atomic" };
        path.extend([full, format!("{package}.noCopy")]);
        return true;
    }
    path.push(full);
    // Types nest in values only so deep.
    if depth < 50 && s.fields.iter().any(|f| find(v, f.ty, path, depth + 1)) {
        return true;
    }
    path.pop();
    false
}
