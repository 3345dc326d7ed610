//! The part of the axis that is in sight.

/// From and to, as parts (0 to 1) of the whole axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left edge.
    pub from: f64,
    /// Right edge.
    pub to: f64,
}

impl Default for Window {
    fn default() -> Window {
        Window { from: 0.0, to: 1.0 }
    }
}

/// Units of the axis (events, nanoseconds) that fill the strip at the closest.
const CLOSEST: f64 = 8.0;

impl Window {
    /// How much is in sight, 0 to 1.
    pub fn width(self) -> f64 {
        self.to - self.from
    }

    /// Whether all is in sight.
    pub fn is_all(self) -> bool {
        self.width() >= 1.0
    }

    /// Where a part of the axis lies in the window: 0 at its left edge, 1 at its right.
    pub fn place(self, part: f64) -> f64 {
        (part - self.from) / self.width()
    }

    /// The part of the axis at a place in the window.
    pub fn part(self, place: f64) -> f64 {
        self.from + place * self.width()
    }

    /// Closer (a factor above 1) or farther, while what is at `place` stays there. `length` is
    /// the axis' in units.
    pub fn zoom(self, place: f64, factor: f64, length: f64) -> Window {
        let fixed = self.part(place);
        let width = (self.width() / factor).clamp((CLOSEST / length).min(1.0), 1.0);
        Window::at(fixed - place * width, width)
    }

    /// Moved by a part of its own width.
    pub fn pan(self, by: f64) -> Window {
        Window::at(self.from + by * self.width(), self.width())
    }

    /// Moved so that `part` is in sight; as it is when it already is.
    pub fn showing(self, part: f64) -> Window {
        let place = self.place(part);
        if (0.0..=1.0).contains(&place) {
            return self;
        }
        // Somewhat inside, on the side that the way leads away from.
        let inside = if place > 1.0 { 0.2 } else { 0.8 };
        Window::at(part - inside * self.width(), self.width())
    }

    fn at(from: f64, width: f64) -> Window {
        let from = from.clamp(0.0, 1.0 - width);
        Window { from, to: from + width }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let w = Window::default().zoom(0.25, 4.0, 1e6);
        assert_eq!((w.from, w.width()), (0.1875, 0.25));
        assert!((w.part(0.25) - 0.25).abs() < 1e-12);
        assert_eq!(w.zoom(0.25, 0.01, 1e6), Window::default());
    }

    #[test]
    fn it_stays_inside_and_never_closes() {
        let mut w = Window::default();
        for i in 0..200 {
            w = w.zoom(f64::from(i % 11) / 10.0, 1.5, 1000.0).pan(f64::from(i % 7) - 3.0);
            assert!(w.from >= 0.0 && w.to <= 1.0 + 1e-12, "{w:?}");
        }
        assert!((w.width() - 0.008).abs() < 1e-9, "{w:?}");
        // An axis shorter than the closest look is always whole.
        assert_eq!(Window::default().zoom(0.5, 9.0, 3.0), Window::default());
    }

    #[test]
    fn it_follows_only_when_it_must() {
        let w = Window { from: 0.4, to: 0.5 };
        assert_eq!(w.showing(0.45), w);
        assert!((w.showing(0.6).place(0.6) - 0.2).abs() < 1e-9);
        assert!((w.showing(0.3).place(0.3) - 0.8).abs() < 1e-9);
        assert_eq!(w.showing(1.0).to, 1.0);
    }
}
