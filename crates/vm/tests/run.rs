//! Programs run from their source: what they print, and how they end.

mod common;

use common::{run, run_with};
use expect_test::{Expect, expect};

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
        G3 main.waits [chan receive] line 4 from 7 stuck=false"#]]
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
