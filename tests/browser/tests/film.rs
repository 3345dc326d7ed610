//! Every lesson and every program of the corpus, to its end and back: at each position the world is the same however
//! one gets there, the page draws along, and the console stays silent. And a link to each lesson shows the same
//! picture to somebody who has never been here.

mod common;

use std::fs;

use browser_tests::{Look, Page};
use serde_json::{Value, json};

/// Walks on through `most` positions (all, when there are no more), then back, and names what differs. Around each
/// position a step and a step back lead to where they came from. A breath now and then lets the page draw.
const WALK: &str = r"
    const breath = () => new Promise(done => setTimeout(done));
    const look = () => JSON.stringify(interleave.world());
    const length = interleave.length();
    const places = [];
    for (let i = 0; i <= Math.min(most, length); i++) places.push(Math.round(i * length / Math.min(most, length)));
    const seen = new Map();
    const differs = [];
    for (const at of places) {
        if (interleave.seek(at) !== at) differs.push(`seek to ${at}`);
        const here = look();
        seen.set(at, here);
        if (at < length) {
            if (interleave.step() !== at + 1) differs.push(`step from ${at}`);
            if (interleave.stepBack() !== at || look() !== here) differs.push(`step back to ${at}`);
        }
        if (at === places[places.length >> 1]) await breath();
    }
    if (interleave.step() !== length) differs.push('a step beyond the end');
    await breath();
    for (const at of [...places].reverse()) {
        if (interleave.seek(at) !== at || look() !== seen.get(at)) differs.push(`back at ${at}`);
    }
    await breath();
    return { differs, length, end: JSON.parse(seen.get(length)).end };
";

/// Name and source of each program.
fn programs() -> Vec<(String, String)> {
    let mut all: Vec<_> = common::lessons().into_iter().map(|l| (l.number, l.source)).collect();
    for folder in ["lang", "conc", "std", "testing", "order", "race"] {
        let folder = common::repository(&format!("tests/programs/{folder}"));
        let mut files: Vec<_> = fs::read_dir(&folder)
            .expect("the corpus")
            .map(|f| f.expect("a file").path())
            .filter(|p| p.extension().is_some_and(|e| e == "go"))
            .collect();
        files.sort();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            all.push((name, fs::read_to_string(&file).expect("a program")));
        }
    }
    all
}

#[test]
fn every_program_goes_to_its_end_and_back() {
    let page = Page::open(&Look::default()).expect("the page");
    page.eval("localStorage.clear()").unwrap();
    let mut wrong = Vec::new();
    let (mut walked, mut events) = (0, 0);
    for (name, source) in programs() {
        let clean = page.call("load", source.as_str()).expect(&name);
        if clean != json!(true) {
            // Refused is fine only where the engine outside the browser refuses too.
            if playground::compile(&source).is_ok() {
                wrong.push(format!("{name}: {}", page.eval("interleave.diagnostics()").unwrap()));
            }
            continue;
        }
        assert_eq!(page.eval("interleave.run()").expect(&name), json!(true), "{name}");
        let most = if name.starts_with(|c: char| c.is_ascii_digit()) { 150 } else { 24 };
        let found = page.run(&format!("const most = {most};\n{WALK}")).expect(&name);
        if found["differs"] != json!([]) {
            wrong.push(format!("{name}: {}", found["differs"]));
        }
        if found["end"] == Value::Null {
            wrong.push(format!("{name}: the run has no end"));
        }
        walked += 1;
        events += found["length"].as_u64().unwrap_or_default();
        wrong.extend(page.console_problems().unwrap().into_iter().map(|l| format!("{name}: {l}")));
    }
    println!("{walked} programs, {events} events");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(walked > 450, "{walked}");
}

/// What somebody sees: the world, the texts of the zones, what is lit in the code.
const PICTURE: &str = r"JSON.stringify([
    interleave.world(), interleave.output(), interleave.length(),
    ...['.guide', '.stage', '.say', '.ctl', '.gutter', '.out'].map(css => document.querySelector(css)?.innerText),
    document.querySelector('textarea.src').value,
])";

#[test]
fn a_link_to_each_lesson_shows_strangers_the_same_picture() {
    let page = Page::open(&Look { reduced_motion: true, ..Look::default() }).expect("the page");
    let address = page.eval("location.origin + location.pathname").unwrap();
    let address = address.as_str().unwrap().to_owned();
    for lesson in common::lessons() {
        // A step past the half; what is told there is what has just happened.
        page.run("localStorage.clear()").unwrap();
        page.open_at(&format!("{address}?{n}#{n}", n = lesson.number)).expect(&lesson.number);
        page.run("interleave.seek(Math.round(interleave.length() / 2)); interleave.step()")
            .unwrap();
        page.run("[...document.querySelectorAll('.top button')].find(b => b.innerText === 'Share').click()")
            .unwrap();
        page.wait_for("location.hash.startsWith('#1.')").expect(&lesson.number);
        page.wait_for("document.querySelector('.notice')").expect("a word that it was done");
        let link = page.eval("location.hash").unwrap().as_str().unwrap().to_owned();
        assert!(link.len() < 200, "{}: {link}", lesson.number);
        let mine = page.eval(PICTURE).unwrap();

        page.run("localStorage.clear()").unwrap();
        page.open_at(&format!("{address}?{}-shared{link}", lesson.number)).expect(&lesson.number);
        let theirs = page.eval(PICTURE).unwrap();
        if mine != theirs {
            let parts =
                |v: &Value| serde_json::from_str::<Vec<Value>>(v.as_str().unwrap()).unwrap();
            for (a, b) in parts(&mine).iter().zip(parts(&theirs)) {
                assert_eq!(*a, b, "{}", lesson.number);
            }
        }
    }
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

/// Fragments that are no link, or try to be more than one.
const HOSTILE: [&str; 15] = [
    "1.",
    "1.AAAA",
    "1.%00%00",
    "99.abcdef",
    "1.<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "javascript:window.hacked=1",
    "\"><svg onload=window.hacked=1>",
    "'-window.hacked-'",
    "2.11-bounded-queue<script>window.hacked=1</script>",
    "contents/../../etc",
    "9.99-no-such-lesson",
    "__proto__",
    "constructor",
    "1.🙂",
];

#[test]
fn damaged_links_get_a_message_and_nothing_in_them_runs() {
    let page = Page::open(&Look::default()).expect("the page");
    // A program whose text and names are markup, shared and opened: it stays text.
    let markup = "package main\n\nimport \"fmt\"\n\n// <img src=x onerror=window.hacked=1>\nfunc main() {\n\tfmt.Println(\"<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\")\n\tpanic(\"<b onmouseover=window.hacked=1>\")\n}\n";
    page.record(markup).expect("it is Go");
    page.run(
        "[...document.querySelectorAll('.top button')].find(b => b.innerText === 'Share').click()",
    )
    .unwrap();
    page.wait_for("location.hash.startsWith('#1.')").unwrap();
    let link = page.eval("location.hash.slice(1)").unwrap().as_str().unwrap().to_owned();
    page.again().expect("the link opens");
    page.eval("interleave.seek(interleave.length())").unwrap();
    page.wait_for("document.querySelector('.out').innerText.includes('<script>')")
        .expect("as text");
    assert_eq!(
        page.eval("document.querySelectorAll('img, script[src=x], b[onmouseover]').length")
            .unwrap(),
        0
    );

    let mut fragments: Vec<String> = HOSTILE.iter().map(|f| (*f).to_owned()).collect();
    for i in 0..60 {
        let mut damaged = link.clone();
        let at = 2 + (i * 37) % (damaged.len() - 3);
        match i % 3 {
            0 => damaged.truncate(at),
            1 => drop(damaged.remove(at)),
            _ => damaged.insert(at, 'Q'),
        }
        fragments.push(damaged);
    }
    for fragment in fragments {
        page.run("document.querySelector('.notice button')?.click()").unwrap();
        page.wait_for("!document.querySelector('.notice')").unwrap();
        page.eval(&format!("location.hash = {}", json!(format!("#{fragment}")))).unwrap();
        page.wait_for("document.querySelector('.notice')?.innerText.trim()")
            .unwrap_or_else(|e| panic!("no message for {fragment:?}: {e}"));
        assert_eq!(page.eval("window.hacked ?? null").unwrap(), Value::Null, "{fragment}");
        assert_eq!(
            page.eval("document.querySelectorAll('.notice img, .notice script').length").unwrap(),
            0
        );
        assert!(
            page.eval("interleave.length() > 0 && !!document.querySelector('.stage .panel')")
                .unwrap()
                == json!(true)
        );
    }
    // The same when the page begins with it.
    for fragment in ["1.AAAA", "<img src=x onerror=window.hacked=1>", "77.x"] {
        page.eval(&format!("location.hash = {}", json!(format!("#{fragment}")))).unwrap();
        page.again().expect("the page comes up");
        page.wait_for("document.querySelector('.notice')").expect(fragment);
        assert_eq!(page.eval("window.hacked ?? null").unwrap(), Value::Null, "{fragment}");
    }
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

/// Every goroutine and card that is on the stage before and after a step; those among them that got a new element.
const KEPT: &str = r"
    const name = e => e.matches('.g') ? e.querySelector('span').textContent : 'card ' + (e.querySelector('.t')?.textContent ?? '');
    const all = () => new Map([...document.querySelectorAll('.canvas > .g, .canvas > .panel')].map(e => [name(e), e]));
    const drawn = at => new Promise(done => {
        const look = () => +document.querySelector('.bar input').value === at ? setTimeout(done) : setTimeout(look, 1);
        look();
    });
    const end = interleave.length(), lost = [];
    let stayed = 0, at = 0;
    await drawn((interleave.seek(0), 0));
    for (let before = all(); at < end; before = all()) {
        await drawn(at = interleave.step());
        const after = all();
        for (const [name, element] of before) {
            if (!after.has(name)) continue;
            stayed += 1;
            if (after.get(name) !== element) lost.push(`${at}: ${name}`);
        }
    }
    return [stayed, lost];
";

/// What gets a new element jumps; only what keeps its own can travel.
#[test]
fn what_stays_on_the_stage_keeps_its_element() {
    let page = Page::open(&Look { reduced_motion: true, ..Look::default() }).expect("the page");
    for lesson in ["2.11-bounded-queue", "2.1-a-meeting"] {
        page.eval(&format!("location.hash = '#{lesson}'")).unwrap();
        page.wait_for("interleave.length() > 20").expect(lesson);
        let found = page.run(KEPT).expect(lesson);
        assert!(found[0].as_u64() > Some(300), "{lesson}: {}", found[0]);
        assert_eq!(found[1], json!([]), "{lesson}");
    }
}
