//! Contrast of the tokens, computed as WCAG 2 does: text at least 4.5:1, marks at least 3:1.

use std::collections::BTreeMap;

type Rgb = [f64; 3];

/// `#rrggbb` or `oklch(L C H)` as linear RGB.
fn colour(text: &str) -> Option<Rgb> {
    if let Some(hex) = text.strip_prefix('#') {
        let byte = |i: usize| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok();
        let linear = |b: u8| {
            let v = f64::from(b) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        return Some([linear(byte(0)?), linear(byte(2)?), linear(byte(4)?)]);
    }
    let inner = text.strip_prefix("oklch(")?.strip_suffix(')')?;
    let n: Vec<f64> = inner.split_whitespace().filter_map(|x| x.parse().ok()).collect();
    let [l, c, h] = n[..] else { return None };
    let (a, b) = (c * h.to_radians().cos(), c * h.to_radians().sin());
    // Ottosson's Oklab to linear sRGB.
    let lms = [
        l + 0.396_337_777_4 * a + 0.215_803_757_3 * b,
        l - 0.105_561_345_8 * a - 0.063_854_172_8 * b,
        l - 0.089_484_177_5 * a - 1.291_485_548 * b,
    ]
    .map(|x| x * x * x);
    let rows = [
        [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
        [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
        [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701],
    ];
    Some(rows.map(|r| (0..3).map(|i| r[i] * lms[i]).sum::<f64>().clamp(0.0, 1.0)))
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |c: Rgb| 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The tokens of each theme.
fn themes() -> [(&'static str, BTreeMap<String, Rgb>); 2] {
    let css = include_str!("../styles/tokens.css");
    let (dark, light) = css.split_once("[data-theme=\"light\"]").unwrap();
    [("dark", dark), ("light", light)].map(|(name, text)| {
        let token = |line: &str| {
            let (key, value) = line.trim().strip_prefix("--")?.split_once(':')?;
            Some((key.to_string(), colour(value.trim().trim_end_matches(';'))?))
        };
        (name, text.lines().filter_map(token).collect())
    })
}

fn check(inks: &[&str], papers: &[&str], least: f64) {
    for (theme, tokens) in themes() {
        for ink in inks {
            for paper in papers {
                let ratio = contrast(tokens[*ink], tokens[*paper]);
                assert!(ratio >= least, "{theme}: {ink} on {paper} is {ratio:.2}, wanted {least}");
            }
        }
    }
}

#[test]
fn text_can_be_read() {
    let papers = ["bg", "surface", "raised", "sunk"];
    check(&["text", "text-2", "text-3", "accent"], &papers, 4.5);
    let code = [
        "code-keyword",
        "code-type",
        "code-string",
        "code-function",
        "code-number",
        "code-comment",
    ];
    check(&code, &["sunk"], 4.5);
    check(&["running", "runnable", "waiting", "sleeping", "syscall"], &["surface"], 4.5);
    check(&["value-text"], &["value"], 4.5);
}

#[test]
fn marks_can_be_seen() {
    let states = ["running", "runnable", "waiting", "sleeping", "syscall", "dead", "value"];
    check(&states, &["surface", "raised", "sunk", "bg"], 3.0);
}

#[test]
fn the_formula_is_the_known_one() {
    let (black, white) = (colour("#000000").unwrap(), colour("#ffffff").unwrap());
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(colour("#767676").unwrap(), white) - 4.54).abs() < 0.01);
    assert!((contrast(colour("oklch(1 0 0)").unwrap(), white) - 1.0).abs() < 1e-3);
}
