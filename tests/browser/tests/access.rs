//! Nothing on the page keeps people out, as far as axe-core can tell: names, roles, contrast, order.

use std::fs;

use browser_tests::{Look, Page, Theme};
use serde_json::json;

/// What axe-core calls best practice counts too; the page is one screen, so that all of it is looked at.
const AUDIT: &str = r"
    const found = await axe.run(document, { resultTypes: ['violations'] });
    return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.any.concat(n.all, n.none).map(c => c.message).join('; ')}`));
";

/// What axe-core complains of, with the situation in front.
fn audit(page: &Page, axe: &str, what: &str) -> Vec<String> {
    page.run(&format!("if (!window.axe) {{ {axe} }}")).expect("axe-core runs");
    let found = page.run(AUDIT).expect("the audit");
    found.as_array().into_iter().flatten().map(|line| format!("{what}: {line}")).collect()
}

#[test]
fn axe_finds_nothing() {
    let Some(path) = std::env::var_os("AXE_CORE") else {
        println!(
            "AXE_CORE does not say where axe.min.js is; `cargo xtask test --only browser` sees to it"
        );
        return;
    };
    let axe = fs::read_to_string(path).expect("axe-core's script");
    let looks = [Look::default(), Look { width: 390, height: 844, phone: true, ..Look::default() }];
    let page = Page::open(&looks[0]).expect("the page");
    let mut found = Vec::new();
    for look in &looks {
        for theme in [Theme::Light, Theme::Dark] {
            // Without motion: a colour on its way to another is neither.
            page.look(&Look { theme, reduced_motion: true, ..look.clone() }).unwrap();
            page.afresh().unwrap();
            let wanted = if theme == Theme::Dark { "dark" } else { "light" };
            assert_eq!(page.eval("document.documentElement.dataset.theme").unwrap(), json!(wanted));
            let what = |part: &str| format!("{part}, {wanted}, {} wide", look.width);
            found.extend(audit(&page, &axe, &what("as opened")));
            let half = page.eval("Math.round(interleave.length() / 2)").unwrap();
            page.eval(&format!("interleave.seek({half})")).unwrap();
            page.wait_for(&format!("+document.querySelector('.bar input').value === {half}"))
                .unwrap();
            found.extend(audit(&page, &axe, &what("half way")));
            for address in ["contents", "glossary", "playground", "5.10-lock-order"] {
                page.eval(&format!("location.hash = '#{address}'")).unwrap();
                let reading = matches!(address, "contents" | "glossary");
                page.wait_for(&format!("!!document.querySelector('.contents') === {reading}"))
                    .expect(address);
                found.extend(audit(&page, &axe, &what(address)));
            }
            page.eval("location.hash = '#2.11-bounded-queue'").unwrap();
            page.wait_for("interleave.length() > 200").unwrap();
            if !look.phone {
                page.keys("h").unwrap();
                page.eval(&format!("interleave.seek({})", half.as_u64().unwrap_or(0) / 2)).unwrap();
                page.wait_for("document.querySelector('.offers')").unwrap();
                found.extend(audit(&page, &axe, &what("the learner schedules")));
                page.keys("h").unwrap();
                page.click(".panel .look").unwrap();
                page.wait_for("document.querySelector('.inspector')").unwrap();
                found.extend(audit(&page, &axe, &what("an object is looked at")));
                page.click(".canvas .g").unwrap();
                page.wait_for("document.querySelector('.inspector .stack')").unwrap();
                found.extend(audit(&page, &axe, &what("a goroutine is looked at")));
                page.keys("v").unwrap();
                page.wait_for("document.querySelectorAll('.side-figures').length === 2").unwrap();
                found.extend(audit(&page, &axe, &what("side by side")));
                page.keys("v").unwrap();
                page.wait_for("document.querySelector('.stage')").unwrap();
            }
            if look.phone {
                for zone in 1..=4 {
                    page.click(&format!(".ztab:nth-of-type({zone})")).unwrap();
                    page.wait_for(&format!("document.querySelector('.ztab:nth-of-type({zone})').ariaSelected === 'true'")).unwrap();
                    found.extend(audit(&page, &axe, &what(&format!("zone {zone}"))));
                }
            } else {
                page.call("load", "package main\n\nfunc main() { x := 1 }\n").unwrap();
                page.wait_for("document.querySelector('.errors')").unwrap();
                found.extend(audit(&page, &axe, &what("with an error")));
                page.record("package main\n\nfunc main() { panic(1) }\n").unwrap();
                page.wait_for("document.querySelector('.fault')").unwrap();
                found.extend(audit(&page, &axe, &what("with a panic")));
                page.keys("?").unwrap();
                page.wait_for("document.querySelector('[role=dialog]')").unwrap();
                found.extend(audit(&page, &axe, &what("with the list of keys")));
                page.keys("\u{e00c}").unwrap();
                page.keys("p").unwrap();
                page.wait_for("document.querySelector('.app.present')").unwrap();
                found.extend(audit(&page, &axe, &what("in the classroom")));
                page.keys("n").unwrap();
                page.wait_for("document.querySelector('.notes')").unwrap();
                found.extend(audit(&page, &axe, &what("in the classroom, with notes")));
                page.keys("\u{e00c}").unwrap();
                page.keys("p").unwrap();
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
