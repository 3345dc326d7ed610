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

#[test]
fn what_the_library_holds_is_told_as_people_read_it() {
    let source = r#"package main
import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)
type node struct { val int; next *node }
func main() {
	var head atomic.Pointer[node]
	var flag atomic.Bool
	var any atomic.Value
	head.Store(&node{7, nil})
	flag.Store(true)
	any.Store("text")
	var m sync.Map
	m.Store(1, 2)
	m.Store(1, 3)
	m.Delete(1)
	pool := &sync.Pool{}
	pool.Put(m.Range)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	ctx = context.WithValue(ctx, "id", 17)
	timer := time.NewTimer(time.Hour)
	time.Sleep(time.Millisecond)
	cancel()
	_, _ = ctx, timer
}
"#;
    expect![[r#"
        G1 Var { slot: 0, name: "head", value: Text("<nil>") }
        G1 Var { slot: 1, name: "flag", value: Text("false") }
        G1 Var { slot: 2, name: "any", value: Text("<nil>") }
        G1 ObjNew { obj: #1, kind: Atomic, name: "head", typ: "atomic.Pointer[main.node]", line: 13 }
        G1 VarWrite { obj: #1, atomic: true, value: Text("&{7 <nil>}") }
        G1 ObjNew { obj: #2, kind: Atomic, name: "flag", typ: "atomic.Bool", line: 14 }
        G1 VarWrite { obj: #2, atomic: true, value: Bool(true) }
        G1 ObjNew { obj: #3, kind: Atomic, name: "any", typ: "atomic.Value", line: 15 }
        G1 VarWrite { obj: #3, atomic: true, value: Text("text") }
        G1 Var { slot: 3, name: "m", value: Text("sync.Map") }
        G1 ObjNew { obj: #4, kind: Map, name: "m", typ: "sync.Map", line: 17 }
        G1 VarWrite { obj: #4, atomic: true, value: Int(1) }
        G1 VarWrite { obj: #4, atomic: true, value: Int(1) }
        G1 VarWrite { obj: #4, atomic: true, value: Int(0) }
        G1 Var { slot: 4, name: "pool", value: Text("&sync.Pool") }
        G1 ObjNew { obj: #5, kind: Pool, name: "pool", typ: "sync.Pool", line: 21 }
        G1 VarWrite { obj: #5, atomic: true, value: Int(1) }
        G1 ObjNew { obj: #6, kind: Chan { cap: 0 }, name: "", typ: "context.cancelCtx", line: 0 }
        G1 ObjNew { obj: #7, kind: Context, name: "WithTimeout", typ: "context.Context", line: 22 }
        G1 ContextNew { obj: #7, parent: None, deadline: Some(1000004690), value: None }
        G1 ObjNew { obj: #8, kind: Timer, name: "", typ: "*time.Timer", line: 22 }
        G1 Var { slot: 5, name: "ctx", value: Obj(#7) }
        G1 Var { slot: 6, name: "cancel", value: Text("withDeadline.func3") }
        G1 ObjNew { obj: #9, kind: Context, name: "WithValue", typ: "context.Context", line: 23 }
        G1 ContextNew { obj: #9, parent: Some(#7), deadline: None, value: Some((Text("id"), Int(17))) }
        G1 Var { slot: 5, name: "ctx", value: Obj(#9) }
        G1 ObjNew { obj: #10, kind: Timer, name: "timer", typ: "*time.Timer", line: 24 }
        G1 ObjNew { obj: #11, kind: Chan { cap: 1 }, name: "timer.C", typ: "<-chan time.Time", line: 24 }
        G1 Var { slot: 7, name: "timer", value: Obj(#10) }
        G1 ContextDone { obj: #7, cause: "context canceled" }
    "#]].assert_eq(&film(
        source,
        vm::Config::default(),
        &["ObjNew", "VarWrite", "Context", "Var {"],
    ));
}
