//! Five programs, forwards and backwards: the world at a position is the same however one gets there, and the output
//! is that of the engine outside the browser and, where the program leaves nothing to chance, of real Go.

mod common;

use browser_tests::{Look, Page};
use serde_json::{Value, json};

/// The lessons, and whether Go's specification allows only one output.
const FIVE: [(&str, bool); 5] =
    [("1.1", true), ("2.11", false), ("3.1", false), ("4.1", true), ("8.5", false)];

/// Every position is looked at in runs of at most so many events; else one of several, and all statements.
const ALL: usize = 3_000;

/// Walks forwards, then backwards, then jumps about, and names the first position whose world differs. The walk makes
/// a pause now and then, so that the page draws along.
const WALK: &str = r"
    const breath = () => new Promise(done => setTimeout(done));
    const look = () => JSON.stringify(interleave.world());
    const length = interleave.length();
    const seen = new Map();
    const differs = [];
    const compare = (way, at) => {
        if (seen.has(at) && seen.get(at) !== look()) differs.push(`${way} at ${at}`);
    };
    if (interleave.seek(0) !== 0) differs.push('start');
    for (let at = 0; ; at++) {
        if (wanted.has(at)) seen.set(at, look());
        if (at % 100 === 0) await breath();
        if (at === length) break;
        if (interleave.step() !== at + 1) differs.push(`step from ${at}`);
    }
    if (interleave.step() !== length) differs.push('a step beyond the end');
    compare('end', length);
    for (let at = length; at > 0; at--) {
        if (interleave.stepBack() !== at - 1) differs.push(`step back from ${at}`);
        compare('back', at - 1);
        if (at % 100 === 0) await breath();
    }
    if (interleave.stepBack() !== 0) differs.push('a step before the start');
    let dice = 20260101;
    for (let i = 0; i < 300; i++) {
        dice = (dice * 1103515245 + 12345) % 2147483648;
        const keys = [...seen.keys()];
        const at = keys[dice % keys.length];
        if (interleave.seek(at) !== at) differs.push(`seek to ${at}`);
        compare('seek', at);
    }
    interleave.seek(length);
    if (JSON.stringify(JSON.parse(interleave.world())) !== look()) differs.push('the world as text');
    return { differs, looked: seen.size, end: interleave.world().end };
";

#[test]
fn the_world_is_the_same_forwards_and_backwards() {
    let page = Page::open(&Look::default()).expect("the page");
    let lessons = common::lessons();
    for (number, certain) in FIVE {
        let lesson = lessons.iter().find(|l| l.number == number).expect(number);
        page.record(&lesson.source).expect(number);
        let native = common::natively(&lesson.source, &common::settings());
        let length = native.trace.len();
        assert_eq!(page.eval("interleave.length()").unwrap(), length, "{number}: events");

        let wanted = positions(&native.trace);
        let walk = format!("const wanted = new Set({});\n{WALK}", json!(wanted));
        let found = page.run(&walk).expect(number);
        assert_eq!(found["differs"], json!([]), "{number}");
        assert_eq!(found["looked"], wanted.len(), "{number}");
        assert_eq!(found["end"], json!({ "exit": 0 }), "{number}");

        let output = page.eval("interleave.output()").unwrap();
        assert_eq!(output, native.outcome.stdout, "{number}: as without a browser");
        if certain {
            assert_eq!(output, lesson.expected, "{number}: as real Go");
        }
        assert_eq!(page.eval("interleave.outcome().kind").unwrap(), "ok", "{number}");
        let shown: Vec<Value> = output.as_str().unwrap().lines().map(Into::into).collect();
        let lines = "[...document.querySelectorAll('.out .line span')].map(e => e.textContent)";
        page.wait_for(&format!("JSON.stringify({lines}) === JSON.stringify({})", json!(shown)))
            .expect("the output is on the page");
    }
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

/// The positions to look at.
fn positions(trace: &trace::Trace) -> Vec<usize> {
    let every = trace.len().div_ceil(ALL);
    let statement = |at: usize| {
        let before = at.checked_sub(1).and_then(|i| trace.events().get(i));
        before.is_some_and(|e| matches!(e.kind, trace::EventKind::Stmt { .. }))
    };
    (0..=trace.len()).filter(|at| at % every == 0 || *at == trace.len() || statement(*at)).collect()
}
