//! The tables that the lowering reads.

use expect_test::{Expect, expect};
use std::fmt::Write;
use syntax::{Decl, ExprKind, StmtKind};
use types::{Checked, Mode, ObjectKind, Types, VarKind};

fn checked(src: &str) -> Checked {
    let (file, parser) = syntax::parse(src);
    assert_eq!(parser, []);
    let c = types::check(&[file]);
    assert_eq!(c.diagnostics, []);
    c
}

/// Type and value of each initial value of a package-level variable.
fn check_values(src: &str, expect: Expect) {
    let c = checked(src);
    let mut out = String::new();
    for d in &c.main().expect("a package").files[0].decls {
        let Decl::Var(v) = d else { continue };
        for (n, e) in v.names.iter().zip(&v.values) {
            let tv = c.info.tv(e.id);
            let t = c.types.runtime_string(c.info.ty(e.id));
            let _ = write!(out, "{}: {t}", n.name);
            if let Some(v) = &tv.value {
                let _ = write!(out, " = {v}");
            }
            let _ = writeln!(out);
        }
    }
    expect.assert_eq(&out);
}

/// Each local variable, and what happens to it.
fn check_variables(src: &str, expect: Expect) {
    let c = checked(src);
    let mut out = String::new();
    let main = c.main().expect("a package").id;
    for (_, o) in c.objects.iter() {
        let local = matches!(o.kind, ObjectKind::Var(k) if k != VarKind::Package);
        if o.pkg == Some(main) && local && !o.name.is_empty() {
            let _ = write!(out, "{} {}", o.name, c.types.runtime_string(o.ty));
            if o.captured {
                out.push_str(" captured");
            }
            if o.addr_taken {
                out.push_str(" addressed");
            }
            if o.assignments > 0 {
                let _ = write!(out, " assigned {}", o.assignments);
            }
            out.push('\n');
        }
    }
    expect.assert_eq(&out);
}

#[test]
fn untyped_values_take_on_their_final_type() {
    check_values(
        r#"package main
var a = 1
var b float64 = 1
var c = 'x'
var d any = 2.5
var e = 1 << s
var f uint8 = 1 << s
var g = a > 2
var h error = nil
var i = "x" + "y"
var j []byte = append([]byte(nil), "abc"...)
var k float32 = 0.1
var l complex128 = 1i * 1i
var m = len([3]int{})
var n = 7 / 2 * 1.0
var s uint = 3
var o = [...]string{2: "z"}
var p = func(x int, y ...string) (int, error) { return 0, nil }
var q map[string]chan<- *struct{ A int `tag` }
var r = q["x"]
func main() {}
"#,
        expect![[r#"
            a: int = 1
            b: float64 = 1
            c: int32 = 120
            d: float64 = 2.5
            e: int
            f: uint8
            g: bool
            h: error
            i: string = "xy"
            j: []uint8
            k: float32 = 0.1
            l: complex128 = (-1 + 0i)
            m: int = 3
            n: float64 = 3
            s: uint = 3
            o: [3]string
            p: func(int, ...string) (int, error)
            r: chan<- *struct { A int "tag" }
        "#]],
    );
}

#[test]
fn identical_types_have_equal_ids() {
    let c = checked(
        r#"package main
type A = []byte
type G[T any] struct{ v T }
var a A
var b []uint8
var c func(x int) (y rune)
var d func(int) int32
var e interface{ M(a int); N() }
var f interface{ N(); I }
type I interface{ M(b int) }
var g G[byte]
var h G[uint8]
var i any
var j interface{}
func main() {}
"#,
    );
    let scope = &c.main().expect("a package").scope;
    let ty = |n: &str| c.objects[scope[n]].ty;
    for (x, y) in [("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"), ("i", "j")] {
        assert_eq!(ty(x), ty(y), "{x} and {y}");
        assert_ne!(ty(x), Types::INVALID);
    }
    assert_ne!(ty("a"), ty("c"));
    assert_eq!(c.types.runtime_string(ty("g")), "main.G[uint8]");
    assert_eq!(c.types.runtime_string(ty("e")), "interface { M(int); N() }");
}

#[test]
fn variables_know_what_happens_to_them() {
    check_variables(
        r#"package main
type T struct{ n int; a [2]int }
func (t *T) inc() { t.n++ }
func f(p int, q *int) (r int) {
	x, y, z := 1, 2, T{}
	y = 3
	func() { x++; func() { _ = p }() }()
	q = &y
	z.inc()
	w := T{}
	w.a[0] = 1
	_ = w.a[:]
	var arr [3]int
	for i, v := range arr { _, _ = i, v }
	z2 := &T{}
	z2.inc()
	_ = q
	return
}
func main() { f(1, nil) }
"#,
        expect![[r#"
            t *main.T
            p int captured
            q *int assigned 1
            r int
            x int captured assigned 1
            y int addressed assigned 1
            z main.T addressed
            w main.T addressed assigned 1
            arr [3]int
            i int
            v int
            z2 *main.T
        "#]],
    );
}

#[test]
fn selections_have_paths() {
    let c = checked(
        r#"package main
type A struct{ x int }
func (A) M() int { return 1 }
func (*A) P() {}
type B struct { n int; *A }
type C struct { B; I }
type I interface{ Q() }
var c C
var a = c.x
var b = c.M()
var d = C.M
var e = c.Q
var f = (*C).P
func main() {}
"#,
    );
    let mut out = String::new();
    // Those of the library follow.
    for s in c.info.selections.values().take(5) {
        let _ = writeln!(
            out,
            "{:?} {} path {:?} holder {} method {:?} ptr {} indirect {} type {}",
            s.kind,
            c.types.runtime_string(s.recv),
            s.path,
            c.types.runtime_string(s.holder),
            s.method.map(|m| c.objects[m].name.clone()),
            s.ptr_recv,
            s.indirect,
            c.types.runtime_string(s.ty),
        );
    }
    expect![[r#"
        FieldVal main.C path [0, 1, 0] holder main.A method None ptr false indirect true type int
        MethodVal main.C path [0, 1] holder main.A method Some("M") ptr false indirect true type func() int
        MethodExpr main.C path [0, 1] holder main.A method Some("M") ptr false indirect true type func(main.C) int
        MethodVal main.C path [1] holder main.I method None ptr false indirect false type func()
        MethodExpr *main.C path [0, 1] holder main.A method Some("P") ptr true indirect true type func(*main.C)
    "#]].assert_eq(&out);
}

#[test]
fn instances_have_type_arguments() {
    let c = checked(
        r#"package main
type P[K, V comparable] struct { k K; v V }
func (p P[A, B]) Swap() P[B, A] { return P[B, A]{p.v, p.k} }
func mk[K, V comparable](k K, v V) P[K, V] { return P[K, V]{k, v} }
func main() {
	_ = mk(1, "x").Swap()
	var f func(string, bool) P[string, bool] = mk
	_ = f
}
"#,
    );
    let mut out = String::new();
    for i in c.info.instances.values() {
        let targs: Vec<String> = i.targs.iter().map(|&t| c.types.runtime_string(t)).collect();
        let _ =
            writeln!(out, "{} {targs:?} {}", c.objects[i.obj].name, c.types.runtime_string(i.ty));
    }
    expect![[r#"
        P ["B", "A"] main.P[B,A]
        P ["B", "A"] main.P[B,A]
        P ["K", "V"] main.P[K,V]
        P ["K", "V"] main.P[K,V]
        mk ["int", "string"] func(int, string) main.P[int,string]
        P ["string", "bool"] main.P[string,bool]
        mk ["string", "bool"] func(string, bool) main.P[string,bool]
    "#]]
    .assert_eq(&out);
}

#[test]
fn initialisation_follows_dependencies() {
    let c = checked(
        r#"package main
import "fmt"
var a = c + b
var b = f()
var c = 1
var d, e = g()
var _ = h()
func f() int { return d }
func g() (int, int) { return c, 2 }
func h() int { fmt.Println(a); return e }
func init() {}
func main() {}
func init() {}
"#,
    );
    let p = c.main().expect("a package");
    let order: Vec<String> = p
        .init_order
        .iter()
        .map(|i| i.lhs.iter().map(|&o| c.objects[o].name.to_string()).collect::<Vec<_>>().join(","))
        .collect();
    assert_eq!(order, ["c", "d,e", "b", "a", "_"]);
    assert_eq!(p.inits.len(), 2);
}

#[test]
fn literals_capture_and_switches_declare() {
    let c = checked(
        r#"package main
func main() {
	x, y := 1, 2
	var v any = x
	f := func(a int, _ string) (int, error) {
		return func() int { return x + a }(), nil
	}
	switch t := v.(type) {
	case int: y = t
	case string, error: _ = t
	default: _ = t
	}
	m := map[string]int{}
	n, ok := m["a"]
	f(y, "")
	_, _ = n, ok
}
"#,
    );
    let mut out = String::new();
    for list in c.info.captures.values() {
        let names: Vec<_> = list.iter().map(|&o| c.objects[o].name.to_string()).collect();
        let _ = writeln!(out, "captures {names:?}");
    }
    for o in c.info.implicits.values() {
        let o = &c.objects[*o];
        let _ = writeln!(out, "clause {} {}", o.name, c.types.runtime_string(o.ty));
    }
    for l in c.info.lits.values() {
        let _ = writeln!(out, "literal {} {}", l.params.len(), l.results.len());
    }
    let _ = writeln!(out, "comma ok: {}", c.info.comma_ok.len());
    expect![[r#"
        captures ["x", "a"]
        captures ["x"]
        clause t int
        clause t interface {}
        clause t interface {}
        literal 0 1
        literal 2 2
        comma ok: 1
    "#]]
    .assert_eq(&out);
}

#[test]
fn methods_of_instances_are_substituted() {
    let c = checked(
        r#"package main
type L[T any] struct{ next *L[T]; v T }
func (l *L[E]) Push(v E, f func(E) bool) *L[E] { return l }
var l L[string]
func main() {}
"#,
    );
    let t = c.objects[c.main().expect("a package").scope["l"]].ty;
    let n = c.types.as_named(t).expect("a declared type");
    let info = c.types.named(n);
    let m = &info.methods[0];
    assert!(m.ptr_recv);
    let f = &c.objects[m.obj];
    let sig = c.types.method_type(n, &f.recv_tparams, f.ty);
    assert_eq!(c.types.runtime_string(sig), "func(string, func(string) bool) *main.L[string]");
    let under = c.types.runtime_string(c.types.underlying(t));
    assert_eq!(under, "struct { next *main.L[string]; v string }");
}

#[test]
fn calls_have_modes() {
    let c = checked(
        "package main\nfunc main() { println(len(\"ab\"), int64(3)); _ = append([]int{}, 1) }\n",
    );
    let Decl::Func(f) = &c.main().expect("a package").files[0].decls[0] else { panic!("a func") };
    let body = f.body.as_ref().expect("a body");
    let StmtKind::Expr(call) = &body.stmts[0].kind else { panic!("a call") };
    let ExprKind::Call { fun, args, .. } = &call.kind else { panic!("a call") };
    assert!(matches!(c.info.tv(fun.id).mode, Mode::Builtin(types::BuiltinId::Println)));
    assert_eq!(c.info.tv(call.id).mode, Mode::NoValue);
    assert_eq!(c.info.tv(args[0].id).value.as_ref().and_then(|v| v.to_i64()), Some(2));
    let ExprKind::Call { fun, .. } = &args[1].kind else { panic!("a conversion") };
    assert_eq!(c.info.tv(fun.id).mode, Mode::TypeExpr);
    assert_eq!(c.info.ty(args[1].id), Types::INT64);
}
