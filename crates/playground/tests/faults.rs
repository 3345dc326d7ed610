//! Faults that Go itself does not report while the program goes on.

mod common;

use expect_test::expect;
use playground::{Budgets, OutcomeKind, Settings, compile};
use trace::{EventKind, GoId};

#[test]
fn a_partial_deadlock_is_reported_within_the_budget() {
    let source = r#"package main

import (
	"fmt"
	"sync"
	"time"
)

func take(first, second *sync.Mutex, wg *sync.WaitGroup) {
	defer wg.Done()
	first.Lock()
	defer first.Unlock()
	time.Sleep(time.Millisecond)
	second.Lock()
	defer second.Unlock()
}

func main() {
	var a, b, c sync.Mutex
	var wg sync.WaitGroup
	wg.Add(3)
	go take(&a, &b, &wg)
	go take(&b, &c, &wg)
	go take(&c, &a, &wg)
	go func() {
		for range time.Tick(time.Second) {
		}
	}()
	wg.Wait()
	fmt.Println("never")
}
"#;
    let budgets = Budgets { steps: 100_000, ..Budgets::default() };
    let settings = Settings { budgets, ..Settings::default() };
    let r = common::record(&compile(source).unwrap(), &settings);
    assert_eq!(r.outcome.kind, OutcomeKind::Budget);
    let (_, told) = r.outcome.stderr.split_once("is used up\n").unwrap();
    expect![[r#"
        interleave: partial deadlock: 4 goroutines are asleep that nobody can ever wake

        goroutine 1 [sync.WaitGroup.Wait]:
        main.main(...)
        	main.go:29

        goroutine 2 [sync.Mutex.Lock]:
        main.take(...)
        	main.go:14

        goroutine 3 [sync.Mutex.Lock]:
        main.take(...)
        	main.go:14

        goroutine 4 [sync.Mutex.Lock]:
        main.take(...)
        	main.go:14
    "#]]
    .assert_eq(told);
    let at = r.stuck_at.unwrap();
    assert!(matches!(r.trace.events()[at - 1].kind, EventKind::GoPark { .. }));
    assert!(at < r.trace.len() / 10, "long before the end");
}

/// Chains at the end of a run, one a line, for all that wait.
fn check(body: &str, expected: expect_test::Expect) {
    let source = format!(
        "package main\nimport (\"sync\"; \"time\")\n{body}\nvar _ sync.Mutex\nvar _ = time.Now\n"
    );
    let budgets = Budgets { steps: 20_000, ..Budgets::default() };
    let settings = Settings { budgets, ..Settings::default() };
    let r = common::record(&compile(&source).unwrap(), &settings);
    let world = r.checkpoints.world_at(&r.trace, r.trace.len());
    let mut all = String::new();
    for go in world.gos.keys() {
        let (links, end) = r.why(r.trace.len(), *go);
        if links.is_empty() {
            continue;
        }
        for l in &links {
            let name = |o| world.objs.get(&o).map_or("", |o| r.trace.text(o.name)).to_string();
            let on = l.on.map(name).unwrap_or_default();
            all += &format!("{} [{}] {on}: {:?}; ", l.go, l.reason.text(), l.then);
        }
        all += &format!("{end:?}\n");
    }
    expected.assert_eq(&all);
}

#[test]
fn chains_end_in_a_ring() {
    check(
        r#"
func pair(first, second *sync.Mutex, wg *sync.WaitGroup) {
	first.Lock()
	time.Sleep(1)
	second.Lock()
	wg.Done()
}
func main() {
	var a, b, c sync.Mutex
	var wg sync.WaitGroup
	wg.Add(3)
	go pair(&a, &b, &wg)
	go pair(&b, &c, &wg)
	go pair(&c, &a, &wg)
	wg.Wait()
}
"#,
        expect![[r#"
            G1 [sync.WaitGroup.Wait] wg: Could { go: G2 }; G2 [sync.Mutex.Lock] b: Holder { go: G3 }; G3 [sync.Mutex.Lock] c: Holder { go: G4 }; G4 [sync.Mutex.Lock] a: Holder { go: G2 }; Cycle { from: 1 }
            G2 [sync.Mutex.Lock] b: Holder { go: G3 }; G3 [sync.Mutex.Lock] c: Holder { go: G4 }; G4 [sync.Mutex.Lock] a: Holder { go: G2 }; Cycle { from: 0 }
            G3 [sync.Mutex.Lock] c: Holder { go: G4 }; G4 [sync.Mutex.Lock] a: Holder { go: G2 }; G2 [sync.Mutex.Lock] b: Holder { go: G3 }; Cycle { from: 0 }
            G4 [sync.Mutex.Lock] a: Holder { go: G2 }; G2 [sync.Mutex.Lock] b: Holder { go: G3 }; G3 [sync.Mutex.Lock] c: Holder { go: G4 }; Cycle { from: 0 }
        "#]],
    );
}

#[test]
fn chains_end_at_a_timer_or_with_somebody_who_is_gone_or_with_nobody() {
    check(
        r#"
func main() {
	var mu, left sync.Mutex
	var none chan int
	lost := make(chan int)
	jobs := make(chan int)
	go func() { mu.Lock(); time.Sleep(time.Hour) }()
	go func() { time.Sleep(1); mu.Lock() }()
	go func() { left.Lock() }()
	go func() { time.Sleep(1); left.Lock() }()
	go func() { none <- 1 }()
	go func() { <-lost }()
	go func(jobs chan int) { time.Sleep(2); mu.Lock(); jobs <- 1 }(jobs)
	go func() { <-jobs }()
	timeout := time.After(time.Minute)
	go func() { <-timeout }()
	time.Sleep(3)
	for {
	}
}
"#,
        expect![[r#"
            G2 [sleep] : Timer { when: 3600000003320 }; Open
            G3 [sync.Mutex.Lock] mu: Holder { go: G2 }; G2 [sleep] : Timer { when: 3600000003320 }; Open
            G5 [sync.Mutex.Lock] left: Gone { go: G4 }; Open
            G6 [chan send (nil chan)] : Nobody; Open
            G7 [chan receive] lost: Could { go: G1 }; Runs { go: G1 }
            G8 [sync.Mutex.Lock] mu: Holder { go: G2 }; G2 [sleep] : Timer { when: 3600000003320 }; Open
            G9 [chan receive] jobs: Could { go: G8 }; G8 [sync.Mutex.Lock] mu: Holder { go: G2 }; G2 [sleep] : Timer { when: 3600000003320 }; Open
            G10 [chan receive] timeout: Timer { when: 60000002690 }; Open
        "#]],
    );
}

#[test]
fn a_chain_knows_what_the_run_will_bring() {
    let source = r#"package main

func main() {
	a, b := make(chan int), make(chan int)
	go func() { a <- <-b }()
	go func() { b <- 1 }()
	<-a
}
"#;
    let r = common::record(&compile(source).unwrap(), &Settings::default());
    let parked = r.trace.events().iter().position(|e| matches!(e.kind, EventKind::GoPark { .. }));
    let (at, go) = (parked.unwrap() + 1, GoId::MAIN);
    let (links, _) = r.why(at, go);
    expect![
        "[Link { go: G1, reason: ChanReceive, on: Some(#1), then: Later { go: G2, event: 39 } }]"
    ]
    .assert_eq(&format!("{links:?}"));
}
