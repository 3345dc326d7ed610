//! Packages `unicode` and `internal/unicode`: the Unicode Character Database, edition 17.
//!
//! `unicode.txt` holds it in lines of words: the general category of every code point as runs
//! (a letter of [`LETTERS`] and how many), the case mappings as in `unicode.CaseRanges`
//! (`lo-hi,upper,lower,title`, `x` for alternating cases), the orbits of case folding of more than
//! two, and the ranges (`gap+length`) of scripts and properties.

use crate::heap::Heap;
use crate::natives::{Cx, NativeFn, Next};
use ::std::sync::OnceLock;
use program::layout::slice_meta;

const TEXT: &str = include_str!("unicode.txt");

/// General categories, a letter each, as [`LETTERS`] orders them.
const NAMES: [&str; 30] = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
];
const LETTERS: &[u8; 30] = b"ULTMOmneDRNcdpqifPsSkoZlzCFXY-";

const LETTER: &[u8] = b"ULTMO";
const MARK: &[u8] = b"mne";
const NUMBER: &[u8] = b"DRN";
const PUNCT: &[u8] = b"cdpqifP";
const SYMBOL: &[u8] = b"sSko";

struct Case {
    lo: u32,
    hi: u32,
    /// To be added for upper, lower and title case; none if cases alternate.
    delta: [Option<i32>; 3],
}

struct Data {
    /// Where each run of one category begins.
    runs: Vec<(u32, u8)>,
    cases: Vec<Case>,
    orbits: Vec<Vec<u32>>,
}

fn line(kind: &str) -> &'static str {
    TEXT.lines().find_map(|l| l.strip_prefix(kind)).unwrap_or("")
}

fn read_runs(text: &str) -> Vec<(u32, u8)> {
    let (mut runs, mut at) = (Vec::new(), 0u32);
    let mut rest = text.trim().as_bytes();
    while let Some((&letter, tail)) = rest.split_first() {
        let n = tail.iter().take_while(|c| c.is_ascii_digit()).count();
        let count = tail.iter().take(n).fold(0, |v, c| v * 10 + u32::from(c - b'0'));
        runs.push((at, letter));
        at += if n == 0 { 1 } else { count };
        rest = tail.get(n..).unwrap_or(&[]);
    }
    runs
}

fn read_case(word: &str) -> Option<Case> {
    let mut parts = word.split(',');
    let (lo, hi) = parts.next()?.split_once('-')?;
    let mut delta = || parts.next().and_then(|d| d.parse().ok());
    let delta = [delta(), delta(), delta()];
    Some(Case { lo: lo.parse().ok()?, hi: hi.parse().ok()?, delta })
}

fn data() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| Data {
        runs: read_runs(line("categories ")),
        cases: line("cases ").split(' ').filter_map(read_case).collect(),
        orbits: line("orbits ")
            .split(' ')
            .map(|o| o.split(',').filter_map(|r| r.parse().ok()).collect())
            .collect(),
    })
}

/// Letter of a rune's general category.
fn category(r: u32) -> u8 {
    if r > 0x10FFFF {
        return b'-';
    }
    let runs = &data().runs;
    let i = runs.partition_point(|(start, _)| *start <= r);
    i.checked_sub(1).and_then(|i| runs.get(i)).map_or(b'-', |(_, letter)| *letter)
}

/// Changes the case of a rune: 0 upper, 1 lower, 2 title.
pub(crate) fn to_case(case: usize, r: u32) -> u32 {
    if r < 0x80 {
        let c = r as u8;
        return u32::from(if case == 1 { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() });
    }
    let cases = &data().cases;
    let i = cases.partition_point(|c| c.hi < r);
    match cases.get(i) {
        Some(c) if c.lo <= r => match c.delta.get(case).copied().flatten() {
            Some(d) => r.wrapping_add_signed(d),
            // Upper, lower, upper, lower …
            None => c.lo + ((r - c.lo) & !1 | (case as u32 & 1)),
        },
        _ => r,
    }
}

/// The next rune that differs from `r` only in case, as `unicode.SimpleFold`.
pub(crate) fn simple_fold(r: u32) -> u32 {
    for orbit in &data().orbits {
        if let Some(i) = orbit.iter().position(|o| *o == r) {
            return orbit.get(i + 1).or(orbit.first()).copied().unwrap_or(r);
        }
    }
    let lower = to_case(1, r);
    if lower != r { lower } else { to_case(0, r) }
}

/// `unicode.IsSpace`
pub(crate) fn is_space(r: u32) -> bool {
    matches!(r, 9..=13 | 0x20 | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000)
}

/// `unicode.IsLetter`
pub(crate) fn is_letter(r: u32) -> bool {
    LETTER.contains(&category(r))
}

/// `unicode.IsPrint`
pub(crate) fn is_print(r: u32) -> bool {
    r == 0x20 || [LETTER, MARK, NUMBER, PUNCT, SYMBOL].iter().any(|set| set.contains(&category(r)))
}

/// `unicode.IsGraphic`
pub(crate) fn is_graphic(r: u32) -> bool {
    is_print(r) || category(r) == b'Z'
}

/// `unicode.IsDigit`
pub(crate) fn is_digit(r: u32) -> bool {
    category(r) == b'D'
}

fn test(cx: &mut Cx<'_>, f: impl Fn(u32) -> bool) -> Next {
    let r = u32::try_from(cx.int(0)).unwrap_or(u32::MAX);
    cx.set(0, u64::from(f(r)));
    Next::Done
}

fn change(cx: &mut Cx<'_>, i: usize, f: impl Fn(u32) -> u32) -> Next {
    let r = cx.int(i);
    let to = u32::try_from(r).ok().filter(|r| *r <= 0x10FFFF).map_or(r, |r| i64::from(f(r)));
    cx.set(0, to as u64);
    Next::Done
}

fn to(cx: &mut Cx<'_>) -> Next {
    match usize::try_from(cx.int(0)) {
        Ok(case) if case < 3 => change(cx, 1, |r| to_case(case, r)),
        _ => {
            cx.set(0, 0xFFFD);
            Next::Done
        }
    }
}

macro_rules! natives {
    ($($name:literal $f:expr;)*) => {
        pub(crate) const NATIVES: &[(&str, NativeFn)] = &[
            $(
                (concat!("internal/unicode.", $name), $f),
                (concat!("unicode.", $name), $f),
            )*
            ("unicode.SimpleFold", |cx| change(cx, 0, simple_fold)),
            ("unicode.To", to),
            ("unicode.caseRanges", case_ranges),
            ("unicode.ranges", ranges),
        ];
    };
}

natives! {
    "IsControl" |cx| test(cx, |r| category(r) == b'C');
    "IsDigit" |cx| test(cx, is_digit);
    "IsGraphic" |cx| test(cx, is_graphic);
    "IsLetter" |cx| test(cx, is_letter);
    "IsLower" |cx| test(cx, |r| category(r) == b'L');
    "IsMark" |cx| test(cx, |r| MARK.contains(&category(r)));
    "IsNumber" |cx| test(cx, |r| NUMBER.contains(&category(r)));
    "IsPrint" |cx| test(cx, is_print);
    "IsPunct" |cx| test(cx, |r| PUNCT.contains(&category(r)));
    "IsSpace" |cx| test(cx, is_space);
    "IsSymbol" |cx| test(cx, |r| SYMBOL.contains(&category(r)));
    "IsTitle" |cx| test(cx, |r| category(r) == b'T');
    "IsUpper" |cx| test(cx, |r| category(r) == b'U');
    "ToLower" |cx| change(cx, 0, |r| to_case(1, r));
    "ToTitle" |cx| change(cx, 0, |r| to_case(2, r));
    "ToUpper" |cx| change(cx, 0, |r| to_case(0, r));
}

/// A new slice of elements of `size` words without references.
fn plain_slice(h: &mut Heap, words: Vec<u64>, size: usize) -> (u64, u64) {
    let n = (words.len() / size) as u32;
    (h.adopt(words.into(), true), slice_meta(n, n))
}

fn case_ranges(cx: &mut Cx<'_>) -> Next {
    let delta = |d: &Option<i32>| i64::from(d.unwrap_or(0x110000)) as u64;
    let words = data().cases.iter().flat_map(|c| {
        let [u, l, t] = &c.delta;
        [u64::from(c.lo), u64::from(c.hi), delta(u), delta(l), delta(t)]
    });
    let s = plain_slice(&mut cx.st.heap, words.collect(), 5);
    cx.set_slice(0, s);
    Next::Done
}

/// First and last runes of the ranges of a category, script or property.
fn set(name: &str) -> Vec<(u32, u32)> {
    let letters: Vec<u8> = NAMES
        .iter()
        .zip(LETTERS)
        .filter(|(n, _)| n.starts_with(name) || name == "LC" && matches!(**n, "Lu" | "Ll" | "Lt"))
        .map(|(_, l)| *l)
        .collect();
    let mut out: Vec<(u32, u32)> = Vec::new();
    if name.len() <= 2 && !letters.is_empty() {
        let runs = &data().runs;
        for (i, (lo, letter)) in runs.iter().enumerate() {
            if letters.contains(letter) {
                let hi = runs.get(i + 1).map_or(0x10FFFF, |(next, _)| next - 1);
                match out.last_mut() {
                    Some(last) if last.1 + 1 == *lo => last.1 = hi,
                    _ => out.push((*lo, hi)),
                }
            }
        }
        return out;
    }
    let words = TEXT.lines().find_map(|l| {
        let l = l.strip_prefix("script ").or(l.strip_prefix("property "))?;
        l.strip_prefix(name)?.strip_prefix(' ')
    });
    let mut at = 0;
    for w in words.unwrap_or("").split(' ') {
        let (gap, n) = w.split_once('+').unwrap_or((w, "1"));
        let lo = at + gap.parse::<u32>().unwrap_or(0);
        at = lo + n.parse::<u32>().unwrap_or(1);
        out.push((lo, at - 1));
    }
    out
}

fn ranges(cx: &mut Cx<'_>) -> Next {
    let (mut low, mut high, mut latin) = (Vec::new(), Vec::new(), 0);
    for (lo, hi) in set(&cx.text(0)) {
        if lo <= 0xFFFF {
            low.extend([u64::from(lo), u64::from(hi.min(0xFFFF)), 1]);
            latin += u64::from(hi <= 0xFF);
        }
        if hi > 0xFFFF {
            high.extend([u64::from(lo.max(0x10000)), u64::from(hi), 1]);
        }
    }
    let (low, high) = (plain_slice(&mut cx.st.heap, low, 3), plain_slice(&mut cx.st.heap, high, 3));
    cx.set_slice(0, low);
    cx.set_slice(2, high);
    cx.set(4, latin);
    Next::Done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str) -> u32 {
        set(name).iter().map(|(lo, hi)| hi - lo + 1).sum()
    }

    /// Numbers counted in Go 1.27's tables.
    #[test]
    fn sets_are_as_large_as_in_go() {
        for (name, n) in
            [("C", 954_481), ("Cn", 814_730), ("Cf", 170), ("LC", 4200), ("Z", 19), ("Cs", 2048)]
        {
            assert_eq!(size(name), n, "{name}");
        }
        assert_eq!(set("Avestan"), [(0x10B00, 0x10B35), (0x10B39, 0x10B3F)]);
        assert_eq!(size("White_Space"), 25);
    }

    #[test]
    fn cases() {
        let up = |c: char| char::from_u32(to_case(0, c as u32)).unwrap();
        let down = |c: char| char::from_u32(to_case(1, c as u32)).unwrap();
        assert_eq!("éßǆµāⅷ".chars().map(up).collect::<String>(), "ÉßǄΜĀⅧ");
        assert_eq!("ÉẞǄΣĀİ".chars().map(down).collect::<String>(), "éßǆσāi");
        assert_eq!(to_case(2, 'ǆ' as u32), 'ǅ' as u32);
        assert_eq!(simple_fold('K' as u32), 'k' as u32);
        assert_eq!(simple_fold('k' as u32), '\u{212A}' as u32);
        assert_eq!(simple_fold('1' as u32), '1' as u32);
    }

    #[test]
    fn classes() {
        assert!(is_letter('世' as u32) && !is_letter('5' as u32) && is_digit('٣' as u32));
        assert!(is_print('é' as u32) && !is_print(0xA0) && is_graphic(0xA0) && !is_graphic(0x200B));
        assert!(is_space(0x3000) && !is_space(0x200B));
    }
}
