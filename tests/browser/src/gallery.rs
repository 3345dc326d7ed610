//! The places of the page that people look at, and how a script gets to each.

/// A script that looks at the picture and returns what is wrong with it, as sentences.
pub const CHECK: &str = include_str!("check.js");

/// A place on the page.
pub struct Scene {
    /// Name of the picture.
    pub name: &'static str,
    /// Fragment of the address to open.
    pub address: &'static str,
    /// JavaScript that leads there, with `await`; `key`, `press` and `record` are at hand.
    pub go: &'static str,
    /// Only on a phone (true), only elsewhere (false).
    pub phone: Option<bool>,
}

/// What every script may use.
pub const HELPERS: &str = r"
    const pause = ms => new Promise(done => setTimeout(done, ms));
    const key = k => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: k, bubbles: true, cancelable: true }));
    const press = async css => { document.querySelector(css)?.click(); await pause(30); };
    const part = async p => { await pause(30); interleave.seek(Math.round(interleave.length() * p)); await pause(30); };
    const record = async source => { interleave.load(source); await interleave.run(); };
    const zone = async n => { await press(`.ztab:nth-of-type(${n})`); };
";

const fn scene(name: &'static str, address: &'static str, go: &'static str) -> Scene {
    Scene { name, address, go, phone: None }
}

const fn phone(name: &'static str, address: &'static str, go: &'static str) -> Scene {
    Scene { name, address, go, phone: Some(true) }
}

const fn wide(name: &'static str, address: &'static str, go: &'static str) -> Scene {
    Scene { name, address, go, phone: Some(false) }
}

/// A lesson at a part of its run. Questions are off, so that the way is free.
macro_rules! lesson {
    ($slug:literal, $part:literal) => {
        scene($slug, $slug, concat!("await part(", $part, ")"))
    };
}

/// Two hundred goroutines that all move.
const CROWD: &str = r#"await record(`package main

import "sync"

func main() {
	var wg sync.WaitGroup
	jobs := make(chan int, 8)
	for range 200 {
		wg.Go(func() {
			for j := range jobs {
				_ = j * j
			}
		})
	}
	for i := range 600 {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
}
`); await part(0.5);"#;

/// A long output of both sorts, with lines that are longer than the pane.
const OUTPUT: &str = r#"await record(`package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	for i := range 500 {
		fmt.Println("line", i, strings.Repeat("long ", i%40))
	}
	fmt.Fprintln(os.Stderr, "and this is an error")
	fmt.Print("no ", "end ", "of line")
}
`); await part(1); await zone(4);"#;

const PANIC: &str = r#"await record(`package main

import "fmt"

func main() {
	done := make(chan bool)
	go func() {
		var m map[string]int
		m["a"] = 1
		done <- true
	}()
	fmt.Println(<-done)
}
`); await part(1);"#;

const WRONG: &str = r#"interleave.load(`package main

import "fmt"

func main() {
	var count int = "three"
	unused := 1
	fmt.Println(cuont)
}
`); await pause(50); await zone(2);"#;

/// The learner schedules: one fork, and the next to be picked.
const HAND: &str = r"key('h'); await part(0.2);
    for (let i = 0; i < 80 && document.querySelectorAll('.offers .g').length < 2; i++) {
        interleave.step(); await pause(15);
    }
    await press('.offers .g:last-of-type'); await pause(500);";

/// A `select` with a ready case, lit.
const CASES: &str = r"await part(0.2);
    for (let i = 0; i < 400 && !document.querySelector('.threads path.chosen'); i++) {
        interleave.step(); await pause(10);
    }";

/// All of them.
pub fn scenes() -> Vec<Scene> {
    vec![
        scene("contents", "contents", ""),
        scene("glossary", "glossary", ""),
        scene("playground", "playground", "await part(0.4)"),
        lesson!("1.3-queues", 0.5),
        lesson!("1.4-system-calls", 0.5),
        lesson!("2.1-a-meeting", 0.5),
        lesson!("2.11-bounded-queue", 0.6),
        scene("hand", "2.11-bounded-queue", HAND),
        scene("inspector", "2.11-bounded-queue", "await part(0.6); await press('.panel .look')"),
        scene(
            "side-by-side",
            "8.5-mutex-or-channel",
            "key('v'); await pause(900); await part(0.4)",
        ),
        scene("procs-side-by-side", "1.3-queues", "key('v'); await pause(900); await part(0.5)"),
        scene("cases", "3.1-select", CASES),
        lesson!("3.1-select", 0.5),
        lesson!("4.2-timers", 0.5),
        lesson!("5.1-mutex", 0.5),
        lesson!("5.2-rwmutex", 0.5),
        lesson!("5.3-atomic", 0.5),
        lesson!("5.4-waitgroup", 0.5),
        lesson!("5.5-errgroup", 0.5),
        lesson!("5.6-once", 0.5),
        lesson!("5.7-context", 0.6),
        lesson!("5.8-cond", 0.5),
        lesson!("5.10-lock-order", 1.0),
        lesson!("6.3-fan-out", 0.5),
        lesson!("7.1-singleflight", 0.5),
        lesson!("8.3-leaks", 1.0),
        scene(
            "question",
            "2.11-bounded-queue",
            "await press('.ask-toggle'); for (let i = 0; i < 80 && !document.querySelector('.predict'); i++) { key('ArrowRight'); await pause(5); }",
        ),
        scene("crowd", "playground", CROWD),
        scene("output", "playground", OUTPUT),
        scene("panic", "playground", PANIC),
        scene("errors", "playground", WRONG),
        scene("help", "2.11-bounded-queue", "key('?')"),
        wide("present", "2.11-bounded-queue", "await part(0.6); key('p')"),
        wide("present-notes", "2.11-bounded-queue", "await part(0.6); key('p'); key('n')"),
        wide(
            "zoomed",
            "2.11-bounded-queue",
            "await part(0.5); for (let i = 0; i < 4; i++) key('+')",
        ),
        wide("by-time", "2.11-bounded-queue", "await part(0.7); key('x')"),
        wide("drawer", "2.11-bounded-queue", "await press('.only-tablet')"),
        phone("phone-guide", "2.11-bounded-queue", "await part(0.6); await zone(1)"),
        phone("phone-code", "2.11-bounded-queue", "await part(0.6); await zone(2)"),
        phone("phone-output", "2.11-bounded-queue", "await part(0.6); await zone(4)"),
    ]
}
