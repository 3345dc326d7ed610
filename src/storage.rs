//! What the browser remembers between visits. Everything here may fail, and then nothing is lost
//! but the memory.

use crate::i18n::Lang;
use crate::lesson::Study;
use crate::state::{Drafts, Theme};

/// What the names of all our entries begin with.
const OURS: &str = "interleave.";

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get(key: &str) -> Option<String> {
    store()?.get_item(&format!("{OURS}{key}")).ok()?
}

/// Remembers a value, if the browser can.
pub fn set(key: &str, value: &str) {
    let _ = store().map(|s| s.set_item(&format!("{OURS}{key}"), value));
}

/// Remembered language, else the browser's.
pub fn lang() -> Lang {
    let browser = || web_sys::window().and_then(|w| w.navigator().language());
    Lang::from_tag(&get("lang").or_else(browser).unwrap_or_default())
}

/// Remembered colours, else the system's.
pub fn theme() -> Theme {
    match get("theme").as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ => {
            let query = "(prefers-color-scheme: light)";
            let media = web_sys::window().and_then(|w| w.match_media(query).ok().flatten());
            if media.is_some_and(|m| m.matches()) { Theme::Light } else { Theme::Dark }
        }
    }
}

/// What the learner has done so far.
pub fn study() -> Study {
    Study::read(&get("progress").unwrap_or_default())
}

/// Whether the learner wants to be asked.
pub fn asking() -> bool {
    get("asking").as_deref() != Some("no")
}

/// Whether single letters are keys of the page.
pub fn keys() -> bool {
    get("keys").as_deref() != Some("off")
}

/// All that was typed.
pub fn drafts() -> Drafts {
    let mut drafts = Drafts::default();
    let Some(s) = store() else { return drafts };
    for i in 0..s.length().unwrap_or(0) {
        let Some(key) = s.key(i).ok().flatten() else { continue };
        if let (Some(name), Ok(Some(text))) = (key.strip_prefix(OURS), s.get_item(&key)) {
            drafts.remember(name, text);
        }
    }
    drafts
}

/// Remembers an entry of the drafts, or forgets it; tells whether the browser could.
pub fn keep_draft(name: &str, text: Option<&str>) -> bool {
    let key = format!("{OURS}{name}");
    let done = store().map(|s| match text {
        Some(text) => s.set_item(&key, text),
        None => s.remove_item(&key),
    });
    done.is_some_and(|d| d.is_ok())
}

/// Where the learner was last; see [`State::place`](crate::state::State::place).
pub fn place() -> Option<String> {
    get("place")
}
