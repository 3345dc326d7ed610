//! Programs run from their source: what they print, and how they end.

mod common;

use common::{run, run_with};
use executor::Fifo;
use expect_test::{Expect, expect};
use trace::Tracer;

/// Output, error output and exit code of a program.
fn check(source: &str, expected: Expect) {
    let r = run(source);
    expected.assert_eq(&r.all());
}

#[test]
fn hello() {
    check(
        r#"package main
import "fmt"
func main() { fmt.Println("hello", 1, 2.5, []int{1}, map[string]int{"b": 1, "a": 2}) }
"#,
        expect![[r#"
            hello 1 2.5 [1] map[a:2 b:1]
        "#]],
    );
}

#[test]
fn a_panic_runs_deferred_calls_and_tells_its_frames() {
    check(
        r#"package main
func main() {
	defer println("deferred")
	var s []int
	f(s)
}
func f(s []int) { s[5] = 1 }
"#,
        expect![[r#"
            deferred
            panic: runtime error: index out of range [5] with length 0

            goroutine 1 [running]:
            main.f(...)
            	main.go:7 +0x1d
            main.main()
            	main.go:5 +0x1d
            -- exit 2
        "#]],
    );
}

#[test]
fn everybody_asleep() {
    check(
        r#"package main
func main() {
	c := make(chan int)
	go func() { c <- 1; c <- 2; select {} }()
	<-c
	<-c
	<-c
}
"#,
        expect![[r#"
            fatal error: all goroutines are asleep - deadlock!

            goroutine 1 [chan receive]:
            main.main()
            	main.go:7 +0x1d

            goroutine 2 [select (no cases)]:
            main.main.func1()
            	main.go:4 +0x1d
            created by main.main in goroutine 1
            	main.go:4 +0x1d
            -- exit 2
        "#]],
    );
}

#[test]
fn budgets_end_what_would_not() {
    let small = vm::Config {
        budgets: vm::Budgets {
            steps: 100_000,
            goroutines: 100,
            heap: 1 << 20,
            output: 1000,
            stack: 1 << 16,
            events: 1000,
        },
        ..vm::Config::default()
    };
    for (body, want) in [
        ("for {}", "stopped at line 2: the budget of 100000 steps is used up"),
        (
            "for { go func() { select {} }() }",
            "stopped at line 2: the budget of 100 goroutines is used up",
        ),
        ("for { println(1) }", "stopped at line 2: the budget of 1000 bytes of output is used up"),
        ("var f func(); f = func() { f() }; f()", "fatal error: stack overflow"),
        (
            "var s [][]int; for { s = append(s, make([]int, 1000)) }",
            "stopped at line 2: the budget of 1048576 bytes",
        ),
        ("_ = make([]int, 1<<40)", "stopped at line 2: the budget of 1048576 bytes"),
        ("s := \"x\"; for { s += s }", "stopped at line 2: the budget of 1048576 bytes"),
    ] {
        let r = run_with(&format!("package main\nfunc main() {{ {body} }}\n"), small.clone());
        assert!(r.outcome.message.starts_with(want), "{body}: {}", r.outcome.message);
        assert_ne!(r.outcome.exit, 0);
    }
}

#[test]
fn who_is_left_behind() {
    let r = run(r#"package main
var global = make(chan int)
func stuck() { c := make(chan int); <-c }
func waits() { <-global }
func main() {
	go stuck()
	go waits()
	for i := 0; i < 10000; i++ {}
	done := make(chan bool)
	go func() { done <- true }()
	<-done
}
"#);
    let leaks: Vec<String> = r
        .leaks
        .iter()
        .map(|l| {
            let reason = l.reason.map_or("", |r| r.text());
            format!(
                "{} {} [{reason}] line {} from {} stuck={}",
                l.go, l.func, l.line, l.created, l.stuck
            )
        })
        .collect();
    expect![[r#"
        G2 main.stuck [chan receive] line 3 from 6 stuck=true
        G3 main.waits [chan receive] line 4 from 7 stuck=true"#]]
    .assert_eq(&leaks.join("\n"));
}

#[test]
fn garbage_does_not_add_up() {
    let r = run(r#"package main
type node struct { next *node; pad [100]int }
func main() {
	var keep *node
	m := map[int]string{}
	for i := 0; i < 100000; i++ {
		n := &node{}
		if i%1000 == 0 { n.next = keep; keep = n }
		m[i%100] = "key" + string(rune('a'+i%26))
	}
	n := 0
	for p := keep; p != nil; p = p.next { n++ }
	println(n, len(m), m[42])
}
"#);
    assert_eq!(r.stderr, "100 100 keyy\n", "{}", r.outcome.message);
}

/// The events of a run, those that `keep` names, as text.
fn film(source: &str, config: vm::Config, keep: &[&str]) -> String {
    let tracer = Tracer::on();
    let p = common::compile(source, "main.go").unwrap();
    common::execute(p, config, Box::new(Fifo::new()), tracer.clone());
    let t = tracer.take();
    let mut out = String::new();
    for e in t.events() {
        let text = format!("{:?}", e.kind);
        if !keep.iter().any(|k| text.starts_with(k)) {
            continue;
        }
        out += &format!("{} ", e.go);
        // Symbols as their texts.
        let mut rest = &text[..];
        while let Some(i) = rest.find('$') {
            let n = rest[i + 1..].bytes().take_while(u8::is_ascii_digit).count();
            let sym = rest[i + 1..i + 1 + n].parse().map_or(trace::Sym(0), trace::Sym);
            out += &format!("{}{:?}", &rest[..i], t.text(sym));
            rest = &rest[i + 1 + n..];
        }
        out += rest;
        out.push('\n');
    }
    out
}

#[test]
fn the_code_is_told() {
    let source = r#"package main
import "sync"
func double(n int) int {
	m := 2 * n
	return m
}
func main() {
	var mu sync.Mutex
	for i := range 2 {
		mu.Lock()
		println(double(i))
		mu.Unlock()
	}
}
"#;
    let keep = ["Call", "Return", "Stmt", "Var {", "ObjNew", "Lock", "Unlock", "Output"];
    expect![[r#"
        G1 Call { func: "main" }
        G1 Stmt { line: 8 }
        G1 ObjNew { obj: #1, kind: Mutex, name: "mu", typ: "sync.Mutex", line: 8 }
        G1 Var { slot: 0, name: "mu", value: Obj(#1) }
        G1 Stmt { line: 9 }
        G1 Var { slot: 1, name: "i", value: Int(0) }
        G1 Stmt { line: 10 }
        G1 Lock { obj: #1, shared: false }
        G1 Stmt { line: 11 }
        G1 Call { func: "double" }
        G1 Var { slot: 0, name: "n", value: Int(0) }
        G1 Stmt { line: 4 }
        G1 Var { slot: 1, name: "m", value: Int(0) }
        G1 Stmt { line: 5 }
        G1 Return
        G1 Output { stream: Stderr, text: "0\n" }
        G1 Stmt { line: 12 }
        G1 Unlock { obj: #1, shared: false, to: None }
        G1 Stmt { line: 9 }
        G1 Var { slot: 1, name: "i", value: Int(1) }
        G1 Stmt { line: 10 }
        G1 Lock { obj: #1, shared: false }
        G1 Stmt { line: 11 }
        G1 Call { func: "double" }
        G1 Var { slot: 0, name: "n", value: Int(1) }
        G1 Stmt { line: 4 }
        G1 Var { slot: 1, name: "m", value: Int(2) }
        G1 Stmt { line: 5 }
        G1 Return
        G1 Output { stream: Stderr, text: "2\n" }
        G1 Stmt { line: 12 }
        G1 Unlock { obj: #1, shared: false, to: None }
        G1 Stmt { line: 9 }
        G1 Stmt { line: 14 }
        G1 Return
    "#]]
    .assert_eq(&film(source, vm::Config::default(), &keep));
}

#[test]
fn plain_memory_is_told_when_asked_for() {
    let source = r#"package main
type account struct { id, balance int }
var total int
func main() {
	a := &account{}
	s := make([]int, 2)
	done := make(chan bool)
	go func() {
		a.balance += 5
		s[1] = total
		done <- true
	}()
	<-done
}
"#;
    let config = vm::Config { accesses: true, ..vm::Config::default() };
    expect![[r#"
        G1 ObjNew { obj: #1, kind: Chan { cap: 0 }, name: "done", typ: "chan bool", line: 7 }
        G2 ObjNew { obj: #2, kind: Variable, name: "a.balance", typ: "int", line: 5 }
        G2 VarRead { obj: #2, atomic: false, value: Int(0) }
        G2 VarWrite { obj: #2, atomic: false, value: Int(5) }
        G2 ObjNew { obj: #3, kind: Variable, name: "total", typ: "int", line: 3 }
        G2 VarRead { obj: #3, atomic: false, value: Int(0) }
        G2 ObjNew { obj: #4, kind: Variable, name: "s[1]", typ: "int", line: 6 }
        G2 VarWrite { obj: #4, atomic: false, value: Int(0) }
    "#]]
    .assert_eq(&film(source, config, &["ObjNew", "VarRead", "VarWrite"]));
}
