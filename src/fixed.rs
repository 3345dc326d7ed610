//! Numbers with a few decimals, for style sheets and words. The standard library prints every float exactly, which is
//! more code to load before the first picture, and slower, than lengths need.

use std::fmt;

/// A number as it is printed.
pub struct Fixed {
    /// In units of its last place.
    value: i64,
    places: u32,
    unit: &'static str,
}

/// `value` to so many decimals, halves away from zero.
pub fn fixed(value: impl Into<f64>, places: u32) -> Fixed {
    let value = (value.into() * f64::from(10_u32.pow(places))).round() as i64;
    Fixed { value, places, unit: "" }
}

/// A length in CSS pixels, to a tenth.
pub fn px(value: impl Into<f64>) -> Fixed {
    Fixed { unit: "px", ..fixed(value, 1) }
}

/// So many hundredths, to a thousandth of one: even of a wide screen that is less than a pixel.
pub fn percent(value: impl Into<f64>) -> Fixed {
    Fixed { unit: "%", ..fixed(value, 3) }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, all) = (10_u64.pow(self.places), self.value.unsigned_abs());
        if self.value < 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", all / one)?;
        if self.places > 0 {
            write!(f, ".{:0width$}", all % one, width = self.places as usize)?;
        }
        f.write_str(self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_floats_do() {
        for value in [0.0, 0.04, 0.06, -0.06, -1.24, 9.96, 12.5001, 99.994, 1440.0, -720.3] {
            assert_eq!(px(value).to_string(), format!("{value:.1}px"));
            assert_eq!(percent(value).to_string(), format!("{value:.3}%"));
        }
        assert_eq!(fixed(41.6, 0).to_string(), "42");
        assert_eq!(fixed(-0.04, 1).to_string(), "0.0");
    }
}
