//! Warnings, in the words of `go vet`.

mod common;

use expect_test::{Expect, expect};

fn check(source: &str, expected: Expect) {
    let found = playground::vet(source);
    assert!(playground::check(source).is_empty(), "{:?}", playground::check(source));
    let lines = found.iter().map(|d| format!("{}:{}: {}\n", d.pos.line, d.pos.col, d.message));
    expected.assert_eq(&lines.collect::<String>());
}

const COPIES: &str = include_str!("vet/copies.txt");
const CANCELS: &str = include_str!("vet/cancels.txt");

#[test]
fn copied_locks() {
    check(
        COPIES,
        expect![[r#"
        23:9: get passes lock by value: main.counter contains sync.Mutex
        27:13: take passes lock by value: main.counter contains sync.Mutex
        31:15: group passes lock by value: sync.WaitGroup contains sync.noCopy
        33:40: return copies lock value: main.counter contains sync.Mutex
        38:14: variable declaration copies lock value to copied: main.counter contains sync.Mutex
        42:7: assignment copies lock value to b: main.counter contains sync.Mutex
        43:10: variable declaration copies lock value to c: main.counter contains sync.Mutex
        45:7: assignment copies lock value to e: main.counter contains sync.Mutex
        47:20: literal copies lock value from a: main.counter contains sync.Mutex
        48:9: range var x copies lock: main.counter contains sync.Mutex
        55:9: range var v copies lock: main.embeds
        59:7: assignment copies lock value to o: main.nested contains main.counter contains sync.Mutex
        60:7: call of take copies lock value: main.counter contains sync.Mutex
        63:14: call of fmt.Println copies lock value: main.counter contains sync.Mutex
        65:7: assignment copies lock value to h: sync/atomic.Int64 contains sync/atomic.noCopy
        66:10: func passes lock by value: sync.WaitGroup contains sync.noCopy
        68:7: assignment copies lock value to k: sync.Once contains sync.noCopy
        69:18: call of interface{} copies lock value: main.counter contains sync.Mutex
        70:6: assignment copies lock value to a: main.counter contains sync.Mutex
        72:63: assignment copies lock value to _: main.nested contains main.counter contains sync.Mutex
        72:66: assignment copies lock value to _: sync/atomic.Int64 contains sync/atomic.noCopy
        72:69: assignment copies lock value to _: sync.Once contains sync.noCopy
        72:72: assignment copies lock value to _: main.counter contains sync.Mutex
    "#]],
    );
}

#[test]
fn lost_cancels() {
    check(
        CANCELS,
        expect![[r#"
            11:7: the cancel function returned by context.WithCancel should be called, not discarded, to avoid a context leak
            16:2: the cancel function is not used on all paths (possible context leak)
            18:3: this return statement may be reached without using the cancel var defined on line 16
            33:3: the cancel function is not used on all paths (possible context leak)
            40:1: this return statement may be reached without using the cancel var defined on line 33
            48:2: the cancel function is not used on all paths (possible context leak)
            54:1: this return statement may be reached without using the cancel var defined on line 48
            75:2: the cancel function is not used on all paths (possible context leak)
            82:4: this return statement may be reached without using the cancel var defined on line 75
        "#]],
    );
}

#[test]
fn tickers_and_wait_groups() {
    let source = r#"package main

import (
	"sync"
	"time"
)

func beat(done chan bool) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
		case <-done:
			return
		}
	}
}

func stopped() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	<-t.C
}

func handed() *time.Ticker {
	t := time.NewTicker(time.Second)
	return t
}

func main() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		defer wg.Done()
	}()
	wg.Wait()
	beat(nil)
	stopped()
	handed()
}
"#;
    check(
        source,
        expect![[r#"
            9:2: ticker t is never stopped: call t.Stop
            33:9: WaitGroup.Add called from inside new goroutine
        "#]],
    );
}

#[test]
fn what_does_not_compile_is_not_warned_about() {
    assert!(
        playground::vet("package main\nimport \"sync\"\nfunc f(m sync.Mutex) { x }\n").is_empty()
    );
}
