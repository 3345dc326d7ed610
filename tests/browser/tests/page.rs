//! The page loads, draws, and leaves the console clean.

use std::fs;
use std::path::Path;

use browser_tests::{Browser, Look, Page, Site};

#[test]
fn loads_without_complaint() {
    let site = Site::dist().expect("the built page");
    let browser = Browser::start().expect("a browser");
    browser.open(site.url()).expect("the page answers");
    browser
        .wait_for("document.querySelector('.app:not(.sketch)')")
        .expect("the page draws something");
    assert_eq!(browser.console_problems().expect("the console"), Vec::<String>::new());
}

/// The built page without the files that end so, open.
fn open_without(end: &str) -> (Site, Browser) {
    let whole = Site::folder();
    let broken = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("without{end}"));
    fs::create_dir_all(&broken).expect("a folder");
    for file in fs::read_dir(whole).expect("the built page").flatten() {
        let path = file.path();
        let copy = broken.join(file.file_name());
        if path.is_file() && !path.to_string_lossy().ends_with(end) {
            fs::copy(&path, copy).expect("a copy");
        }
    }
    let site = Site::serve(&broken).expect("the page without them");
    let browser = Browser::start().expect("a browser");
    browser.open(site.url()).expect("the page answers");
    (site, browser)
}

#[test]
fn says_so_when_its_wasm_does_not_come() {
    let (_site, browser) = open_without(".wasm");
    browser
        .wait_for("document.querySelector('.boot:not([hidden]) #boot')?.textContent.includes('could not be loaded')")
        .expect("a message");
}

#[test]
fn says_so_when_the_rest_of_its_wasm_does_not_come() {
    let (_site, browser) = open_without("_rest.wasm");
    browser
        .wait_for("document.querySelector('.notice')?.textContent.includes('could not be loaded')")
        .expect("a message");
    let steps = "(interleave.step(), interleave.world() !== null)";
    assert_eq!(browser.eval(steps).expect("a step"), true, "what has come still works");
    let place = "document.querySelector('.bar input').value";
    let before = browser.eval(place).expect("a place");
    browser.eval("document.querySelectorAll('.ctl .cb')[3].click()").expect("a step");
    browser.wait_for(&format!("{place} !== {before}")).expect("what has come still works");
}

/// The first picture and a step from it must not wait for the second file of the wasm; all else has it.
#[test]
fn the_rest_of_the_wasm_comes_behind_the_first_picture() {
    let waited = "performance.getEntriesByName('rest-waited-for').length";
    let page = Page::open(&Look::default()).expect("the page");
    page.eval("interleave.step()").expect("a step");
    assert_eq!(page.eval(waited).expect("a count"), 0);
    let program = "interleave.load('package main\\nfunc main() { println(1) }')";
    assert_eq!(page.eval(program).expect("a program"), true);
    assert_eq!(page.eval(waited).expect("a count"), 0);

    // Whoever is quicker than the network waits, and gets what they asked for.
    let site = Site::dist().expect("the built page");
    let browser = Browser::start().expect("a browser");
    browser
        .begin_with(&format!(
            "window.early = new Promise(done => {{ const look = () => window.interleave \
             ? done([{program}, {waited}]) : setTimeout(look, 0); look(); }});"
        ))
        .expect("a script");
    browser.open(site.url()).expect("the page answers");
    let early = browser.eval("early").expect("a program");
    assert_eq!(early[0], true);
    assert_eq!(early[1], 1);
}

/// The build has stored the first picture's run; made anew it is the same, and so is what is drawn.
#[test]
fn begins_with_the_run_that_it_would_make() {
    let page = Page::open(&Look::default()).expect("the page");
    let all = "[interleave.trace(), interleave.outcome(), interleave.length(), \
        document.querySelector('.stage').innerText, document.querySelector('.dock').innerText]";
    let stored = page.eval(all).expect("the stored run");
    assert!(stored[2].as_u64().is_some_and(|n| n > 100), "{}", stored[2]);
    page.eval("interleave.run().then(() => true)").expect("the run made anew");
    assert_eq!(page.eval(all).expect("the new run"), stored);
}
