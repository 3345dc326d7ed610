//! Whatever is typed, the page says what is wrong and goes on answering.

mod common;

use browser_tests::{Look, Page};
use serde_json::json;

const ENTER: &str = "\u{e007}";
const BACKSPACE: &str = "\u{e003}";
const CONTROL: &str = "\u{e009}";

/// Types a program of which every line but the last opens a block or stands alone. The editor closes what is opened,
/// so the keys are those of the lines alone.
fn type_program(page: &Page, lines: &str) {
    page.click("textarea.src").unwrap();
    page.keys(&format!("{CONTROL}a")).unwrap();
    page.keys(BACKSPACE).unwrap();
    page.keys(&lines.replace('\n', ENTER)).unwrap();
}

fn source(page: &Page) -> String {
    page.eval("document.querySelector('textarea.src').value").unwrap().as_str().unwrap().to_owned()
}

/// A step back changes the position; the page answers.
fn answers(page: &Page) {
    let at = "document.querySelector('.bar input').value";
    let before = page.eval(at).unwrap();
    page.click(".cb[aria-label='Step back']").unwrap();
    page.wait_for(&format!("{at} !== {before}")).expect("the page goes on answering");
    page.click(".cb[aria-label='Step on']").unwrap();
    page.wait_for(&format!("+{at} > 0")).expect("and on");
}

#[test]
fn what_does_not_compile_is_told_and_the_last_good_run_stays() {
    let page = Page::open(&Look::default()).expect("the page");
    let length = page.eval("interleave.length()").unwrap();
    let cases = [
        ("package main\nfunc main() {\nx := := 1", 4, "syntax error"),
        ("package main\nfunc main() {\nvar s string = 1 + 2", 4, "cannot use 1 + 2"),
        ("package main\nfunc main() {\nundefinedName()", 4, "undefined: undefinedName"),
    ];
    for (program, _, message) in cases {
        type_program(&page, program);
        let told =
            format!("document.querySelector('.errors')?.textContent.includes({})", json!(message));
        page.wait_for(&told).expect(message);
        let first = page.eval("interleave.diagnostics()[0]").unwrap();
        let shown = page.text(".errors pre").unwrap();
        let place = format!("{}:{} ", first["line"], first["col"]);
        assert!(
            shown.starts_with(&place) && shown.ends_with(first["message"].as_str().unwrap()),
            "{shown}"
        );
        assert_eq!(first["line"], 3, "{program}");
        page.wait_for("document.querySelector('.gutter .bad')?.innerText.trim() === '3'")
            .expect("its line is marked");

        assert_eq!(
            page.eval("interleave.length()").unwrap(),
            length,
            "the last good run is still there"
        );
        page.wait_for("document.querySelector('.stage.stale .g')").expect("on the stage, pale");
        let typed = source(&page).replace('\t', "");
        assert!(typed.starts_with(program), "what was typed stays: {typed}");
        answers(&page);
    }

    // The way back: a program that compiles clears it all.
    type_program(&page, "package main\nfunc main() {\nprintln(\"back\")");
    page.wait_for("!document.querySelector('.errors') && !document.querySelector('.stage.stale')")
        .unwrap();
    assert_ne!(page.eval("interleave.length()").unwrap(), length);
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn faults_are_told_where_they_end_the_run() {
    let page = Page::open(&Look::default()).expect("the page");
    let cases = [
        (
            "package main\nfunc main() {\nvar list []int\nlist[3] = 1",
            "panic",
            "panic: runtime error: index out of range [3] with length 0",
            "panic",
        ),
        (
            "package main\nfunc main() {\nc := make(chan int)\nc <- 1",
            "deadlock",
            "fatal error: all goroutines are asleep - deadlock!",
            "deadlock",
        ),
    ];
    for (program, kind, message, narration) in cases {
        type_program(&page, program);
        page.wait_for(&format!("interleave.outcome().kind === {}", json!(kind))).expect(kind);
        let told = format!(
            "document.querySelector('.out .fault')?.textContent.includes({})",
            json!(message)
        );
        page.wait_for(&told).expect(message);
        page.wait_for(&format!(
            "document.querySelector('.say p').textContent.includes({})",
            json!(narration)
        ))
        .expect("the narration tells it");
        let native = common::natively(&source(&page), &common::settings());
        assert_eq!(page.eval("interleave.outcome().stderr").unwrap(), native.outcome.stderr);
        assert_eq!(page.eval("interleave.outcome().exit").unwrap(), 2);
        answers(&page);
    }
    // What was typed is there after a reload, and runs.
    let typed = source(&page);
    page.again().unwrap();
    assert_eq!(source(&page), typed);
    page.wait_for("interleave.outcome().kind === 'deadlock'").unwrap();
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn nothing_runs_for_ever() {
    let page = Page::open(&Look::default()).expect("the page");
    let cases = [
        ("a loop", "package main\nfunc main() {\nfor {", "budget"),
        (
            "goroutines",
            "package main\nfunc main() {\nfor {\ngo func() {\nselect {}\u{e015}()",
            "goroutines",
        ),
        (
            "output",
            "package main\nimport \"fmt\"\nfunc main() {\nfor {\nfmt.Println(\"again\")",
            "output",
        ),
        (
            "memory",
            "package main\nvar all [][]int\nfunc main() {\nfor {\nall = append(all, make([]int, 1000))",
            "memory",
        ),
        (
            "recursion",
            "package main\nfunc f(n int) int {\nreturn f(n+1) + 1\u{e015}\n\nfunc main() {\nf(0)",
            "",
        ),
        (
            "yields",
            "package main\nimport \"runtime\"\nfunc main() {\nfor {\nruntime.Gosched()",
            "budget",
        ),
        ("sleeps", "package main\nimport \"time\"\nfunc main() {\nfor {\ntime.Sleep(1)", "budget"),
    ];
    for (what, program, message) in cases {
        type_program(&page, program);
        let typed = source(&page);
        // The stage is pale from the first key on until the run of what was typed is there.
        page.wait_for("!document.querySelector('.stage.stale')").expect(what);
        let native = common::natively(&typed, &common::settings()).outcome;
        let outcome = page.eval("interleave.outcome()").unwrap();
        assert_eq!(outcome["message"], native.message, "{what}");
        assert_eq!(outcome["kind"], native.kind.text(), "{what}");
        assert!(
            native.is_fault() && native.message.contains(message),
            "{what}: {}",
            native.message
        );
        assert_eq!(page.text(".out .fault").unwrap(), native.message, "{what}");
        answers(&page);
        assert_eq!(source(&page), typed, "{what}: what was typed stays");
    }
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn a_long_run_can_be_stopped() {
    let page = Page::open(&Look::default()).expect("the page");
    // The button is pressed as soon as it is there: a run may be over before a click from outside arrives.
    page.run(
        "new MutationObserver((_, observer) => {
            const stop = document.querySelector('.stop');
            if (stop) { observer.disconnect(); stop.click(); }
        }).observe(document.body, { childList: true, subtree: true })",
    )
    .unwrap();
    // A statement that takes long, for a run of many instructions and few events.
    let sum = ["x"; 100].join("+");
    type_program(&page, &format!("package main\nfunc main() {{\nx := 1\nfor {{\nx = {sum}"));
    page.wait_for("!document.querySelector('.stage.stale')").expect("it stopped");
    let told = page.text(".out .fault").unwrap();
    assert!(told.contains("stopped after"), "{told}");
    assert_eq!(page.eval("interleave.outcome().kind").unwrap(), "budget");
    answers(&page);
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn nonsense_is_refused_politely() {
    let page = Page::open(&Look::default()).expect("the page");
    // A text that looks like nothing, without a generator that repeats soon.
    let mut dice = 1_u64;
    let garbage: String = (0..1_000_000)
        .map(|_| {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            char::from(b' ' + (dice % 95) as u8)
        })
        .collect();
    let nested = |open: &str, close: &str| {
        format!(
            "package main\n\nvar x = {}1{}\n\nfunc main() {{}}\n",
            open.repeat(10_000),
            close.repeat(10_000)
        )
    };
    let blocks =
        format!("package main\n\nfunc main() {}{}\n", "{".repeat(10_000), "}".repeat(10_000));
    let cases = [
        ("garbage", garbage),
        ("nothing", String::new()),
        ("zeros", "\0".repeat(1_000)),
        ("parentheses", nested("(", ")")),
        ("minuses", nested("- ", "")),
        ("blocks", blocks),
        (
            "pointers",
            format!("package main\n\nvar x {}int\n\nfunc main() {{}}\n", "*".repeat(10_000)),
        ),
    ];
    for (what, text) in cases {
        let clean = page.call("load", text.as_str()).expect(what);
        assert_eq!(
            clean == json!(true),
            playground::check(&text).is_empty(),
            "{what}: as without a browser"
        );
        if clean == json!(false) {
            assert_ne!(page.eval("interleave.diagnostics()").unwrap(), json!([]), "{what}");
            page.wait_for("document.querySelector('.errors')").expect(what);
        }
        answers(&page);
    }
    page.record("package main\n\nfunc main() { println(1) }\n").expect("a program after all that");
    assert_eq!(page.eval("interleave.outcome().stderr").unwrap(), "1\n");
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}
