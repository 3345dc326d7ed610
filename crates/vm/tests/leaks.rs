//! Who is stuck for ever while others go on, and who is not.

mod common;

use common::run_with;
use expect_test::{Expect, expect};
use vm::{Budgets, Config};

/// Runs until the budget is used up; who is left, and who of them is stuck.
fn check(body: &str, expected: Expect) {
    let budgets = Budgets { steps: 200_000, ..Budgets::default() };
    let source = format!("package main\nimport (\"sync\"; \"time\")\n{body}\nvar _ sync.Mutex\n");
    let r = run_with(&source, Config { budgets, ..Config::default() });
    let mut all = String::new();
    for l in &r.leaks {
        let what = l.reason.map_or("runnable", |r| r.text());
        let stuck = if l.stuck { " stuck" } else { "" };
        all += &format!("{} [{what}] line {}{stuck}\n", l.go, l.line);
    }
    let text = r.stderr.contains("partial deadlock");
    assert_eq!(text, r.leaks.iter().any(|l| l.stuck), "{}", r.stderr);
    expected.assert_eq(&all);
}

#[test]
fn three_locks_in_a_ring_and_a_ticker() {
    check(
        r#"
func pair(a, b *sync.Mutex) {
	a.Lock()
	time.Sleep(1)
	b.Lock()
}
func main() {
	var a, b, c sync.Mutex
	go pair(&a, &b)
	go pair(&b, &c)
	go pair(&c, &a)
	for {
		time.Sleep(time.Second)
	}
}
"#,
        expect![[r#"
            G2 [sync.Mutex.Lock] line 7 stuck
            G3 [sync.Mutex.Lock] line 7 stuck
            G4 [sync.Mutex.Lock] line 7 stuck
            G1 [sleep] line 15
        "#]],
    );
}

#[test]
fn three_channels_in_a_ring_and_a_ticker() {
    check(
        r#"
func main() {
	a, b, c := make(chan int), make(chan int), make(chan int)
	go func() { b <- <-a }()
	go func() { c <- <-b }()
	go func() { a <- <-c }()
	for range time.Tick(time.Second) {
	}
}
"#,
        expect![[r#"
            G2 [chan receive] line 6 stuck
            G3 [chan receive] line 7 stuck
            G4 [chan receive] line 8 stuck
            G1 [chan receive] line 9
        "#]],
    );
}

#[test]
fn package_variables_that_nobody_needs_any_more() {
    check(
        r#"
var mu sync.Mutex
var wg sync.WaitGroup
var results = make(chan int)
func main() {
	wg.Add(2)
	go func() { defer wg.Done(); mu.Lock(); results <- 1 }()
	go func() { defer wg.Done(); time.Sleep(1); mu.Lock() }()
	go func() {
		for {
			time.Sleep(time.Second)
		}
	}()
	wg.Wait()
	<-results
}
"#,
        expect![[r#"
            G1 [sync.WaitGroup.Wait] line 16 stuck
            G2 [chan send] line 9 stuck
            G3 [sync.Mutex.Lock] line 10 stuck
            G4 [sleep] line 13
        "#]],
    );
}

#[test]
fn whoever_can_still_be_woken_is_not_stuck() {
    check(
        r#"
type hub struct {
	mu    sync.Mutex
	ready *sync.Cond
	next  chan chan int
}
var global = make(chan int)
func tick(h *hub) {
	for {
		time.Sleep(time.Second)
		if time.Now().IsZero() {
			h.next <- nil
			h.ready.Signal()
			global <- 1
		}
	}
}
func main() {
	h := &hub{next: make(chan chan int)}
	h.ready = sync.NewCond(&h.mu)
	inner := make(chan int)
	go func() { <-h.next; inner <- 1 }()
	go func() { <-inner }()
	go func() { <-global }()
	go func() {
		h.mu.Lock()
		h.ready.Wait()
	}()
	var held sync.Mutex
	held.Lock()
	go func() { held.Lock() }()
	lost := make(chan int)
	go func() {
		select {
		case <-lost:
		case <-time.After(time.Hour * 1e6):
		}
	}()
	go func() { var none chan int; none <- 1 }()
	tick(h)
	held.Unlock()
}
"#,
        expect![[r#"
            G2 [chan receive] line 24
            G3 [chan receive] line 25
            G4 [chan receive] line 26
            G5 [sync.Cond.Wait] line 29
            G6 [sync.Mutex.Lock] line 33
            G7 [select] line 36
            G8 [chan send (nil chan)] line 41 stuck
            G1 [sleep] line 12
        "#]],
    );
}

#[test]
fn a_closure_in_a_timer_reaches_what_it_captured() {
    check(
        r#"
func main() {
	done, never := make(chan int), make(chan int)
	time.AfterFunc(time.Hour * 1e6, func() { close(done) })
	go func() { <-done }()
	go func() { <-never }()
	for {
		time.Sleep(time.Second)
	}
}
"#,
        expect![[r#"
            G2 [chan receive] line 7
            G3 [chan receive] line 8 stuck
            G1 [sleep] line 10
        "#]],
    );
}
