//! Badly formatted variants of well formatted programs, each determined by a number.
//!
//! It knows nothing of the engine, so that `cargo xtask conformance` asks gofmt about the same variants.
#![allow(dead_code, reason = "each user takes what it needs")]

/// A random number (SplitMix64).
struct Rng(u64);

impl Rng {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n.max(1)
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// A stretch of the source: white space, or what must not be touched.
struct Piece<'a> {
    text: &'a str,
    blank: bool,
}

/// Splits a source into white space and tokens.
fn pieces(source: &str) -> Vec<Piece<'_>> {
    let b = source.as_bytes();
    let mut all = Vec::new();
    let mut i = 0;
    while i < b.len() {
        let start = i;
        let until = |mut i: usize, end: &dyn Fn(usize) -> bool| {
            while i < b.len() && !end(i) {
                i += 1;
            }
            i
        };
        let blank = b[i].is_ascii_whitespace();
        i = match b[i] {
            _ if blank => until(i, &|i| !b[i].is_ascii_whitespace()),
            b'/' if b.get(i + 1) == Some(&b'/') => until(i, &|i| b[i] == b'\n'),
            b'/' if b.get(i + 1) == Some(&b'*') => {
                until(i + 2, &|i| b[i..].starts_with(b"*/")).saturating_add(2).min(b.len())
            }
            b'`' => (until(i + 1, &|i| b[i] == b'`') + 1).min(b.len()),
            q @ (b'"' | b'\'') => {
                let mut i = i + 1;
                while i < b.len() && b[i] != q {
                    i += 1 + usize::from(b[i] == b'\\');
                }
                (i + 1).min(b.len())
            }
            c if is_word(c) => until(i, &|i| !is_word(b[i]) && b[i] != b'.'),
            c if b"(){}[],;".contains(&c) => i + 1,
            _ => until(i + 1, &|i| {
                b[i].is_ascii_whitespace() || is_word(b[i]) || b"(){}[],;\"'`/".contains(&b[i])
            }),
        };
        all.push(Piece { text: &source[start..i], blank });
    }
    all
}

fn is_word(c: u8) -> bool {
    c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80
}

/// Variant number `n` of a program: other spaces, indentation, blank lines, places of comments; statements that
/// share a line, lists that are broken.
pub fn variant(source: &str, n: u64) -> String {
    let mut rng = Rng(n.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ source.len() as u64);
    let all = pieces(source);
    let mut out = String::new();
    let mut parens = 0_i32;
    for (i, p) in all.iter().enumerate() {
        let near = |j: Option<usize>| j.and_then(|j| all.get(j)).map_or("", |p| p.text);
        let (before, after) = (near(i.checked_sub(1)), near(Some(i + 1)));
        match p.text {
            "(" | "[" => parens += 1,
            ")" | "]" => parens -= 1,
            _ => {}
        }
        if p.blank {
            out += &space(&mut rng, p.text, before, after, parens > 0);
        } else {
            out += p.text;
            let next_is_space = all.get(i + 1).is_some_and(|p| p.blank);
            // Room where there was none; after a dot of a selector it would be no longer the corpus's style.
            if !next_is_space && "(){}[],".contains(p.text) && p.text.len() == 1 && rng.one_in(8) {
                let closes = matches!(p.text, ")" | "]" | "}");
                if !closes || matches!(after, ")" | "]") {
                    out += " ";
                }
            }
        }
    }
    out
}

/// What stands instead of some white space.
fn space(rng: &mut Rng, text: &str, before: &str, after: &str, within: bool) -> String {
    let lines = text.matches('\n').count();
    let comment = before.starts_with("//");
    if lines == 0 {
        // Between tokens on one line; a comment may go anywhere to the right.
        let loose =
            before.ends_with([',', ';', '{', '(']) || after.starts_with(['{', '}', ')', '/']);
        return match rng.below(6) {
            0 => "  ".into(),
            1 => "\t".into(),
            2 if loose && !after.starts_with('/') && !before.ends_with('/') => String::new(),
            3 if after.starts_with("//") => "        ".into(),
            _ => text.into(),
        };
    }
    let indent = match rng.below(4) {
        0 => String::new(),
        1 => " ".repeat(rng.below(9) as usize),
        2 => "\t".repeat(rng.below(4) as usize),
        _ => text.rsplit('\n').next().unwrap_or_default().into(),
    };
    let special = after.starts_with("//") || after.starts_with("/*") || comment;
    // A block's or a statement's line goes on.
    if !special && lines == 1 && rng.one_in(7) {
        let ends = before.ends_with([',', '(', '[']);
        if before == "{" || ends {
            return " ".into();
        }
        if after == "}" && !within && !before.ends_with(',') {
            return " ".into();
        }
        if !within && !after.starts_with([')', ']', '}']) && !before.ends_with('`') {
            return "; ".into();
        }
    }
    let breaks = match rng.below(6) {
        0 if lines == 2 => 1,
        1 => lines + 1 + rng.below(2) as usize,
        _ => lines,
    };
    let trail = if rng.one_in(6) { "  " } else { "" };
    format!("{trail}{}{indent}", "\n".repeat(breaks))
}

/// Fingerprint of a text (FNV-1a): what is stored of gofmt's answer.
pub fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}
