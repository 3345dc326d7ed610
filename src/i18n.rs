//! Two languages, one table. The texts stand in `locales/`, English and Chinese side by side.

use crate::fixed::fixed;
use std::fmt::Display;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Name of the locale in `locales/`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// What the `lang` attribute of the page says.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
        }
    }

    /// What those call it who speak it.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Zh => "中文",
        }
    }

    /// The other one.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::En,
        }
    }

    /// From a browser's or a stored tag; English unless it is Chinese.
    pub fn from_tag(tag: &str) -> Lang {
        if tag.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }
}

/// The text of `key` in `$lang`, with its variables filled in.
#[macro_export]
macro_rules! say {
    ($lang:expr, $key:expr $(,)?) => {
        $crate::i18n::text($lang, AsRef::<str>::as_ref(&$key))
    };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::filled($lang, AsRef::<str>::as_ref(&$key), &[$((stringify!($name), &$value)),+])
    };
}

/// The text of a key.
pub fn text(lang: Lang, key: &str) -> String {
    rust_i18n::t!(key, locale = lang.code()).into_owned()
}

/// The text of a key, its variables filled in. One function, for what rust-i18n's own macro makes of each text is much
/// code, and there are hundreds.
pub fn filled(lang: Lang, key: &str, with: &[(&str, &dyn Display)]) -> String {
    let names: Vec<&str> = with.iter().map(|(name, _)| *name).collect();
    let values: Vec<String> = with.iter().map(|(_, value)| value.to_string()).collect();
    rust_i18n::replace_patterns(&text(lang, key), &names, &values)
}

/// Virtual time as people read it: `0.300 s`, `12.4 ms`, `850 ns`.
pub fn time(ns: u64) -> String {
    match ns {
        0 => "0".to_string(),
        1..1_000 => format!("{ns} ns"),
        1_000..100_000 => format!("{} µs", fixed(ns as f64 / 1e3, 1)),
        100_000..1_000_000 => format!("{} µs", fixed(ns as f64 / 1e3, 0)),
        1_000_000..100_000_000 => format!("{} ms", fixed(ns as f64 / 1e6, 1)),
        _ => format!("{} s", fixed(ns as f64 / 1e9, 3)),
    }
}

/// A count with its thousands apart, as both languages write it: `10,739`.
pub fn count(n: u64) -> String {
    let digits = n.to_string();
    let first = digits.len() % 3;
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && i % 3 == first {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_both_languages() {
        let mut texts = 0;
        for file in std::fs::read_dir("locales").unwrap().map(|f| f.unwrap().path()) {
            let text = std::fs::read_to_string(&file).unwrap();
            let file = file.display();
            let mut open: Option<(String, u8)> = None;
            for line in text.lines().chain(["end:"]) {
                if !line.starts_with(' ') {
                    if let Some((key, seen)) = open.take() {
                        texts += 1;
                        assert_eq!(seen, 3, "{file}: {key} lacks a language");
                    }
                    let key = line.trim_end_matches(':').to_string();
                    open = line.ends_with(':').then_some((key, 0));
                } else if let Some((_, seen)) = &mut open {
                    *seen |= u8::from(line.starts_with("  en: "))
                        | u8::from(line.starts_with("  zh: ")) << 1;
                }
            }
        }
        assert!(texts > 150, "{texts}");
    }

    #[test]
    fn counts_are_grouped() {
        let shown: Vec<_> = [0, 999, 1_000, 10_739, 1_810_968].map(count).into();
        assert_eq!(shown, ["0", "999", "1,000", "10,739", "1,810,968"]);
    }

    #[test]
    fn times_are_short() {
        let shown: Vec<_> = [0, 850, 12_000, 178_300, 12_400_000, 300_000_000].map(time).into();
        assert_eq!(shown, ["0", "850 ns", "12.0 µs", "178 µs", "12.4 ms", "0.300 s"]);
    }
}
