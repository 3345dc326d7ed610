//! The learner acts: schedules, compares, sets breakpoints, looks at things. By key, as by hand.

use browser_tests::{Look, Page};
use serde_json::json;

const ESCAPE: &str = "\u{e00c}";
const F9: &str = "\u{e039}";
const HOME: &str = "\u{e011}";

const PROGRAM: &str = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tc := make(chan int)\n\tfor i := range 3 {\n\t\tgo func() { c <- i }()\n\t}\n\tfor range 3 {\n\t\tfmt.Println(<-c)\n\t}\n}\n";

fn open() -> Page {
    let page = Page::open(&Look::default()).expect("the page");
    page.record(PROGRAM).expect("the program");
    page
}

#[test]
fn whoever_is_picked_runs_and_the_first_run_stays() {
    let page = open();
    let first = page.eval("interleave.output()").unwrap();
    page.keys("h").unwrap();
    page.wait_for("document.querySelector('.offers')").expect("the offers");
    for _ in 0..200 {
        page.keys(".").unwrap();
        if page.eval("document.querySelectorAll('.offers .g').length > 1").unwrap() == json!(true) {
            break;
        }
    }
    let offered = "document.querySelectorAll('.offers .g span')[1].textContent.split(' ')[0]";
    let picked = page.eval(offered).unwrap();
    page.keys("2").unwrap();
    page.wait_for("document.querySelectorAll('.run').length === 2").expect("a fork");
    let runs = format!(
        "Object.entries(interleave.world().gos).some(([id, g]) => `G${{id}}` === {picked} && g.state.running !== undefined)"
    );
    page.wait_for(&runs).expect("it runs");
    page.click(".run:first-of-type").unwrap();
    page.wait_for("document.querySelector('.run:first-of-type').ariaPressed === 'true'").unwrap();
    assert_eq!(page.eval("interleave.output()").unwrap(), first);
    page.keys("h").unwrap();
    page.wait_for("!document.querySelector('.offers')").unwrap();
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn two_runs_stand_side_by_side() {
    let page = open();
    page.keys("v").unwrap();
    page.wait_for("document.querySelectorAll('.half .machine .panel').length > 4")
        .expect("both machines");
    page.keys(".").unwrap();
    let figures = "[...document.querySelectorAll('.side-figures')].map(f => f.textContent)";
    page.keys("\u{e010}").unwrap();
    page.wait_for(&format!("{figures}.every(t => /[1-9]/.test(t))")).expect("figures");
    page.keys(ESCAPE).unwrap();
    page.wait_for("document.querySelector('.stage') && !document.querySelector('.half')").unwrap();
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn a_breakpoint_stops_and_keys_lead_to_it() {
    let page = open();
    page.keys(HOME).unwrap();
    let set = "[...document.querySelectorAll('.brk')].map(b => +b.textContent)";
    // A click on the number of line 11.
    page.run(
        "const n = document.querySelector('.nums'), r = n.getBoundingClientRect();
        n.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: r.left + 20, clientY: r.top + 10.5 * 22 }));",
    )
    .unwrap();
    page.wait_for(&format!("{set}.join() === '11'")).unwrap();
    page.keys("r").unwrap();
    let there = "interleave.world().gos[1].frames[0]?.line === 11";
    page.wait_for(there).expect("at the line");
    page.keys(HOME).unwrap();
    page.keys(" ").unwrap();
    page.wait_for(&format!(
        "{there} && document.querySelector('.play').getAttribute('aria-label') === 'Play'"
    ))
    .expect("playing stops there");
    // The same by key: it goes, and comes again; in the editor it is the caret's line.
    for there in ["", "11"] {
        page.keys(F9).unwrap();
        page.wait_for(&format!("{set}.join() === '{there}'")).unwrap();
    }
    page.run(
        "const e = document.querySelector('textarea'); e.focus(); e.setSelectionRange(20, 20);",
    )
    .unwrap();
    page.keys(F9).unwrap();
    page.wait_for(&format!("{set}.join() === '3,11'")).expect("a breakpoint at the caret");
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn an_object_tells_its_history() {
    let page = open();
    page.keys("\u{e010}").unwrap();
    page.wait_for("document.querySelector('.panel .look')").unwrap();
    page.click(".panel .look").unwrap();
    page.wait_for("document.querySelectorAll('.inspector .history button').length > 2").unwrap();
    let length = page.eval("interleave.length()").unwrap();
    page.click(".inspector .history li:last-child button").unwrap();
    page.wait_for(&format!("+document.querySelector('.bar input').value < {length}")).unwrap();
    page.keys(ESCAPE).unwrap();
    page.wait_for("!document.querySelector('.inspector')").unwrap();
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}
