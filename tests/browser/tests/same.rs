//! The same program with the same settings gives the same trace in the page as outside it, byte for byte.

mod common;

use std::fs;

use browser_tests::{Look, Page};
use playground::Settings;

/// Of the corpus: channels, select, locks, conditions, contexts, timers, panics, deadlocks.
const PROGRAMS: [&str; 24] = [
    "atomic-types",
    "bank-transfers",
    "buffered-channel-fifo",
    "close-wakes-all",
    "cond-broadcast",
    "context-tree",
    "context-worker",
    "daisy-chain",
    "deadlock-lock-order",
    "deadlock-select",
    "dining-philosophers",
    "errgroup-limit",
    "once-func-value",
    "panic-goroutine-defer-order",
    "panic-in-goroutine",
    "parallel-mergesort",
    "prime-sieve",
    "rwmutex-writer-preference",
    "select-nil-disables",
    "singleflight",
    "sync-map",
    "ticker",
    "timer-stop-reset",
    "worker-pool",
];

#[test]
fn traces_agree_byte_for_byte() {
    let page = Page::open(&Look::default()).expect("the page");
    let programs = PROGRAMS.iter().map(|name| {
        let path = common::repository(&format!("tests/programs/conc/{name}.go"));
        ((*name).to_owned(), fs::read_to_string(path).expect(name))
    });
    let lessons = common::lessons().into_iter().map(|l| (l.number, l.source));
    for (name, source) in lessons.chain(programs) {
        page.record(&source).expect(&name);
        // A lesson comes with settings of its own.
        let given = page.eval("interleave.settings()").unwrap();
        let number = |name: &str| given[name].as_u64().expect(name);
        assert_eq!(given["strategy"], "model", "{name}");
        let settings = Settings {
            gomaxprocs: u16::try_from(number("gomaxprocs")).expect("at most 64"),
            instruction_ns: u32::try_from(number("instructionNs")).expect("at most a million"),
            seed: number("seed"),
            ..common::settings()
        };
        let native = common::natively(&source, &settings);
        let outcome = page.eval("interleave.outcome()").unwrap();
        assert_eq!(outcome["kind"], native.outcome.kind.text(), "{name}");
        assert_eq!(outcome["stdout"], native.outcome.stdout, "{name}");
        assert_eq!(outcome["stderr"], native.outcome.stderr, "{name}");
        let here = playground::json::trace(&native.trace);
        let there = page.eval("interleave.trace()").unwrap();
        let there = there.as_str().unwrap_or_default();
        let differs = here.lines().zip(there.lines()).position(|(a, b)| a != b);
        if let Some(line) = differs {
            let nth = |text: &str| text.lines().nth(line).unwrap_or_default().to_owned();
            panic!("{name}: line {line}\n here {}\nthere {}", nth(&here), nth(there));
        }
        assert_eq!(here.len(), there.len(), "{name}");
    }
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}
