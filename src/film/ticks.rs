//! Round numbers along the axis.

use super::{Axis, Window};

/// Places (0 to 1 in the window) and labels of about `count` ticks.
pub fn ticks(axis: Axis, length: f64, window: Window, count: usize) -> Vec<(f64, String)> {
    let (from, to) = (window.from * length, window.to * length);
    let step = round(((to - from) / count.max(1) as f64).max(f64::MIN_POSITIVE));
    let step = if step < 1.0 { 1.0 } else { step };
    let first = (from / step).ceil() as u64;
    let mut out = Vec::new();
    for i in first.. {
        let at = i as f64 * step;
        if at > to {
            break;
        }
        let text = if axis == Axis::Time { time(at, step) } else { crate::i18n::count(at as u64) };
        out.push((window.place(at / length), text));
    }
    out
}

/// 1, 2 or 5 times a power of ten, not below `x`.
fn round(x: f64) -> f64 {
    let power = 10_f64.powf(x.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|r| *r >= x * 0.999).unwrap_or(10.0 * power)
}

/// A time in nanoseconds, with as many digits as ticks so far apart need.
fn time(at: f64, step: f64) -> String {
    if at == 0.0 {
        return "0".to_string();
    }
    let (unit, name) = match step {
        s if s >= 1e7 => (1e9, "s"),
        s if s >= 1e4 => (1e6, "ms"),
        s if s >= 10.0 => (1e3, "µs"),
        _ => (1.0, "ns"),
    };
    let digits = (unit / step).log10().ceil().max(0.0) as usize;
    format!("{:.digits$} {name}", at / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: Axis, length: f64, w: Window) -> String {
        ticks(axis, length, w, 8).into_iter().map(|t| t.1).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn labels_are_round() {
        let all = Window::default();
        let s = "0, 50, 100, 150, 200, 250";
        assert_eq!(labels(Axis::Steps, 294.0, all), s);
        assert_eq!(labels(Axis::Steps, 3.0, all), "0, 1, 2, 3");
        assert_eq!(
            labels(Axis::Time, 3.1e8, all),
            "0, 0.05 s, 0.10 s, 0.15 s, 0.20 s, 0.25 s, 0.30 s"
        );
        let close = Window { from: 0.5, to: 0.5001 };
        assert_eq!(labels(Axis::Time, 1e9, close).split(", ").next(), Some("500.00 ms"));
        assert_eq!(
            labels(Axis::Time, 40.0, all),
            "0, 5 ns, 10 ns, 15 ns, 20 ns, 25 ns, 30 ns, 35 ns, 40 ns"
        );
    }
}
