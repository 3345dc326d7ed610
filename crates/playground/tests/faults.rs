//! Faults that Go itself does not report while the program goes on.

mod common;

use expect_test::expect;
use playground::{Budgets, OutcomeKind, Settings, compile};
use trace::EventKind;

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
