//! The contents: chapters and search, the way into a lesson and back, what is remembered; the glossary and its words.

use browser_tests::{Look, Page};
use serde_json::json;

const ESCAPE: &str = "\u{e00c}";
const END: &str = "\u{e010}";

/// Types into the search as a reader would: the page hears an input event.
fn search(page: &Page, text: &str) {
    page.run(&format!(
        "const i = document.querySelector('input[type=search]'); i.value = {text:?}; \
         i.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); return true"
    ))
    .unwrap();
}

#[test]
fn lessons_are_found_opened_and_remembered() {
    let page = Page::open(&Look::default()).unwrap();
    page.keys("c").unwrap();
    page.wait_for("document.querySelectorAll('.chapter-block').length === 8").expect("chapters");
    assert_eq!(page.eval("document.querySelectorAll('.entry').length").unwrap(), 58);
    assert_eq!(page.eval("location.hash").unwrap(), "#contents");

    search(&page, "令牌");
    page.wait_for("document.querySelectorAll('.found .entry').length > 1").expect("both languages");
    search(&page, "waitgroup");
    page.wait_for("document.querySelector('.entry .name em').textContent === '5.4'")
        .expect("titles come first");
    page.run("document.querySelector('.entry').click(); return true").unwrap();
    page.wait_for("location.hash === '#5.4-waitgroup'").expect("a link for each lesson");
    page.wait_for("document.querySelector('.guide h2').textContent.startsWith('WaitGroup')")
        .expect("the lesson");
    page.wait_for("interleave.length() > 0").unwrap();

    // The end lies behind the questions: it is seen when they are answered.
    for _ in 0..6 {
        page.keys(END).unwrap();
        page.run("document.querySelector('.predict .opt:not(:disabled)')?.click(); return true")
            .unwrap();
    }
    page.wait_for("localStorage.getItem('interleave.progress')?.includes('5.4-waitgroup 1')")
        .expect("progress is kept");
    page.again().unwrap();
    page.keys("c").unwrap();
    page.wait_for("document.querySelector('a[href=\"#5.4-waitgroup\"].finished')").unwrap();
    page.keys(ESCAPE).unwrap();
    page.wait_for("!document.querySelector('.contents')").expect("the way back");
    page.run("history.back(); return true").unwrap();
    page.wait_for("document.querySelector('.contents')").expect("the browser's own way back");
}

#[test]
fn a_route_leads_from_lesson_to_lesson() {
    let page = Page::open(&Look::default()).unwrap();
    page.keys("c").unwrap();
    page.wait_for("document.querySelectorAll('.way').length === 4").unwrap();
    page.run("document.querySelectorAll('.way')[1].click(); return true").unwrap();
    page.wait_for("document.querySelectorAll('.route .entry').length === 12").unwrap();
    page.run("document.querySelectorAll('.route .entry')[1].click(); return true").unwrap();
    page.wait_for("document.querySelector('.following')?.textContent.includes('2 / 12')").unwrap();
    let next = "document.querySelector('.nav .on').textContent.slice(0, 3)";
    assert_eq!(page.eval(next).unwrap(), json!("2.2"));
}

#[test]
fn a_word_of_the_field_is_explained_where_it_is_used() {
    let page = Page::open(&Look::default()).unwrap();
    page.run("document.querySelector('.term').focus(); return true").unwrap();
    page.wait_for("document.querySelector('[role=tooltip]')?.textContent.length > 20").unwrap();
    let named = "document.getElementById(document.querySelector('.term').getAttribute('aria-describedby')) !== null";
    assert_eq!(page.eval(named).unwrap(), json!(true));
    page.keys(ESCAPE).unwrap();
    page.wait_for("!document.querySelector('[role=tooltip]')").unwrap();
    page.run("document.activeElement.blur(); return true").unwrap();
    page.keys("g").unwrap();
    page.wait_for("document.querySelectorAll('.glossary dt').length > 70").unwrap();
    search(&page, "死锁");
    page.wait_for("document.querySelectorAll('.glossary dt').length < 5").unwrap();
}

#[test]
fn the_presenter_has_notes() {
    let page = Page::open(&Look::default()).unwrap();
    page.keys("p").unwrap();
    page.keys("n").unwrap();
    page.wait_for("document.querySelector('.present .notes p')").expect("notes in present mode");
    page.keys("n").unwrap();
    page.wait_for("!document.querySelector('.notes')").unwrap();
}
