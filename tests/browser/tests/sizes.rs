//! Screens that no picture of the gallery is made on: a projector, a phone on its side, the narrowest that WCAG 1.4.10
//! asks for.

use browser_tests::{Look, Page};

/// Width, height, and whether it is a phone.
const SCREENS: [(u32, u32, bool); 3] = [(1920, 1080, false), (844, 390, true), (320, 640, true)];

const LESSONS: [&str; 6] = [
    "1.3-queues",
    "1.4-system-calls",
    "2.11-bounded-queue",
    "4.2-timers",
    "5.3-atomic",
    "6.1-split-vector",
];

/// Every zone of a phone's, once.
const ZONES: usize = 4;

#[test]
fn every_screen_has_room_for_what_is_on_it() {
    let page = Page::open(&Look::default()).expect("the page");
    let mut faults = Vec::new();
    for (width, height, phone) in SCREENS {
        for language in ["en", "zh-CN"] {
            let language = language.to_owned();
            // Without travel everything is at once where it belongs.
            let still = Look { reduced_motion: true, ..Look::default() };
            page.look(&Look { width, height, phone, language, ..still }).unwrap();
            page.again().unwrap();
            let mut look = |at: &str| {
                for fault in page.faults().unwrap() {
                    faults.push(format!("{width} × {height}, {at}: {fault}"));
                }
            };
            for lesson in LESSONS {
                page.run(&format!("location.hash = '{lesson}'")).unwrap();
                page.wait_for(&format!("document.querySelector('.crumb h1').textContent.startsWith('{}') && interleave.length() > 0", &lesson[..3])).unwrap();
                for part in [0.4, 0.8] {
                    page.eval(&format!(
                        "interleave.seek(Math.round(interleave.length() * {part}))"
                    ))
                    .unwrap();
                    look(lesson);
                }
            }
            for zone in (0..ZONES).filter(|_| phone) {
                page.run(&format!("document.querySelectorAll('.ztab')[{zone}].click()")).unwrap();
                look(&format!("zone {zone}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(page.console_problems().unwrap(), Vec::<String>::new());
}
