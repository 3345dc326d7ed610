//! The page loads, draws, and leaves the console clean.

use browser_tests::{Browser, Site};

#[test]
fn loads_without_complaint() {
    let site = Site::dist().expect("the built page");
    let browser = Browser::start().expect("a browser");
    browser.open(site.url()).expect("the page answers");
    browser.wait_for("document.body.innerText.trim() !== ''").expect("the page draws something");
    assert_eq!(browser.console_problems().expect("the console"), Vec::<String>::new());
}
