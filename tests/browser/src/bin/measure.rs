//! `measure`: what a visitor feels, in figures: moving in a long run, frames while playing, the first interaction,
//! Go programs in the browser. Prints a line each, with the aim beside it. Worth something on an idle machine only.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Look, Site};
use serde_json::{Value, json};

const USAGE: &str = "measure [DIST]   the built page (default: dist/), in release";

/// A run of about a million events: more are not recorded.
const MILLION: &str = r#"package main

import "sync"

func main() {
	var wg sync.WaitGroup
	jobs, done := make(chan int, 8), make(chan int, 8)
	for range 8 {
		wg.Go(func() {
			for j := range jobs {
				done <- j * 2
			}
		})
	}
	go func() {
		for i := range 100_000_000 {
			jobs <- i
		}
	}()
	for d := range done {
		_ = d
	}
	wg.Wait()
}
"#;

/// So many goroutines that hand values round in a ring, all of them alive to the end.
const RING: &str = r#"package main

func main() {
	const n = GOROUTINES
	first := make(chan int)
	in := first
	for range n {
		out := make(chan int)
		go func() {
			for v := range in {
				out <- v + 1
			}
		}()
		in = out
	}
	go func() {
		for i := 0; ; i++ {
			first <- i
		}
	}()
	for range ROUNDS {
		<-in
	}
}
"#;

/// Nearest-rank percentile of milliseconds, and the worst.
const SPREAD: &str = r"
    const spread = list => { const s = [...list].sort((a, b) => a - b); return [s[Math.ceil(s.length * 0.5) - 1], s[Math.ceil(s.length * 0.95) - 1], s[s.length - 1]]; };
    let dice = 7; const random = n => (dice = (dice * 1103515245 + 12345) % 2147483648) % n;
    // What was painted before is no part of what comes: a command is given when the frame of the last one is out.
    const shown = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    // The page draws in a microtask after a command; layout is forced, for the picture is not there before it.
    const drawn = () => new Promise(done => { const c = new MessageChannel(); c.port1.onmessage = () => { document.body.offsetHeight; done(); }; c.port2.postMessage(0); });
";

const SEEK: &str = r"
    const seeks = [], backs = [], world = [];
    for (let i = 0; i < 300; i++) {
        const to = 1 + random(interleave.length());
        let t = performance.now();
        interleave.seek(to);
        world.push(performance.now() - t);
        await drawn();
        seeks.push(performance.now() - t);
        await shown();
        t = performance.now();
        interleave.stepBack();
        await drawn();
        backs.push(performance.now() - t);
        await shown();
    }
    return [interleave.length(), spread(world), spread(seeks), spread(backs)];
";

/// A long program as it is typed: the longest time for which the page does not answer until the run is shown.
const TYPED: &str = r"
    const tasks = [];
    const seen = new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push(e.duration)));
    seen.observe({ type: 'longtask' });
    const editor = document.querySelector('textarea');
    editor.value = source;
    editor.dispatchEvent(new Event('input', { bubbles: true }));
    const start = performance.now();
    while (interleave.length() < 900000) await new Promise(done => setTimeout(done, 20));
    const took = performance.now() - start;
    await new Promise(done => setTimeout(done, 300));
    seen.disconnect();
    return [took, Math.max(0, ...tasks), tasks.length];
";

const PLAY: &str = r"
    const key = k => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: k, bubbles: true, cancelable: true }));
    interleave.seek(Math.round(interleave.length() * 0.9));
    for (let i = 0; i < 7; i++) key(i < 6 ? '>' : ' ');
    const frames = [];
    await new Promise(done => {
        const start = performance.now(); let last = start;
        const frame = now => { frames.push(now - last); last = now; if (now - start < 4000) requestAnimationFrame(frame); else done(); };
        requestAnimationFrame(frame);
    });
    key(' ');
    const gaps = frames.slice(5);
    const moved = +document.querySelector('.bar input').value - Math.round(interleave.length() * 0.9);
    return [1000 * gaps.length / gaps.reduce((a, b) => a + b, 0), spread(gaps), Object.keys(interleave.world().gos).length, moved];
";

/// From the beginning of the visit until a step, asked for as soon as there is something to ask, is on the page.
const FIRST: &str = r"
    window.first = new Promise(done => {
        const look = () => {
            const slider = document.querySelector('.bar input');
            if (!slider || slider.disabled || !window.interleave || !interleave.length()) return setTimeout(look, 4);
            const shown = performance.now(), before = slider.value;
            document.querySelectorAll('.ctl .cb')[3].click();
            const wait = () => slider.value !== before ? done([shown, performance.now()]) : setTimeout(wait, 1);
            wait();
        };
        look();
    });
";

fn main() -> Result<()> {
    let dist = std::env::args().nth(1);
    if dist.as_deref().is_some_and(|d| d.starts_with('-')) {
        println!("{USAGE}");
        return Ok(());
    }
    let site = match &dist {
        Some(folder) => Site::serve(Path::new(folder))?,
        None => Site::dist()?,
    };
    println!("in Chromium");
    first(&site)?;
    let browser = visit(&site)?;
    long_run(&browser)?;
    frames(&browser, 200, 60)?;
    frames(&browser, 10_000, 4)?;
    programs(&browser)
}

fn visit(site: &Site) -> Result<Browser> {
    let browser = Browser::start()?;
    browser.look(&Look::default())?;
    browser.open(site.url())?;
    browser.wait_for("window.interleave && interleave.ready.then(() => true)")?;
    browser.wait_for("interleave.length() > 0")?;
    Ok(browser)
}

fn first(site: &Site) -> Result<()> {
    let mut times = Vec::new();
    for _ in 0..5 {
        // A browser of its own each time: nothing is cached.
        let browser = Browser::start()?;
        browser.look(&Look::default())?;
        browser.slow_down(4.0)?;
        browser.begin_with(FIRST)?;
        browser.open(site.url())?;
        let both = browser.eval("first")?;
        times.push((number(&both[1]), number(&both[0])));
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (step, shown) = times[times.len() / 2];
    println!(
        "  first interaction, processor slowed four times: {step:.0} ms (drawn at {shown:.0} ms), {}",
        aim(step, 1000.0)
    );
    Ok(())
}

fn long_run(browser: &Browser) -> Result<()> {
    let typed = browser.run(&format!("const source = {};\n{TYPED}", json!(MILLION)))?;
    println!(
        "  a long program, from its last letter to its picture: {:.0} ms; the longest pause {:.0} ms",
        number(&typed[0]),
        number(&typed[1])
    );
    let found = browser.run(&format!("{SPREAD}\n{SEEK}"))?;
    println!("  a run of {} events; median, 95th percentile and worst of 300", found[0]);
    println!("    the world elsewhere  {}", line(&found[1]));
    println!("    seek, drawn          {}, {}", line(&found[2]), aim(number(&found[2][1]), 16.0));
    println!("    step back, drawn     {}, {}", line(&found[3]), aim(number(&found[3][1]), 16.0));
    Ok(())
}

fn frames(browser: &Browser, goroutines: u32, rounds: u32) -> Result<()> {
    let source =
        RING.replace("GOROUTINES", &goroutines.to_string()).replace("ROUNDS", &rounds.to_string());
    record(browser, &source)?;
    let found = browser.run(&format!("{SPREAD}\n{PLAY}"))?;
    ensure!(number(&found[3]) > 0.0, "it does not play");
    let fps = number(&found[0]);
    let verdict = if fps >= 58.0 { "within" } else { "BELOW" };
    println!(
        "  playing at 16x, {} goroutines: {fps:.1} frames a second ({verdict} the aim of 60), between frames {}",
        found[2],
        line(&found[1])
    );
    Ok(())
}

fn programs(browser: &Browser) -> Result<()> {
    for (name, what, ops) in [
        ("pingpong", "round trip over unbuffered channels", 1e6),
        ("sieve", "sieve of 300 primes", 1.0),
        ("mutex", "hand-over of a mutex", 4e5),
        ("fib", "fib(30)", 1.0),
    ] {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../benches/go/{name}.go"));
        let source = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let mut times = Vec::new();
        for _ in 0..3 {
            let found = browser.eval(&format!("interleave.time({})", json!(source)))?;
            ensure!(found["kind"] == json!("ok"), "{name}: {found}");
            times.push(number(&found["ms"]));
        }
        times.sort_by(f64::total_cmp);
        let each = times[1] / ops;
        let shown =
            if each < 1.0 { format!("{:.0} ns", each * 1e6) } else { format!("{each:.1} ms") };
        println!("  {what}: {shown}");
    }
    Ok(())
}

fn record(browser: &Browser, source: &str) -> Result<()> {
    ensure!(
        browser.eval(&format!("interleave.load({})", json!(source)))? == json!(true),
        "it does not compile"
    );
    ensure!(browser.eval("interleave.run()")? == json!(true), "it does not start");
    Ok(())
}

fn number(v: &Value) -> f64 {
    v.as_f64().unwrap_or(f64::NAN)
}

/// Median, 95th percentile, worst.
fn line(v: &Value) -> String {
    format!("{:.1}, {:.1}, {:.1} ms", number(&v[0]), number(&v[1]), number(&v[2]))
}

fn aim(ms: f64, most: f64) -> String {
    format!("{} the aim of {most:.0} ms", if ms <= most { "within" } else { "ABOVE" })
}
