//! The page loads, draws, and leaves the console clean.

use std::fs;
use std::path::Path;

use browser_tests::{Browser, Look, Page, Site};

#[test]
fn loads_without_complaint() {
    let site = Site::dist().expect("the built page");
    let browser = Browser::start().expect("a browser");
    browser.open(site.url()).expect("the page answers");
    browser.wait_for("document.querySelector('.app')").expect("the page draws something");
    assert_eq!(browser.console_problems().expect("the console"), Vec::<String>::new());
}

#[test]
fn says_so_when_its_wasm_does_not_come() {
    let whole = Site::folder();
    let broken = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without-wasm");
    fs::create_dir_all(&broken).expect("a folder");
    for file in fs::read_dir(whole).expect("the built page").flatten() {
        let path = file.path();
        if path.is_file() && path.extension().is_none_or(|e| e != "wasm") {
            fs::copy(&path, broken.join(file.file_name())).expect("a copy");
        }
    }
    let site = Site::serve(&broken).expect("the page without its wasm");
    let browser = Browser::start().expect("a browser");
    browser.open(site.url()).expect("the page answers");
    browser
        .wait_for("document.querySelector('#boot')?.textContent.includes('could not be loaded')")
        .expect("a message");
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
