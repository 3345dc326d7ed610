//! Input methods, fingers, and the keyboard on the glass.

use browser_tests::{Look, Page};
use serde_json::{Value, json};

#[test]
fn chinese_can_be_typed() {
    let page =
        Page::open(&Look { language: "zh-CN".to_owned(), ..Look::default() }).expect("the page");
    page.click("textarea.src").unwrap();
    page.keys("\u{e009}a").unwrap();
    page.keys("\u{e003}").unwrap();
    let shows = |text: &str| {
        let value = "document.querySelector('textarea.src').value";
        let layer = "document.querySelector('.hl').textContent";
        let wanted = json!(text);
        page.wait_for(&format!("{value} === {wanted} && {layer} === {value} + '\\n'"))
            .unwrap_or_else(|_| panic!("{text:?}, not {}", page.eval(value).unwrap()));
    };
    page.keys("// ").unwrap();
    page.compose("n").unwrap();
    page.compose("ni").unwrap();
    shows("// ni");
    // The program runs as one pauses, in the middle of a word too; that must not end the word.
    page.wait_for("interleave.diagnostics().length > 0")
        .expect("what is typed so far is no program");
    page.compose("ni hao").unwrap();
    shows("// ni hao");
    page.commit("你好").unwrap();
    shows("// 你好");
    // Between quotes that close by themselves; then the closing one is stepped over.
    page.keys("\u{e007}\"").unwrap();
    page.compose("shi").unwrap();
    page.commit("世界").unwrap();
    page.keys("\"").unwrap();
    shows("// 你好\n\"世界\"");
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

fn numbers(v: &Value) -> Vec<f64> {
    v.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

#[test]
fn fingers_drag_and_pinch_the_timeline() {
    let look = Look { width: 1024, height: 768, phone: true, ..Look::default() };
    let page = Page::open(&look).expect("the page");
    page.run("localStorage.setItem('interleave.asking', 'no')").unwrap();
    page.again().unwrap();
    let strip = "const r = document.querySelector('.strip .plot').getBoundingClientRect();";
    let plot =
        numbers(&page.run(&format!("{strip} return [r.left, r.width, r.top + 20]")).unwrap());
    let (at, y) = (|part: f64| plot[0] + plot[1] * part, plot[2]);
    let cursor =
        || page.eval("+document.querySelector('.bar input').value").unwrap().as_f64().unwrap();

    page.touch("touchStart", &[(at(0.3), y)]).unwrap();
    let first = cursor();
    for i in 1..=10 {
        page.touch("touchMove", &[(at(0.3 + 0.04 * f64::from(i)), y)]).unwrap();
    }
    page.touch("touchEnd", &[]).unwrap();
    let length = page.eval("interleave.length()").unwrap().as_f64().unwrap();
    let moved = (cursor() - first) / length;
    assert!((moved - 0.4).abs() < 0.02, "dragged by 0.4, moved by {moved}");

    page.touch("touchStart", &[(at(0.4), y), (at(0.6), y)]).unwrap();
    for i in 1..=10 {
        let by = 0.02 * f64::from(i);
        page.touch("touchMove", &[(at(0.4 - by), y), (at(0.6 + by), y)]).unwrap();
    }
    page.touch("touchEnd", &[]).unwrap();
    let window = "const i = document.querySelector('.ticks i'); return i && [parseFloat(i.style.left), parseFloat(i.style.width)]";
    let window = numbers(&page.run(window).unwrap());
    assert!(window.len() == 2, "the timeline is not closer");
    assert!(
        (window[1] - 100.0 / 3.0).abs() < 3.0 && (window[0] - 100.0 / 3.0).abs() < 3.0,
        "{window:?}"
    );
    assert_eq!(page.eval("visualViewport.scale").unwrap(), json!(1));
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn the_keyboard_leaves_room_for_the_code() {
    let look = Look { width: 390, height: 844, phone: true, ..Look::default() };
    let page = Page::open(&look).expect("the page");
    page.click(".ztab:nth-of-type(2)").unwrap();
    page.click("textarea.src").unwrap();
    assert_eq!(
        page.eval("document.activeElement.readOnly").unwrap(),
        json!(true),
        "no keyboard yet"
    );
    page.run("document.activeElement.blur(); document.querySelector('.tabs button').click()")
        .unwrap();
    page.wait_for("document.activeElement.matches('textarea.src:read-write')")
        .expect("Edit takes the focus");
    // The keyboard takes the lower part of the glass.
    page.look(&Look { height: 440, ..look.clone() }).unwrap();
    page.keys("x").unwrap();
    let room = "const e = document.querySelector('.editor').getBoundingClientRect(); return [e.height, e.bottom, innerHeight]";
    let room = numbers(&page.run(room).unwrap());
    assert!(room[0] > 250.0 && room[1] <= room[2], "{room:?}");
    page.look(&look).unwrap();
    page.run("document.activeElement.blur()").unwrap();
    page.wait_for("document.querySelector('.dock').offsetHeight > 0")
        .expect("the transport is back");
}
