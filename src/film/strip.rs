//! What a lane shows at any zoom: wide stretches as they are, narrow ones as shares of a preview.
//! The cost depends on the pixels in sight, not on how long the run is.

use super::{Axis, Window};
use crate::scene::{Lane, Span, StateClass};

/// Number of state classes.
pub const CLASSES: usize = 6;
/// Stretches narrower than so many pixels merge.
const NARROW: f64 = 2.5;
/// Width of a merged preview in pixels.
const BIN: f64 = 2.0;
/// Spans between two stored sums.
const EVERY: usize = 16;
/// A state that occurs at all gets at least this share of a preview: a microsecond of work
/// between two long sleeps is the very thing to see.
const SEEN: f64 = 0.25;

/// Something to draw, in pixels from the left edge of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// A stretch of one state, which is so manieth of its lane.
    Bar(f64, f64, StateClass, usize),
    /// Several, too narrow to be told apart: the shares of the states, which add up to 1.
    Mix(f64, f64, [f64; CLASSES]),
}

/// Time spent in each state up to every sixteenth span of a lane.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    sums: Vec<[u64; CLASSES]>,
    axis: Option<Axis>,
}

fn ends(span: &Span, axis: Axis) -> (u64, u64) {
    match axis {
        Axis::Steps => (u64::from(span.from), u64::from(span.to)),
        Axis::Time => (span.t0, span.t1),
    }
}

/// What a span counts for: one unit more than its length, so that even what takes no virtual
/// time leaves a trace.
fn weight(span: &Span, axis: Axis) -> u64 {
    let (a, b) = ends(span, axis);
    b - a + u64::from(axis == Axis::Time)
}

impl Strip {
    /// Sums up a lane.
    pub fn of(spans: &[Span], axis: Axis) -> Strip {
        let mut sums = Vec::with_capacity(spans.len() / EVERY + 1);
        let mut sum = [0; CLASSES];
        for (i, s) in spans.iter().enumerate() {
            if i % EVERY == 0 {
                sums.push(sum);
            }
            sum[s.class as usize] += weight(s, axis);
        }
        Strip { sums, axis: Some(axis) }
    }

    /// Time spent in each state by the spans before number `n`.
    fn before(&self, spans: &[Span], n: usize, axis: Axis) -> [u64; CLASSES] {
        let stored = (n / EVERY).min(self.sums.len().saturating_sub(1));
        let mut sum = self.sums.get(stored).copied().unwrap_or_default();
        for s in &spans[(stored * EVERY).min(n)..n] {
            sum[s.class as usize] += weight(s, axis);
        }
        sum
    }

    /// What the lane shows in a window `pixels` wide of an axis `length` units long.
    pub fn pieces(
        &self,
        spans: &[Span],
        length: f64,
        window: Window,
        pixels: f64,
        mut draw: impl FnMut(Piece),
    ) {
        let axis = self.axis.unwrap_or(Axis::Steps);
        let unit = pixels / (length * window.width()); // pixels per unit
        let left = window.from * length;
        let x = |at: u64| (at as f64 - left) * unit;
        let mut i = spans.partition_point(|s| x(ends(s, axis).1) <= 0.0);
        while let Some(span) = spans.get(i) {
            let (a, b) = ends(span, axis);
            let (xa, xb) = (x(a), x(b));
            if xa >= pixels {
                return;
            }
            if xb - xa >= NARROW {
                draw(Piece::Bar(xa.max(-NARROW), xb.min(pixels + NARROW), span.class, i));
                i += 1;
                continue;
            }
            // All narrow spans that begin within this bin, up to the next wide one.
            let end = xa + BIN;
            let mut j = i + (spans[i..].partition_point(|s| x(ends(s, axis).0) < end)).max(1);
            if j - i > 1 {
                let (la, lb) = ends(&spans[j - 1], axis);
                if x(lb) - x(la) >= NARROW {
                    j -= 1;
                }
            }
            let (from, to) = (self.before(spans, i, axis), self.before(spans, j, axis));
            let mut shares = [0.0; CLASSES];
            for (k, share) in shares.iter_mut().enumerate() {
                *share = (to[k] - from[k]) as f64;
            }
            let right = x(ends(&spans[j - 1], axis).1).max(xa + 1.0);
            draw(Piece::Mix(xa, right, seen(shares)));
            i = j;
        }
    }

    /// The span at a unit of the axis, and which of its lane's it is.
    pub fn at<'a>(&self, spans: &'a [Span], unit: f64) -> Option<(usize, &'a Span)> {
        let axis = self.axis?;
        let i = spans.partition_point(|s| (ends(s, axis).1 as f64) <= unit);
        Some((i, spans.get(i).filter(|s| ends(s, axis).0 as f64 <= unit)?))
    }
}

/// Shares that add up to 1, none that occurs too small to be seen.
fn seen(mut shares: [f64; CLASSES]) -> [f64; CLASSES] {
    for _ in 0..2 {
        let total: f64 = shares.iter().sum();
        if total > 0.0 {
            for s in &mut shares {
                *s /= total;
                if *s > 0.0 {
                    *s = s.max(SEEN);
                }
            }
        }
    }
    let total: f64 = shares.iter().sum();
    shares.map(|s| if total > 0.0 { s / total } else { 0.0 })
}

/// How many goroutines are in each state, on average, in each of `bins` equal parts of a window.
pub fn crowd(
    lanes: &[Lane],
    axis: Axis,
    length: f64,
    window: Window,
    bins: usize,
) -> Vec<[f64; CLASSES]> {
    let mut parts = vec![[0.0; CLASSES]; bins];
    // Whole bins covered are noted where they begin and end, and summed up afterwards.
    let mut steps = vec![[0.0; CLASSES]; bins + 1];
    let unit = bins as f64 / (length * window.width());
    let left = window.from * length;
    for lane in lanes {
        let x = |at: u64| (at as f64 - left) * unit;
        let first = lane.spans.partition_point(|s| x(ends(s, axis).1) <= 0.0);
        for span in &lane.spans[first..] {
            let (a, b) = ends(span, axis);
            let (a, b) = (x(a).max(0.0), x(b).min(bins as f64));
            if a >= bins as f64 {
                break;
            }
            let k = span.class as usize;
            let (i, j) = (a as usize, b as usize);
            if i == j {
                parts[i][k] += b - a;
                continue;
            }
            parts[i][k] += (i + 1) as f64 - a;
            steps[i + 1][k] += 1.0;
            steps[j][k] -= 1.0;
            if j < bins {
                parts[j][k] += b - j as f64;
            }
        }
    }
    let mut open = [0.0; CLASSES];
    for (part, step) in parts.iter_mut().zip(steps) {
        for k in 0..CLASSES {
            open[k] += step[k];
            part[k] += open[k];
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use trace::GoId;

    const LEN: u32 = 100_000;

    /// Long stretches between flurries of single steps.
    fn lane() -> Lane {
        let classes = [StateClass::Running, StateClass::Waiting, StateClass::Runnable];
        let (mut spans, mut at, mut i) = (Vec::new(), 0, 0_usize);
        while at < LEN {
            let long = if i % 500 == 0 { 20_000 } else { 1 + (i as u32 * 7) % 5 };
            let to = (at + long).min(LEN);
            let class = classes[i % 3];
            spans.push(Span { from: at, to, t0: u64::from(at), t1: u64::from(to), class });
            (at, i) = (to, i + 1);
        }
        Lane { go: GoId(1), func: "f".into(), spans }
    }

    fn pieces(spans: &[Span], window: Window) -> Vec<Piece> {
        let mut out = Vec::new();
        let strip = Strip::of(spans, Axis::Steps);
        strip.pieces(spans, f64::from(LEN), window, 1000.0, |p| out.push(p));
        out
    }

    fn ends_of(p: &Piece) -> (f64, f64) {
        match p {
            Piece::Bar(a, b, ..) | Piece::Mix(a, b, _) => (*a, *b),
        }
    }

    #[test]
    fn nothing_vanishes_and_pixels_bound_the_work() {
        let lane = lane();
        let mut w = Window::default();
        for zoom in 0..24 {
            let all = pieces(&lane.spans, w);
            assert!(all.len() <= 1002, "zoom {zoom}: {} pieces", all.len());
            // Without a gap from the left edge to the right one.
            assert!(ends_of(&all[0]).0 <= 0.0 && ends_of(&all[all.len() - 1]).1 >= 999.0);
            for pair in all.windows(2) {
                let gap = ends_of(&pair[1]).0 - ends_of(&pair[0]).1;
                assert!(gap < 1e-6, "zoom {zoom}: {pair:?}");
            }
            for p in &all {
                if let Piece::Mix(_, _, shares) = p {
                    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{p:?}");
                }
            }
            w = w.zoom(0.613, 1.6, f64::from(LEN));
        }
    }

    #[test]
    fn the_least_work_between_two_sleeps_is_seen() {
        let s = |t0, t1, class| Span { from: 0, to: 0, t0, t1, class };
        let spans = [
            s(0, 499_999_000, StateClass::Sleeping),
            s(499_999_000, 499_999_900, StateClass::Running),
            s(499_999_900, 499_999_900, StateClass::Runnable),
            s(499_999_900, 1_000_000_000, StateClass::Sleeping),
        ];
        let mut mixes = Vec::new();
        Strip::of(&spans, Axis::Time).pieces(&spans, 1e9, Window::default(), 1000.0, |p| {
            if let Piece::Mix(_, _, shares) = p {
                mixes.push(shares);
            }
        });
        assert_eq!(mixes.len(), 1);
        let [running, runnable, waiting, ..] = mixes[0];
        assert!(running > 0.5 && runnable > 0.15 && waiting == 0.0, "{mixes:?}");
    }

    #[test]
    fn the_crowd_is_complete() {
        let lanes = vec![lane(), lane(), lane()];
        for w in [Window::default(), Window { from: 0.3001, to: 0.47 }] {
            for part in crowd(&lanes, Axis::Steps, f64::from(LEN), w, 333) {
                assert!((part.iter().sum::<f64>() - 3.0).abs() < 1e-6, "{part:?}");
            }
        }
    }
}
