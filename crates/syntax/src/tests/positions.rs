//! Positions are those of gc's nodes.

use crate::ast::*;
use expect_test::{Expect, expect};

/// Prints node, position, start and end of the expressions in the first variable's value.
fn check(src: &str, expect: Expect) {
    let (file, errors) = crate::parse(&format!("package p\nvar x = {src}\n"));
    assert_eq!(errors, []);
    let mut out = String::new();
    if let Some(Decl::Var(v)) = file.decls.first() {
        for e in &v.values {
            walk(e, &mut out);
        }
    }
    expect.assert_eq(&out);
}

fn walk(e: &Expr, out: &mut String) {
    let shown = crate::show::expr(e);
    out.push_str(&format!("{shown}  {} {}-{}\n", e.pos, e.start(), e.end));
    match &e.kind {
        ExprKind::Binary(_, x, y) => {
            walk(x, out);
            walk(y, out);
        }
        ExprKind::Call { fun, args, .. } => {
            walk(fun, out);
            args.iter().for_each(|a| walk(a, out));
        }
        ExprKind::Selector(x, _) | ExprKind::Unary(_, x) => walk(x, out),
        ExprKind::Slice { x, .. } | ExprKind::Index { x, .. } => walk(x, out),
        _ => {}
    }
}

#[test]
fn expressions() {
    check(
        "a.b(c + 1)[i]",
        expect![[r#"
            a.b(c + 1)[i]  2:19 2:9-2:22
            a.b(c + 1)  2:12 2:9-2:19
            a.b  2:10 2:9-2:12
            a  2:9 2:9-2:10
            c + 1  2:15 2:13-2:18
            c  2:13 2:13-2:14
            1  2:17 2:17-2:18
        "#]],
    );
    check(
        "-x[1:2]",
        expect![[r#"
            -x[1:2]  2:9 2:9-2:16
            x[1:2]  2:11 2:11-2:16
            x  2:10 2:10-2:11
        "#]],
    );
    check(
        "T{1: func(int) {}}",
        expect![[r#"
            T{…}  2:10 2:9-2:27
        "#]],
    );
}

#[test]
fn ids_are_unique() {
    let src = "package p\nimport x \"y\"\ntype T[P any] struct{ a, b P }\nfunc (t T[P]) m(u, v int) (w int) { L: for { switch z := t.a.(type) { case int: break L } } }\n";
    let (file, errors) = crate::parse_file(src, 3, 100);
    assert_eq!(errors, []);
    let text = format!("{file:?}");
    let mut ids: Vec<u32> = text
        .split("ExprId(")
        .skip(1)
        .filter_map(|t| t.split_once(')').and_then(|(n, _)| n.parse().ok()))
        .collect();
    assert!(ids.iter().all(|&i| (100..file.next_id).contains(&i)));
    // Names that share a type show it several times.
    ids.sort_unstable();
    ids.dedup();
    assert!(ids.len() > 20, "{ids:?}");
    assert!(text.matches("t.a").count() == 0 && file.package.pos.file == 3);
}
