//! Moving, languages, colours and names: what keys and buttons change on the page.

use browser_tests::{Look, Page, Theme};
use serde_json::{Value, json};

const ARROW_LEFT: &str = "\u{e012}";
const ARROW_RIGHT: &str = "\u{e014}";
const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const ESCAPE: &str = "\u{e00c}";

const SLIDER: &str = ".bar input[type=range]";

/// A program that asks nothing on the way.
const PROGRAM: &str = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() { c <- 7 }()\n\tfmt.Println(<-c)\n}\n";

fn open(look: &Look) -> Page {
    let page = Page::open(look).expect("the page");
    page.record(PROGRAM).expect("the program");
    page
}

fn position(page: &Page) -> u64 {
    page.eval(&format!("+document.querySelector('{SLIDER}').value")).unwrap().as_u64().unwrap()
}

/// Waits for a condition on the slider's value, called `at`.
fn wait(page: &Page, condition: &str) {
    page.wait_for(&format!("(at => {condition})(+document.querySelector('{SLIDER}').value)"))
        .unwrap();
}

#[test]
fn keys_move_through_the_run() {
    let page = open(&Look::default());
    let length = page.eval("interleave.length()").unwrap().as_u64().unwrap();
    let start = position(&page);
    assert!(start < length, "the film opens at its start: {start} of {length}");

    page.keys(ARROW_RIGHT).unwrap();
    wait(&page, &format!("at > {start}"));
    let on = position(&page);
    page.keys(ARROW_RIGHT).unwrap();
    wait(&page, &format!("at > {on}"));
    page.keys(ARROW_LEFT).unwrap();
    wait(&page, &format!("at === {on}"));
    page.keys(".").unwrap();
    wait(&page, &format!("at === {}", on + 1));
    page.keys(",").unwrap();
    wait(&page, &format!("at === {on}"));
    page.keys("b").unwrap();
    page.wait_for("Object.values(interleave.world().gos).some(g => g.state.waiting)")
        .expect("somebody waits");

    page.keys(END).unwrap();
    wait(&page, &format!("at === {length}"));
    assert_eq!(page.eval("interleave.world().end").unwrap(), json!({ "exit": 0 }));
    page.wait_for("document.querySelector('.out').textContent.includes('7')").expect("the output");
    page.keys(HOME).unwrap();
    wait(&page, "at === 0");

    // Space plays, to the end unless stopped; a step pauses.
    page.keys(" ").unwrap();
    page.wait_for("document.querySelector('.play').getAttribute('aria-label') === 'Pause'")
        .unwrap();
    wait(&page, "at > 0");
    page.keys(" ").unwrap();
    page.wait_for("document.querySelector('.play').getAttribute('aria-label') === 'Play'").unwrap();
    page.keys(HOME).unwrap();
    page.keys(" ").unwrap();
    wait(&page, &format!("at === {length}"));
    page.wait_for("document.querySelector('.play').getAttribute('aria-label') === 'Play again'")
        .unwrap();
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn keys_jump_and_zoom() {
    let page = open(&Look::default());
    let length = page.eval("interleave.length()").unwrap().as_u64().unwrap();
    page.keys(HOME).unwrap();
    wait(&page, "at === 0");

    // To the line of output, past it there is none; back over it there is none either.
    page.keys("o").unwrap();
    wait(&page, "at > 0");
    assert_eq!(page.eval("interleave.world().outputs").unwrap(), 1);
    let printed = position(&page);
    page.keys("o").unwrap();
    page.keys(".").unwrap();
    wait(&page, &format!("at === {}", printed + 1));
    page.keys("O").unwrap();
    wait(&page, &format!("at === {printed}"));

    // One goroutine's statements, there and back.
    page.keys("F").unwrap();
    wait(&page, &format!("at < {printed}"));
    let own = position(&page);
    page.keys("f").unwrap();
    wait(&page, &format!("at > {own}"));

    // What a step is: until somebody blocks, then back to where somebody did.
    page.run("const unit = document.querySelectorAll('.ctl select')[1]; unit.selectedIndex = 3; unit.dispatchEvent(new Event('change', { bubbles: true }))").unwrap();
    page.keys(HOME).unwrap();
    wait(&page, "at === 0");
    page.keys(ARROW_RIGHT).unwrap();
    page.wait_for("Object.values(interleave.world().gos).some(g => g.state.waiting)").unwrap();
    page.keys(ARROW_LEFT).unwrap();
    wait(&page, "at === 0");

    // The timeline: closer, along, all of it.
    let window = "document.querySelector('.ticks i')?.style.width ?? ''";
    page.keys("+").unwrap();
    page.wait_for(&format!("{window} !== ''")).expect("a part is in sight");
    let left = "document.querySelector('.ticks i').style.left";
    let before = page.eval(left).unwrap();
    page.keys("]").unwrap();
    page.wait_for(&format!("{left} !== {before}")).expect("it moves along");
    // The end is out of sight, until the cursor goes there.
    page.keys(END).unwrap();
    wait(&page, &format!("at === {length}"));
    page.wait_for("parseFloat(document.querySelector('.later').style.transform.slice(11)) <= 101")
        .unwrap();
    page.keys("0").unwrap();
    page.wait_for(&format!("{window} === ''")).expect("all is in sight");

    // Single letters can be switched off, and stay so; the help is one button away.
    page.keys("?").unwrap();
    page.click(".check input").unwrap();
    page.keys(ESCAPE).unwrap();
    page.wait_for("!document.querySelector('[role=dialog]')").unwrap();
    page.keys(HOME).unwrap();
    wait(&page, "at === 0");
    page.keys("o.b").unwrap();
    assert_eq!(position(&page), 0, "letters are off");
    page.again().unwrap();
    let at = position(&page);
    page.keys(".").unwrap();
    assert_eq!(position(&page), at, "and stay off");
    page.click(".top button[aria-label='Keys and colours']").unwrap();
    page.click(".check input").unwrap();
    page.keys(ESCAPE).unwrap();
    page.keys(".").unwrap();
    wait(&page, &format!("at === {}", at + 1));
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn buttons_and_the_slider_move_too() {
    let page = open(&Look::default());
    let length = page.eval("interleave.length()").unwrap().as_u64().unwrap();
    page.click(".cb[aria-label='To the end']").unwrap();
    wait(&page, &format!("at === {length}"));
    page.click(".cb[aria-label='Step back']").unwrap();
    wait(&page, &format!("at < {length}"));
    page.click(".cb[aria-label='To the start']").unwrap();
    wait(&page, "at === 0");
    page.click(".cb[aria-label='Step on']").unwrap();
    wait(&page, "at > 0");

    // The slider tells its position in words, and the words are those above it.
    let told = |selector: &str| {
        format!("document.querySelector('{selector}').getAttribute('aria-valuetext')")
    };
    let words = page.eval(&told(SLIDER)).unwrap();
    assert_eq!(words, page.text(".say p").unwrap().as_str());
    let at = position(&page);
    page.run(&format!("document.querySelector('{SLIDER}').focus()")).unwrap();
    page.keys(ARROW_RIGHT).unwrap();
    wait(&page, &format!("at === {}", at + 1));
    page.keys(END).unwrap();
    wait(&page, &format!("at === {length}"));
    page.wait_for(&format!("{} !== {words}", told(SLIDER))).expect("other words elsewhere");

    // Clicking a line of output goes to where it was printed.
    page.click(".out .write").unwrap();
    wait(&page, &format!("at < {length}"));
    assert_eq!(page.eval("interleave.world().outputs").unwrap(), 1);
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn language_colours_and_modes() {
    let page = open(&Look { theme: Theme::Light, ..Look::default() });
    let root = |name: &str| format!("document.documentElement.getAttribute('{name}')");
    assert_eq!(page.eval(&root("lang")).unwrap(), "en");
    let english = page.text(".say p").unwrap();
    page.keys("l").unwrap();
    page.wait_for(&format!("{}.startsWith('zh')", root("lang"))).unwrap();
    page.wait_for(&format!("document.querySelector('.say p').textContent !== {}", json!(english)))
        .expect("the narration changes its language");
    page.wait_for("/[\\u4e00-\\u9fff]/.test(document.querySelector('.say p').textContent)")
        .unwrap();
    assert_eq!(untranslated(&page), json!([]), "what is left in English");
    page.again().unwrap();
    assert!(page.eval(&root("lang")).unwrap().as_str().unwrap().starts_with("zh"), "remembered");
    page.click(".top button[lang=en]").unwrap();
    page.wait_for(&format!("{} === 'en'", root("lang"))).unwrap();

    assert_eq!(page.eval(&root("data-theme")).unwrap(), "light");
    let paper = "getComputedStyle(document.body).backgroundColor";
    let light = page.eval(paper).unwrap();
    page.click(".top button[aria-label=Colours]").unwrap();
    page.wait_for(&format!("{} === 'dark'", root("data-theme"))).unwrap();
    page.wait_for(&format!("{paper} !== {light}")).expect("the paper is another");
    page.again().unwrap();
    assert_eq!(page.eval(&root("data-theme")).unwrap(), "dark", "remembered");

    page.keys("p").unwrap();
    page.wait_for("document.querySelector('.app').classList.contains('present')").unwrap();
    page.keys(ESCAPE).unwrap();
    page.wait_for("!document.querySelector('.app').classList.contains('present')").unwrap();
    page.keys("?").unwrap();
    page.wait_for("document.querySelector('[role=dialog]')").unwrap();
    page.wait_for("document.querySelector('[role=dialog]').contains(document.activeElement)")
        .expect("the focus is in the dialog");
    page.keys(ESCAPE).unwrap();
    page.wait_for("!document.querySelector('[role=dialog]')").unwrap();
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

/// Names and titles of the page's own controls that have no Chinese character, symbols, numbers and Go's own letters
/// for goroutine and processor apart.
fn untranslated(page: &Page) -> Value {
    page.eval(
        r"[...document.querySelectorAll('.top button, .dock button, .code .tabs button')]
            .flatMap(e => [e.getAttribute('aria-label'), e.title, e.innerText])
            .filter(text => text && /[a-z]/i.test(text) && !/[\u4e00-\u9fff]/.test(text) && !['English', 'G', 'P'].includes(text))",
    )
    .unwrap()
}

#[test]
fn every_control_has_a_name() {
    let page = open(&Look::default());
    page.keys(END).unwrap();
    let nameless = "[...document.querySelectorAll('button, input, select, textarea, [role]')].filter(e => \
        !(e.getAttribute('aria-label') || e.innerText?.trim() || e.labels?.[0]?.textContent.trim() || e.title)) \
        .map(e => e.outerHTML.slice(0, 120))";
    assert_eq!(page.eval(nameless).unwrap(), json!([]));
    // What Tab reaches is seen to be reached.
    let source = "document.querySelector('.code textarea').value";
    let before = page.eval(source).unwrap();
    let (mut reached, mut editor) = (0, 0);
    while page.eval("!document.activeElement.closest('.dock')").unwrap() == true {
        page.keys("\u{e004}").unwrap();
        let outline = page
            .eval("(e => e === document.body ? 'body' : e.matches('textarea') ? 'editor' : getComputedStyle(e).outlineStyle)(document.activeElement)")
            .unwrap();
        if outline == "editor" {
            editor += 1;
            continue;
        }
        reached += usize::from(outline != "body");
        assert_ne!(
            outline,
            "none",
            "{}",
            page.eval("document.activeElement.outerHTML.slice(0, 120)").unwrap()
        );
    }
    assert!(reached > 10, "{reached}");
    // It does not hold who only passes through it.
    assert_eq!((editor, page.eval(source).unwrap()), (1, before));
}
