//! The editor, by real keys.

use browser_tests::{Browser, Look, Page};

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const BACKSPACE: &str = "\u{e003}";
const ESCAPE: &str = "\u{e00c}";
const UP: &str = "\u{e013}";
const DOWN: &str = "\u{e015}";
const END: &str = "\u{e010}";
const SHIFT: &str = "\u{e008}";
const CONTROL: &str = "\u{e009}";

/// The editor, focused and empty.
fn empty(page: &Page) {
    page.click("textarea.src").unwrap();
    page.keys(&format!("{CONTROL}a")).unwrap();
    page.keys(BACKSPACE).unwrap();
    shows(page, "");
}

fn shows(page: &Browser, text: &str) {
    let value = "document.querySelector('textarea.src').value";
    let wanted = serde_json::json!(text);
    if page.wait_for(&format!("{value} === {wanted}")).is_err() {
        assert_eq!(page.eval(value).unwrap(), wanted);
    }
}

#[test]
fn writes_with_the_learner() {
    let page = Page::open(&Look::default()).expect("the page");

    // Indents by itself, closes brackets and quotes, and steps over what it has closed.
    empty(&page);
    page.keys(&format!("func main() {{{ENTER}fmt.Println(\"hi\"){ENTER}if x[0] {{{ENTER}f()"))
        .unwrap();
    let typed = "func main() {\n\tfmt.Println(\"hi\")\n\tif x[0] {\n\t\tf()\n\t}\n}";
    shows(&page, typed);
    // What is highlighted is what is typed.
    page.wait_for("document.querySelector('.hl').textContent === document.querySelector('textarea.src').value + '\\n'")
        .expect("the colours belong to the text");

    // A bracket that was just opened goes with its partner.
    empty(&page);
    page.keys("f(").unwrap();
    shows(&page, "f()");
    page.keys(BACKSPACE).unwrap();
    shows(&page, "f");

    // Tab indents, with Shift it takes back; several lines at once.
    empty(&page);
    page.keys(&format!("a{ENTER}b{ENTER}{TAB}c")).unwrap();
    shows(&page, "a\nb\n\tc");
    page.keys(&format!("{CONTROL}a")).unwrap();
    page.keys(TAB).unwrap();
    shows(&page, "\ta\n\tb\n\t\tc");
    page.keys(&format!("{SHIFT}{TAB}")).unwrap();
    shows(&page, "a\nb\n\tc");

    // Comments lines out and in.
    empty(&page);
    page.keys(&format!("x := 1{ENTER}y := 2{UP}")).unwrap();
    page.keys(&format!("{CONTROL}/")).unwrap();
    shows(&page, "// x := 1\ny := 2");
    page.keys(&format!("{CONTROL}/")).unwrap();
    shows(&page, "x := 1\ny := 2");
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn undoes_what_it_did() {
    let page = Page::open(&Look::default()).expect("the page");
    empty(&page);
    page.keys(&format!("package main{ENTER}{ENTER}func main() {{{ENTER}x := 1")).unwrap();
    let typed = "package main\n\nfunc main() {\n\tx := 1\n}";
    shows(&page, typed);
    page.keys(&format!("{CONTROL}/")).unwrap();
    shows(&page, "package main\n\nfunc main() {\n\t// x := 1\n}");
    page.keys(&format!("{CONTROL}z")).unwrap();
    shows(&page, typed);
    page.keys(&format!("{END}{TAB}")).unwrap();
    shows(&page, "package main\n\nfunc main() {\n\tx := 1\t\n}");
    page.keys(&format!("{CONTROL}z")).unwrap();
    shows(&page, typed);

    // The program is run as it is typed, and undoing does not stop at a run.
    page.wait_for("interleave.diagnostics().length > 0").expect("x is not used");
    page.keys(&format!("{DOWN}{END}{ENTER}//end")).unwrap();
    shows(&page, &format!("{typed}\n//end"));
    page.wait_for("interleave.diagnostics()[0].line === 4").expect("checked again");
    for _ in 0..40 {
        page.keys(&format!("{CONTROL}z")).unwrap();
    }
    let value = page.eval("document.querySelector('textarea.src').value").unwrap();
    assert!(
        value.as_str().unwrap().contains("worker"),
        "the lesson's own program is back: {value}"
    );
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn formats_and_lets_go() {
    let page = Page::open(&Look::default()).expect("the page");
    empty(&page);
    page.keys(&format!("package main{ENTER}func main(){{{ENTER}x:=[]int {{1,2 }}{ENTER}_=x"))
        .unwrap();
    page.click(".code .tabs button:nth-of-type(2)").unwrap();
    let formatted = "package main\n\nfunc main() {\n\tx := []int{1, 2}\n\t_ = x\n}\n";
    shows(&page, formatted);
    page.keys(&format!("{CONTROL}z")).unwrap();
    shows(&page, "package main\nfunc main(){\n\tx:=[]int {1,2 }\n\t_=x\n}");

    // Text that does not parse stays as it is.
    empty(&page);
    page.keys("package main func").unwrap();
    page.click(".code .tabs button:nth-of-type(2)").unwrap();
    page.wait_for("interleave.diagnostics().length > 0").expect("its errors are told");
    shows(&page, "package main func");

    // Escape leaves the editor, so that Tab moves on.
    page.click("textarea.src").unwrap();
    page.keys(ESCAPE).unwrap();
    page.wait_for("document.activeElement?.tagName !== 'TEXTAREA'").expect("the editor let go");
    page.keys(TAB).unwrap();
    shows(&page, "package main func");
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

#[test]
fn nothing_typed_is_lost_by_going_elsewhere() {
    let page = Page::open(&Look::default()).expect("the page");
    let go = |address: &str| {
        page.eval(&format!("location.hash = '#{address}'")).unwrap();
    };
    let button = |name: &str| {
        page.run(&format!(
            "[...document.querySelectorAll('.code .tab')].find(b => b.innerText === '{name}').click()"
        ))
        .unwrap();
    };
    let mine = "package main\n\nfunc main() { println(1) }";
    let own = page.eval("document.querySelector('textarea.src').value").unwrap();
    let own = own.as_str().unwrap().to_owned();
    empty(&page);
    page.keys(&mine.replace('\n', ENTER)).unwrap();
    shows(&page, mine);
    // To another lesson and back, and after a reload.
    go("2.1-a-meeting");
    page.wait_for("document.querySelector('textarea.src').value.includes('make(chan')").unwrap();
    go("2.11-bounded-queue");
    shows(&page, mine);
    page.again().unwrap();
    shows(&page, mine);
    // A reset is taken back, also after a reload.
    button("Reset");
    shows(&page, &own);
    page.again().unwrap();
    shows(&page, &own);
    button("Restore");
    shows(&page, mine);

    // Somebody's link is shown; whoever changes what it holds has both programs afterwards.
    page.run(
        "[...document.querySelectorAll('.top button')].find(b => b.innerText === 'Share').click()",
    )
    .unwrap();
    page.wait_for("location.hash.startsWith('#1.')").unwrap();
    let link = page.eval("location.hash.slice(1)").unwrap().as_str().unwrap().to_owned();
    empty(&page);
    page.wait_for("location.hash === '#2.11-bounded-queue'").expect("the link is out of date");
    let second = "package main\n\nfunc main() { println(2) }";
    page.keys(&second.replace('\n', ENTER)).unwrap();
    shows(&page, second);
    go(&link);
    shows(&page, mine);
    page.click("textarea.src").unwrap();
    page.keys(&format!("{CONTROL}{END}")).unwrap();
    page.keys(ENTER).unwrap();
    shows(&page, &format!("{mine}\n"));
    page.again().unwrap();
    shows(&page, &format!("{mine}\n"));
    button("Restore");
    shows(&page, second);
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}

/// What does not compile is told below the code; the line that is written is still seen.
#[test]
fn the_line_that_is_written_stays_in_sight() {
    let page = Page::open(&Look::default()).expect("the page");
    page.click("textarea.src").unwrap();
    page.keys(&format!("{CONTROL}{END}")).unwrap();
    page.keys(&format!("{ENTER}func broken( {{")).unwrap();
    page.wait_for("document.querySelector('.errors')").expect("it does not compile");
    let below = "(() => {
        const pane = document.querySelector('.editor'), source = document.querySelector('textarea.src').value;
        const bottom = source.split('\\n').length * 22 + 8;
        return bottom - pane.scrollTop - pane.clientHeight;
    })()";
    page.wait_for(&format!("{below} <= 0"))
        .unwrap_or_else(|_| panic!("hidden by {}", page.eval(below).unwrap()));
}
