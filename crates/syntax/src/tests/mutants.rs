//! Thousands of broken programs: the parser takes anything, its trees have consistent ids, and
//! what the formatter prints parses and formats to itself.

use crate::Diagnostic;

/// A small generator of pseudo-random numbers (xorshift), so that every run is the same.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

const SNIPPETS: [&str; 46] = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ",",
    ";",
    ":",
    ":=",
    "=",
    "...",
    ".",
    "<-",
    "*",
    "&",
    "~",
    "|",
    "\n",
    "func",
    "go",
    "defer",
    "select",
    "switch",
    "case",
    "default",
    "for",
    "range",
    "if",
    "else",
    "var",
    "const",
    "type",
    "struct",
    "interface",
    "map",
    "chan",
    "return",
    "goto L",
    "L:",
    "\"",
    "'",
    "`",
    "/*",
    "0x",
    "é#\0",
];

/// Deletes, repeats, exchanges or replaces tokens.
fn mutate(src: &str, random: &mut Random) -> String {
    let mut pieces: Vec<&str> = Vec::new();
    let mut end = 0;
    for t in crate::tokens(src) {
        pieces.push(src.get(end..t.start as usize).unwrap_or_default());
        pieces.push(src.get(t.start as usize..t.end as usize).unwrap_or_default());
        end = t.end as usize;
    }
    pieces.push(src.get(end..).unwrap_or_default());
    for _ in 0..=random.below(3) {
        let i = random.below(pieces.len() / 2) * 2 + 1;
        let j = random.below(pieces.len());
        match random.below(5) {
            0 => {
                pieces.remove(i.min(pieces.len() - 1));
            }
            1 => pieces.insert(i, SNIPPETS[random.below(SNIPPETS.len())]),
            2 => pieces.swap(i.min(j), i.max(j)),
            3 => {
                let copy = pieces[j];
                pieces.insert(i, copy);
            }
            _ => pieces[j] = SNIPPETS[random.below(SNIPPETS.len())],
        }
    }
    pieces.concat()
}

fn sound(errors: &[Diagnostic]) {
    assert!(errors.len() <= 10);
    assert!(errors.windows(2).all(|w| w[0].pos <= w[1].pos));
    for d in errors {
        assert!(d.pos.is_known() && d.end_col > d.pos.col && !d.message.is_empty(), "{d:?}");
    }
    // gc's rule of one syntax error a line holds in the order of their discovery; other errors are the same on one line
    // only if something else stands between them.
    let seen: Vec<_> = errors.iter().map(|d| (d.pos.line, &d.message)).collect();
    assert!(seen.windows(2).all(|w| w[0] != w[1]), "{errors:#?}");
}

#[test]
fn anything_goes() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut corpus = super::sources("invalid");
    corpus.extend(super::sources("programs"));
    corpus.retain(|(_, s)| s.len() < 4000 && crate::tokens(s).len() > 3);
    assert!(!corpus.is_empty());
    let mut broken = 0;
    for _ in 0..4000 {
        let (_, src) = &corpus[random.below(corpus.len())];
        let mutant = mutate(src, &mut random);
        let (_, errors) = crate::parse(&mutant);
        sound(&errors);
        broken += usize::from(!errors.is_empty());
        crate::tokens(&mutant);
        let Ok(once) = crate::format(&mutant) else { continue };
        let twice = crate::format(&once);
        assert!(twice.is_ok(), "formatting broke this:\n{mutant}\nto this:\n{once}");
    }
    assert!(broken > 1000, "the mutants are too tame: {broken}");
}
