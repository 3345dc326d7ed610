//! Floating-point numbers as text, as `strconv.FormatFloat` and `ParseFloat` have it.
//!
//! Digits come from the standard library, whose shortest and exact forms are the same numbers as
//! Go's (both are correctly rounded); only their layout differs.

/// `d.ddd × 10^exp`: decimal digits and exponent of the first.
struct Decimal {
    digits: Vec<u8>,
    exp: i32,
}

/// The parts of a number written by Rust's `{:e}`.
fn split(s: &str) -> Decimal {
    let (m, e) = s.split_once('e').unwrap_or((s, "0"));
    let digits = m.bytes().filter(u8::is_ascii_digit).collect();
    Decimal { digits, exp: e.parse().unwrap_or(0) }
}

/// Shortest digits that read back as the same number.
fn shortest(x: f64, bits: u32) -> Decimal {
    if x == 0.0 {
        return Decimal { digits: vec![b'0'], exp: 0 };
    }
    if bits == 32 { split(&format!("{:e}", x as f32)) } else { split(&format!("{x:e}")) }
}

/// No f64 has more digits before or after the point; beyond them are zeros, and Rust's formatter
/// takes no precision above 65,535.
const MOST_DIGITS: usize = 1100;

/// `n` + 1 significant digits, correctly rounded.
fn exact(x: f64, n: usize) -> Decimal {
    let some = n.min(MOST_DIGITS);
    let mut d = split(&format!("{x:.some$e}"));
    d.digits.resize(d.digits.len() + n - some, b'0');
    d
}

/// Like `strconv.FormatFloat(x, verb, prec, bits)`; a negative `prec` asks for the shortest form.
pub(crate) fn format_float(x: f64, verb: u8, prec: i32, bits: u32) -> String {
    if x.is_nan() {
        return "NaN".into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "+Inf" } else { "-Inf" }.into();
    }
    let mut out = String::new();
    if x.is_sign_negative() {
        out.push('-');
    }
    let x = x.abs();
    let short = prec < 0;
    let p = prec.max(0) as usize;
    match verb {
        b'b' => out += &binary(x, bits),
        b'x' | b'X' => out += &hex(x, prec, verb, bits),
        b'e' | b'E' => {
            let d = if short { shortest(x, bits) } else { exact(x, p) };
            let n = if short { d.digits.len() - 1 } else { p };
            scientific(&mut out, &d, n, verb);
        }
        b'f' | b'F' => {
            if short {
                let d = shortest(x, bits);
                let n = (d.digits.len() as i32 - 1 - d.exp).max(0) as usize;
                plain(&mut out, &d, n);
            } else {
                let some = p.min(MOST_DIGITS);
                out += &format!("{x:.some$}");
                out.extend(std::iter::repeat_n('0', p - some));
            }
        }
        b'g' | b'G' => {
            let (d, mut eprec) = if short {
                (shortest(x, bits), 6)
            } else {
                let mut d = exact(x, p.max(1) - 1);
                // %g drops trailing zeros unless asked otherwise.
                while d.digits.len() > 1 && d.digits.last() == Some(&b'0') {
                    d.digits.pop();
                }
                (d, p.max(1) as i32)
            };
            if !short && eprec > d.digits.len() as i32 && d.digits.len() as i32 > d.exp {
                eprec = d.digits.len() as i32;
            }
            // %e is used if the exponent is below -4 or not below the precision.
            if d.exp < -4 || d.exp >= eprec {
                let n = d.digits.len() - 1;
                scientific(&mut out, &d, n, verb + b'e' - b'g');
            } else {
                let n = (d.digits.len() as i32 - 1 - d.exp).max(0) as usize;
                plain(&mut out, &d, n);
            }
        }
        _ => {
            out.clear();
            out.push('%');
            out.push(verb as char);
        }
    }
    out
}

fn scientific(out: &mut String, d: &Decimal, n: usize, e: u8) {
    out.push(d.digits[0] as char);
    if n > 0 {
        out.push('.');
        for i in 1..=n {
            out.push(d.digits.get(i).map_or('0', |&c| c as char));
        }
    }
    out.push(e as char);
    out.push(if d.exp < 0 { '-' } else { '+' });
    *out += &format!("{:02}", d.exp.unsigned_abs());
}

fn plain(out: &mut String, d: &Decimal, n: usize) {
    let digit = |i: i32| {
        if i < 0 { '0' } else { d.digits.get(i as usize).map_or('0', |&c| c as char) }
    };
    if d.exp < 0 {
        out.push('0');
    } else {
        for i in 0..=d.exp {
            out.push(digit(i));
        }
    }
    if n > 0 {
        out.push('.');
        for i in 1..=n as i32 {
            out.push(digit(d.exp + i));
        }
    }
}

/// Mantissa and binary exponent, so that `x = m × 2^e`, and the bits of the mantissa's fraction.
fn parts(x: f64, bits: u32) -> (u64, i32, u32) {
    if bits == 32 {
        let b = (x as f32).to_bits();
        let (e, m) = ((b >> 23 & 0xff) as i32, u64::from(b & 0x7f_ffff));
        if e == 0 { (m, -149, 23) } else { (m | 1 << 23, e - 150, 23) }
    } else {
        let b = x.to_bits();
        let (e, m) = ((b >> 52 & 0x7ff) as i32, b & ((1 << 52) - 1));
        if e == 0 { (m, -1074, 52) } else { (m | 1 << 52, e - 1075, 52) }
    }
}

fn binary(x: f64, bits: u32) -> String {
    let (m, e, _) = parts(x, bits);
    format!("{m}p{e:+}")
}

fn hex(x: f64, prec: i32, verb: u8, bits: u32) -> String {
    let (mut m, e, frac) = parts(x, bits);
    let mut exp = e + frac as i32;
    if m == 0 {
        exp = 0;
    }
    // One bit before the point, 60 after it.
    m <<= 60 - frac;
    while m != 0 && m & (1 << 60) == 0 {
        m <<= 1;
        exp -= 1;
    }
    if (0..15).contains(&prec) {
        let shift = prec as u32 * 4;
        let extra = m << shift & ((1 << 60) - 1);
        m >>= 60 - shift;
        if extra | (m & 1) > 1 << 59 {
            m += 1;
        }
        m <<= 60 - shift;
        if m & (1 << 61) != 0 {
            m >>= 1;
            exp += 1;
        }
    }
    let upper = verb == b'X';
    let mut s = String::from(if upper { "0X" } else { "0x" });
    s.push(if m >> 60 & 1 == 1 { '1' } else { '0' });
    m <<= 4;
    if prec < 0 && m != 0 || prec > 0 {
        s.push('.');
        let mut left = prec;
        while if prec < 0 { m != 0 } else { left > 0 } {
            let d = char::from_digit((m >> 60) as u32, 16).unwrap_or('0');
            s.push(if upper { d.to_ascii_uppercase() } else { d });
            m <<= 4;
            left -= 1;
        }
    }
    s.push(if upper { 'P' } else { 'p' });
    s.push(if exp < 0 { '-' } else { '+' });
    s += &format!("{:02}", exp.unsigned_abs());
    s
}

/// Why a number could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumError {
    /// Not a number.
    Syntax,
    /// Does not fit; the value given is the nearest.
    Range,
}

/// Like `strconv.ParseFloat`.
pub(crate) fn parse_float(s: &str, bits: u32) -> (f64, Option<NumError>) {
    let (sign, body) = match s.as_bytes() {
        [b'-', ..] => (-1.0, &s[1..]),
        [b'+', ..] => (1.0, &s[1..]),
        _ => (1.0, s),
    };
    let lower = body.to_ascii_lowercase();
    match &*lower {
        "inf" | "infinity" => return (sign * f64::INFINITY, None),
        "nan" => return (f64::NAN, None),
        _ => {}
    }
    let bad = (0.0, Some(NumError::Syntax));
    let (x, inexact_inf) = if let Some(h) = lower.strip_prefix("0x") {
        let Some(v) = parse_hex(h, bits) else { return bad };
        (v, v.is_infinite())
    } else {
        let ok = !lower.starts_with(['+', '-'])
            && lower.bytes().any(|c| c.is_ascii_digit())
            && lower.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'.' | b'e' | b'+' | b'-'));
        if !ok {
            return bad;
        }
        let v = if bits == 32 { lower.parse::<f32>().map(f64::from) } else { lower.parse::<f64>() };
        let Ok(v) = v else { return bad };
        (v, v.is_infinite())
    };
    (sign * x, inexact_inf.then_some(NumError::Range))
}

/// Hexadecimal floating point after `0x`; the exponent is mandatory.
fn parse_hex(s: &str, bits: u32) -> Option<f64> {
    let (m, e) = s.split_once('p')?;
    let mut exp: i64 = e.strip_prefix('+').unwrap_or(e).parse().ok()?;
    let (mut mant, mut sticky, mut digits, mut point) = (0u64, false, 0, false);
    for c in m.chars() {
        if c == '.' && !point {
            point = true;
            continue;
        }
        let d = c.to_digit(16)?;
        digits += 1;
        if mant >> 58 == 0 {
            mant = mant << 4 | u64::from(d);
            if point {
                exp -= 4;
            }
        } else {
            sticky |= d != 0;
            if !point {
                exp += 4;
            }
        }
    }
    if digits == 0 {
        return None;
    }
    if mant == 0 {
        return Some(0.0);
    }
    // Round once, to the width asked for: keep `keep` bits, fewer for denormal numbers.
    let (width, emin) = if bits == 32 { (24, -149) } else { (53, -1074) };
    let len = 64 - i64::from(mant.leading_zeros());
    let drop = (len - width).max(emin - exp.clamp(-100_000, 100_000)).max(0);
    if drop > 64 {
        return Some(0.0);
    }
    let (kept, rest, half) = if drop == 0 {
        (mant, 0, 1)
    } else if drop == 64 {
        (0, mant, 1 << 63)
    } else {
        (mant >> drop, mant & ((1 << drop) - 1), 1 << (drop - 1))
    };
    let up = drop > 0 && (rest > half || rest == half && (sticky || kept & 1 == 1));
    let v = (kept + u64::from(up)) as f64;
    let e = exp.clamp(-100_000, 100_000) + drop;
    let x = scale(v, e);
    Some(if bits == 32 { f64::from(x as f32) } else { x })
}

/// `v × 2^e`, exact where the result is.
fn scale(mut v: f64, mut e: i64) -> f64 {
    while e > 1000 && v.is_finite() {
        v *= 2f64.powi(1000);
        e -= 1000;
    }
    while e < -1000 && v != 0.0 {
        v *= 2f64.powi(-1000);
        e += 1000;
    }
    if e.abs() <= 1000 { v * 2f64.powi(e as i32) } else { v }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expectations printed by Go 1.27.
    #[test]
    fn formats_as_go() {
        for (x, verb, prec, want) in [
            (1.0, 'g', -1, "1"),
            (100000.0, 'g', -1, "100000"),
            (1e20, 'g', -1, "1e+20"),
            (123456789.0, 'g', -1, "1.23456789e+08"),
            (1e21, 'g', -1, "1e+21"),
            (0.0001, 'g', -1, "0.0001"),
            (0.00001, 'g', -1, "1e-05"),
            (-0.0, 'g', -1, "-0"),
            (1234.5678, 'f', 2, "1234.57"),
            (0.5, 'f', 0, "0"),
            (1.5, 'f', 0, "2"),
            (1234.5678, 'e', 3, "1.235e+03"),
            (0.0, 'e', -1, "0e+00"),
            (100.0, 'g', 3, "100"),
            (1000.0, 'g', 3, "1e+03"),
            (1234567.0, 'g', 10, "1234567"),
            (1234567.0, 'g', -1, "1.234567e+06"),
            (3.0, 'f', -1, "3"),
            (1e300, 'g', 4, "1e+300"),
            (1.0, 'x', -1, "0x1p+00"),
            (0.1, 'x', -1, "0x1.999999999999ap-04"),
            (1.999, 'x', 2, "0x1.00p+01"),
            (1.0, 'b', -1, "4503599627370496p-52"),
            (f64::INFINITY, 'g', -1, "+Inf"),
            (5e-324, 'g', -1, "5e-324"),
        ] {
            assert_eq!(format_float(x, verb as u8, prec, 64), want, "{x} {verb} {prec}");
        }
        assert_eq!(format_float(f64::from(0.1f32), b'g', -1, 32), "0.1");
        assert_eq!(format_float(0.5, b'f', 70_000, 64).len(), 70_002);
        assert_eq!(format_float(5e-324, b'e', 70_000, 64).len(), 70_007);
    }

    #[test]
    fn reads_as_go() {
        assert_eq!(parse_float("1e3", 64), (1000.0, None));
        assert_eq!(parse_float("-.5", 64), (-0.5, None));
        assert_eq!(parse_float("0x1.8p1", 64), (3.0, None));
        assert_eq!(parse_float("0x1p-1074", 64), (5e-324, None));
        assert_eq!(parse_float("0x1p-1075", 64), (0.0, None));
        assert_eq!(parse_float("1e400", 64), (f64::INFINITY, Some(NumError::Range)));
        assert_eq!(parse_float("+Inf", 64), (f64::INFINITY, None));
        for bad in ["", "abc", "1e", "1_0", "0x1", ".", "--1", "1.2.3"] {
            assert_eq!(parse_float(bad, 64).1, Some(NumError::Syntax), "{bad}");
        }
    }
}
