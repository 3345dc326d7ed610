//! What the browser remembers between visits. Everything here may fail, and then nothing is lost
//! but the memory.

use crate::i18n::Lang;
use crate::lesson::Study;
use crate::state::Theme;

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get(key: &str) -> Option<String> {
    store()?.get_item(&format!("interleave.{key}")).ok()?
}

/// Remembers a value.
pub fn set(key: &str, value: &str) {
    if let Some(s) = store() {
        let _ = s.set_item(&format!("interleave.{key}"), value);
    }
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

/// The program last typed, with the lesson it belongs to.
pub fn draft() -> Option<(Option<usize>, String)> {
    let lesson = get("lesson").and_then(|l| l.parse().ok());
    Some((lesson, get("source")?))
}

/// Remembers the program being typed.
pub fn save_draft(lesson: Option<usize>, source: &str) {
    set("lesson", &lesson.map_or_else(|| "-".to_string(), |l| l.to_string()));
    set("source", source);
}
