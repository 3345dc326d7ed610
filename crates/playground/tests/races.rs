//! Data races over the whole corpus: the same verdict as real Go built with `-race`.

mod common;

use expect_test::expect;
use playground::{Race, Recording, Settings, Strategy, compile};
use std::fs;
use std::path::{Path, PathBuf};

fn programs(folder: &str) -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/programs").join(folder);
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "go"));
    files.sort();
    files
}

fn record(source: &str, settings: &Settings) -> Recording {
    common::record(&compile(source).unwrap(), settings)
}

/// Go's scheduler first, then random orders.
fn watch(source: &str, seed: u64) -> Vec<Race> {
    let strategy = if seed == 0 { Strategy::Model } else { Strategy::Random };
    let settings = Settings { strategy, seed, races: true, tracing: false, ..Settings::default() };
    record(source, &settings).races
}

#[test]
fn verdicts_are_those_of_go() {
    let (mut racy, mut free, mut wrong) = (0, 0, String::new());
    for p in programs("race") {
        let source = fs::read_to_string(&p).unwrap();
        let verdict = fs::read_to_string(p.with_extension("race")).unwrap();
        let found = (0..4).map(|seed| watch(&source, seed)).find(|r| !r.is_empty());
        let expected = verdict.trim() == "race";
        *(if expected { &mut racy } else { &mut free }) += 1;
        if expected != found.is_some() {
            let name = p.file_stem().unwrap().display().to_string();
            let what = found.map_or("nothing found\n".into(), |r| r[0].render("main.go"));
            wrong += &format!("{name}: {what}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(racy >= 40 && free >= 40, "{racy} racy, {free} free");
}

/// Programs outside `race` in which real Go finds races, too: a send and a close that nothing
/// orders.
const RACY: [&str; 2] = ["blocked-sender-woken-by-close", "send-or-close"];

#[test]
fn no_false_alarm() {
    let (mut found, mut ran) = (Vec::new(), 0);
    for p in ["conc", "std", "lang", "order"].into_iter().flat_map(programs) {
        let source = fs::read_to_string(&p).unwrap();
        // Some are there to be refused.
        if compile(&source).is_err() {
            continue;
        }
        ran += 1;
        if (0..3).any(|seed| !watch(&source, seed).is_empty()) {
            found.push(p.file_stem().unwrap().display().to_string());
        }
    }
    assert_eq!(found, RACY);
    assert!(ran > 350, "{ran}");
}

#[test]
fn watching_changes_nothing_in_the_trace() {
    for p in programs("race").iter().step_by(6) {
        let source = fs::read_to_string(p).unwrap();
        let plain = record(&source, &Settings::default());
        let watched = record(&source, &Settings { races: true, ..Settings::default() });
        assert!(plain.trace == watched.trace, "{}", p.display());
        let end = watched.trace.len();
        assert!(
            watched.races.iter().all(|r| r.first.event <= r.second.event && r.second.event < end)
        );
    }
}

/// The first race of a program: what, who and where, why.
fn check(source: &str, expected: expect_test::Expect) {
    let settings = Settings { races: true, ..Settings::default() };
    let r = record(&format!("package main\n{source}"), &settings);
    let races = r.races.iter().map(|r| r.render("main.go") + "\n").collect::<String>();
    expected.assert_eq(&races);
}

#[test]
fn both_accesses_and_what_is_missing() {
    check(
        r#"
import "time"

func main() {
	n := 0
	go func() {
		n = 1
	}()
	time.Sleep(time.Second)
	println(n)
	ch := make(chan int, 2)
	go func() { ch <- 1 }()
	time.Sleep(time.Second)
	close(ch)
}
"#,
        expect![[r#"
            ==================
            WARNING: DATA RACE
            Read at 0x000d00000000 by main goroutine:
              main.main()
                  main.go:11 +0x1d

            Previous write at 0x000d00000000 by goroutine 2:
              main.main.func1()
                  main.go:8 +0x1d

            Goroutine 2 (finished) created at:
              main.main()
                  main.go:7 +0x1d

            n: G1 does not wait until G2 is done.
            ==================

            ==================
            WARNING: DATA RACE
            Write at 0x000000000002 by main goroutine:
              main.main()
                  main.go:15 +0x1d

            Previous read at 0x000000000002 by goroutine 3:
              main.main.func2()
                  main.go:13 +0x1d

            Goroutine 3 (finished) created at:
              main.main()
                  main.go:13 +0x1d

            ch: nothing says that all sends are done before the channel is closed.
            ==================

        "#]],
    );
}

#[test]
fn locks_are_named() {
    check(
        r#"
import "sync"

type account struct {
	mu      sync.RWMutex
	balance int
}

var a account
var other sync.Mutex

func deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { deposit(1) })
	wg.Go(func() {
		other.Lock()
		a.balance++
		other.Unlock()
	})
	wg.Wait()
	wg.Go(func() {
		a.mu.RLock()
		a.balance--
		a.mu.RUnlock()
	})
	wg.Go(func() {
		a.mu.RLock()
		println(a.balance > 3)
		a.mu.RUnlock()
	})
	wg.Wait()
}
"#,
        expect![[r#"
            ==================
            WARNING: DATA RACE
            Read at 0x000200000001 by goroutine 2:
              main.deposit()
                  main.go:16 +0x1d
              main.main.func1()
                  main.go:21 +0x1d

            Previous write at 0x000200000001 by goroutine 3:
              main.main.func2()
                  main.go:24 +0x1d

            Goroutine 2 (running) created at:
              main.main()
                  main.go:21 +0x1d

            Goroutine 3 (finished) created at:
              main.main()
                  main.go:22 +0x1d

            a.balance: G3 holds other and G2 holds a.mu: that is not the same lock.
            ==================

            ==================
            WARNING: DATA RACE
            Write at 0x000200000001 by goroutine 4:
              main.main.func3()
                  main.go:30 +0x1d

            Previous read at 0x000200000001 by goroutine 5:
              main.main.func4()
                  main.go:35 +0x1d

            Goroutine 4 (running) created at:
              main.main()
                  main.go:28 +0x1d

            Goroutine 5 (finished) created at:
              main.main()
                  main.go:33 +0x1d

            a.balance: under a.mu.RLock nobody may write: readers do not exclude each other.
            ==================

        "#]],
    );
}

#[test]
fn maps_atomics_and_printing() {
    check(
        r#"
import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	m := map[string]int{}
	var wg sync.WaitGroup
	wg.Go(func() { m["a"] = 1 })
	wg.Go(func() { m["b"] = 2 })
	var hits int64
	wg.Go(func() { atomic.AddInt64(&hits, 1) })
	hits++
	s := []int{1, 2, 3}
	wg.Go(func() { s[1] = 5 })
	fmt.Println(s)
	wg.Wait()
}
"#,
        expect![[r#"
            ==================
            WARNING: DATA RACE
            Write at 0x002100000001 by goroutine 5:
              main.main.func4()
                  main.go:18 +0x1d

            Previous read at 0x002100000001 by main goroutine:
              main.main()
                  main.go:19 +0x1d

            Goroutine 5 (running) created at:
              main.main()
                  main.go:18 +0x1d

            s[1]: G5 runs from the go statement in line 18 on; only what G1 does before it is ordered.
            ==================

            ==================
            WARNING: DATA RACE
            Write at 0x001700000000 by goroutine 3:
              main.main.func2()
                  main.go:13 +0x1d

            Previous write at 0x001700000000 by goroutine 2:
              main.main.func1()
                  main.go:12 +0x1d

            Goroutine 3 (running) created at:
              main.main()
                  main.go:13 +0x1d

            Goroutine 2 (finished) created at:
              main.main()
                  main.go:12 +0x1d

            m: nothing orders G2 and G3.
            ==================

            ==================
            WARNING: DATA RACE
            Atomic write at 0x001e00000000 by goroutine 4:
              main.main.func3()
                  main.go:15 +0x1d

            Previous write at 0x001e00000000 by main goroutine:
              main.main()
                  main.go:16 +0x1d

            Goroutine 4 (running) created at:
              main.main()
                  main.go:15 +0x1d

            hits: one access is atomic and the other is not: both must be; the last that G4 knows of G1 is its go statement in line 15.
            ==================

        "#]],
    );
}
