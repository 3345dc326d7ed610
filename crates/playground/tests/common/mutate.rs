//! Mutants of the corpus: each is determined by a seed and its number.

use super::corpus;
use executor::Rng;
use playground::{TokenKind, tokens};

/// What mutants are made of.
pub struct Stock {
    valid: Vec<String>,
    sources: Vec<String>,
    words: Vec<(TokenKind, String)>,
}

/// Numbers that overflow something.
const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "-1",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "1e400",
    "1e-400",
    "0x1p-1074",
    "1<<62",
    "1_000_000",
    "99999999999999999999999999999999999999",
];

/// Lines that a machine may choke on.
const LINES: [&str; 40] = [
    "for {\n}",
    "select {}",
    "go func() { select {} }()",
    "for { go func() { select {} }() }",
    "panic(nil)",
    "defer recover()",
    "defer func() { recover() }()",
    "defer panic(1)",
    "var again func(); again = func() { again() }; again()",
    "var again func(); again = func() { defer again() }; again()",
    "var nothing chan int; <-nothing",
    "var nothing *struct{ x int }; _ = nothing.x",
    "_ = make([]int, 1<<40)",
    "_ = make(chan int, 1<<40)",
    "_ = make(map[int]int, 1<<40)",
    "n := -1; _ = make([]int, n)",
    "var huge [1 << 28]int; _ = huge",
    "long := \"x\"; for { long += long }",
    "many := []int{1}; for { many = append(many, many...) }",
    "for i := range int64(1) << 62 { _ = i }",
    "fmt.Printf(\"%999999999d\", 1)",
    "fmt.Println(fmt.Sprintf(\"%*d\", 1<<30, 1))",
    "_ = strings.Repeat(\"x\", 1<<40)",
    "time.Sleep(1 << 62)",
    "for { time.Sleep(0) }",
    "tick := time.NewTicker(1); _ = tick; select {}",
    "for range time.Tick(1) { }",
    "runtime.GOMAXPROCS(1 << 30)",
    "runtime.Goexit()",
    "for { runtime.Gosched() }",
    "for { println(\"x\") }",
    "var e error; _ = e.Error()",
    "var m map[any]int; _ = m[[]int{}]",
    "m := map[float64]int{}; for { m[0/float64(len(m))]++ }",
    "L: for { continue L }",
    "_ = [...]int{1 << 20: 1}",
    "x := []any{1}; x[0] = x; fmt.Println(x)",
    "type loop struct{ next *loop }; l := &loop{}; l.next = l; fmt.Println(*l); fmt.Printf(\"%v %+v\", l, l)",
    "os.Exit(1 << 40)",
    "var wg sync.WaitGroup; wg.Add(-1)",
];

/// Declarations likewise.
const DECLARATIONS: [&str; 18] = [
    "type T T",
    "type T [len(x)]int; var x T",
    "type T struct{ T }",
    "type T interface{ T }",
    "type T[P any] struct{ next *T[*P] }; var y T[int]",
    "type T[P T[P]] interface{ m() P }",
    "func f[P any](p P) { f(&p) }",
    "func f[P any](n int) any { if n == 0 { return nil }; return f[[2]P](n - 1) }; var y = f[int](3)",
    "const c = 1 << 100000",
    "const c = 1.0 << 1000000000",
    "const c = \"x\" + c",
    "const c = 1e1000000000 / 3",
    "var a, b = b, a",
    "var a [1 << 50][1 << 50]int",
    "func init() { init() }",
    "func init() { select {} }",
    "type E struct{ *E; error }; var e E; var s = e.Error()",
    "import \"nowhere\"",
];

/// Operators that can stand for each other.
const ALIKE: [&[&str]; 5] = [
    &["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&^"],
    &["<", "<=", ">", ">=", "==", "!="],
    &["&&", "||"],
    &["=", "+=", "-=", "*=", "/=", "<<=", ">>=", "&^=", ":="],
    &["++", "--"],
];

/// What can be nested: opening, innermost, closing.
const NESTS: [(&str, &str, &str); 16] = [
    ("(", "x", ")"),
    ("-", "1", ""),
    ("!", "x", ""),
    ("*", "p", ""),
    ("&", "x", ""),
    ("[]", "int", ""),
    ("[]int{", "1", "}"),
    ("func() {", "", "}()"),
    ("{", "", "}"),
    ("if true {", "", "}"),
    ("for {", "", "}"),
    ("map[int]", "int", ""),
    ("struct{ x ", "int", "}"),
    ("f(", "x", ")"),
    ("x[", "0", "]"),
    ("1+(", "1", ")"),
];

impl Stock {
    /// Everything in the corpus.
    pub fn load() -> Stock {
        let all = corpus::all();
        let valid = all.iter().filter(|p| !p.id.starts_with("invalid/"));
        let valid = valid.map(|p| p.source.clone()).collect();
        let sources: Vec<String> = all.into_iter().map(|p| p.source).collect();
        let mut words = Vec::new();
        for s in &sources {
            words.extend(pieces(s).into_iter().map(|(kind, a, b)| (kind, s[a..b].to_owned())));
        }
        Stock { valid, sources, words }
    }

    /// Mutant number `n` of `seed`.
    pub fn mutant(&self, seed: u64, n: u64) -> String {
        let mut rng = Rng::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ n);
        if rng.below(2) == 0 {
            let text = pick(&mut rng, &self.valid).clone();
            return gentle(&mut rng, text);
        }
        let mut text = pick(&mut rng, &self.sources).clone();
        for _ in 0..1 + rng.below(4) {
            text = self.mutate(&mut rng, text);
        }
        cut(text, 1 << 18)
    }

    fn mutate(&self, rng: &mut Rng, text: String) -> String {
        match rng.below(20) {
            0 => edit_bytes(rng, text),
            1 => truncate(rng, text),
            2 => remove_bytes(rng, text),
            3 | 4 => swap_tokens(rng, text),
            5 => repeat_token(rng, text),
            6 => remove_token(rng, text),
            7..=9 => self.exchange_token(rng, text),
            10 | 11 => move_lines(rng, text),
            12 | 13 => copy_subtree(rng, text),
            14 => self.splice(rng, text),
            15 => nest(rng, text),
            16 => exchange_number(rng, text),
            17 | 18 => insert_line(rng, text),
            _ => text + "\n" + pick::<&str>(rng, &DECLARATIONS) + "\n",
        }
    }

    /// One token becomes another of its kind.
    fn exchange_token(&self, rng: &mut Rng, text: String) -> String {
        let Some((kind, a, b)) = any_token(rng, &text) else { return text };
        // Near ones fit more often.
        let own: Vec<_> = pieces(&text).into_iter().filter(|p| p.0 == kind).collect();
        let word = match rng.below(3) {
            0 => {
                let from = rng.below(self.words.len() as u32) as usize;
                let mut words = self.words[from..].iter().chain(&self.words);
                words.find(|w| w.0 == kind).map_or(String::new(), |w| w.1.clone())
            }
            _ => {
                let (_, a, b) = *pick(rng, &own);
                text[a..b].to_owned()
            }
        };
        replaced(&text, a, b, &word)
    }

    /// The head of one program and the tail of another, or some lines of another within it.
    fn splice(&self, rng: &mut Rng, text: String) -> String {
        let other = pick(rng, &self.sources);
        let (mine, theirs): (Vec<&str>, Vec<&str>) =
            (text.lines().collect(), other.lines().collect());
        if mine.is_empty() || theirs.is_empty() {
            return text;
        }
        let at = rng.below(mine.len() as u32) as usize;
        let from = rng.below(theirs.len() as u32) as usize;
        let lines: Vec<&str> = match rng.below(2) {
            0 => mine[..at].iter().chain(&theirs[from..]).copied().collect(),
            _ => {
                let to = theirs.len().min(from + 1 + rng.below(12) as usize);
                mine[..at].iter().chain(&theirs[from..to]).chain(&mine[at..]).copied().collect()
            }
        };
        lines.join("\n") + "\n"
    }
}

/// A change after which many programs still compile.
fn gentle(rng: &mut Rng, text: String) -> String {
    match rng.below(6) {
        0 => exchange_number(rng, text),
        1 | 2 => exchange_operator(rng, text),
        3 => move_lines(rng, text),
        4 => copy_subtree(rng, text),
        _ => insert_line(rng, text),
    }
}

fn pick<'a, T>(rng: &mut Rng, list: &'a [T]) -> &'a T {
    &list[rng.below(list.len().max(1) as u32) as usize]
}

/// A place in the text where a character begins.
fn place(rng: &mut Rng, text: &str) -> usize {
    let mut i = rng.below(text.len() as u32 + 1) as usize;
    while !text.is_char_boundary(i) {
        i -= 1;
    }
    i
}

fn cut(mut text: String, most: usize) -> String {
    if text.len() > most {
        let end = (0..=most).rev().find(|i| text.is_char_boundary(*i));
        text.truncate(end.unwrap_or_default());
    }
    text
}

fn replaced(text: &str, from: usize, to: usize, with: &str) -> String {
    [&text[..from], with, &text[to..]].concat()
}

fn pieces(text: &str) -> Vec<(TokenKind, usize, usize)> {
    tokens(text).into_iter().map(|t| (t.kind, t.start as usize, t.end as usize)).collect()
}

fn any_token(rng: &mut Rng, text: &str) -> Option<(TokenKind, usize, usize)> {
    let all = pieces(text);
    if all.is_empty() { None } else { Some(*pick(rng, &all)) }
}

fn edit_bytes(rng: &mut Rng, text: String) -> String {
    let mut bytes = text.into_bytes();
    for _ in 0..1 + rng.below(8) {
        let at = rng.below(bytes.len() as u32 + 1) as usize;
        let byte = match rng.below(3) {
            0 => rng.below(256) as u8,
            _ => *pick(rng, b"(){}[]<>;,.:=\"'`\\\n\t /*-+&|!~#@0xXeE_\0\xef\xbb\xbf\xff"),
        };
        match (rng.below(3), bytes.get_mut(at)) {
            (0, Some(b)) => *b = byte,
            (1, Some(_)) => drop(bytes.remove(at)),
            _ => bytes.insert(at, byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn truncate(rng: &mut Rng, mut text: String) -> String {
    text.truncate(place(rng, &text));
    text
}

fn remove_bytes(rng: &mut Rng, text: String) -> String {
    let (a, b) = (place(rng, &text), place(rng, &text));
    let near = a.min(b) + (a.max(b) - a.min(b)).min(40);
    let near = (near..=text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
    replaced(&text, a.min(b), near, "")
}

fn swap_tokens(rng: &mut Rng, text: String) -> String {
    let all = pieces(&text);
    if all.len() < 2 {
        return text;
    }
    let i = rng.below(all.len() as u32) as usize;
    let j = match rng.below(2) {
        0 => (i + 1) % all.len(),
        _ => rng.below(all.len() as u32) as usize,
    };
    let ((_, a, b), (_, c, d)) = (all[i.min(j)], all[i.max(j)]);
    if i == j {
        return text;
    }
    [&text[..a], &text[c..d], &text[b..c], &text[a..b], &text[d..]].concat()
}

fn repeat_token(rng: &mut Rng, text: String) -> String {
    let Some((_, a, b)) = any_token(rng, &text) else { return text };
    let times = *pick(rng, &[1, 1, 2, 50, 3000]);
    let word = format!("{} ", &text[a..b]).repeat(times);
    replaced(&text, a, a, &word)
}

fn remove_token(rng: &mut Rng, text: String) -> String {
    match any_token(rng, &text) {
        Some((_, a, b)) => replaced(&text, a, b, ""),
        None => text,
    }
}

/// Some lines are doubled, taken away, or go elsewhere.
fn move_lines(rng: &mut Rng, text: String) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return text;
    }
    let from = rng.below(lines.len() as u32) as usize;
    let to = lines.len().min(from + 1 + rng.below(6) as usize);
    let moved: Vec<&str> = lines[from..to].to_vec();
    let how = rng.below(4);
    if how < 2 {
        drop(lines.drain(from..to));
    }
    if how > 0 {
        let at = rng.below(lines.len() as u32 + 1) as usize;
        let times = if how == 3 { *pick(rng, &[1, 2, 300]) } else { 1 };
        let copies = moved.iter().cycle().take(moved.len() * times).copied();
        drop(lines.splice(at..at, copies));
    }
    lines.join("\n") + "\n"
}

/// The bracketed parts of a text that have an end.
fn subtrees(text: &str) -> Vec<(usize, usize)> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for (kind, a, b) in pieces(text) {
        if kind != TokenKind::Operator {
            continue;
        }
        match &text[a..b] {
            "(" | "[" | "{" => open.push((a, &text[a..b])),
            close @ (")" | "]" | "}") => {
                let wanted = [("(", ")"), ("[", "]"), ("{", "}")];
                if let Some((start, bracket)) = open.pop()
                    && wanted.contains(&(bracket, close))
                {
                    found.push((start, b));
                }
            }
            _ => {}
        }
    }
    found
}

/// A bracketed part takes the place of another of its kind, or stands within it.
fn copy_subtree(rng: &mut Rng, text: String) -> String {
    let all = subtrees(&text);
    if all.is_empty() {
        return text;
    }
    let (a, b) = *pick(rng, &all);
    let alike: Vec<_> =
        all.iter().filter(|(c, _)| text[*c..].starts_with(&text[a..a + 1])).copied().collect();
    let (c, d) = *pick(rng, &alike);
    match rng.below(3) {
        0 => replaced(&text, c, d, &text[a..b]),
        1 => replaced(&text, c + 1, c + 1, &text[a + 1..b - 1]),
        _ => replaced(&text, d, d, &text[a..b]),
    }
}

/// Depth, at some token.
fn nest(rng: &mut Rng, text: String) -> String {
    let Some((_, a, b)) = any_token(rng, &text) else { return text };
    let (open, inner, close) = *pick(rng, &NESTS);
    let depth = *pick(rng, &[2, 10, 100, 1000, 10_000]);
    let inner = if rng.below(2) == 0 { &text[a..b] } else { inner };
    let deep = [&open.repeat(depth), inner, &close.repeat(depth)].concat();
    replaced(&text, a, b, &deep)
}

fn exchange_number(rng: &mut Rng, text: String) -> String {
    let mut all = pieces(&text);
    all.retain(|p| p.0 == TokenKind::Number);
    if all.is_empty() {
        return text;
    }
    let (_, a, b) = *pick(rng, &all);
    replaced(&text, a, b, pick::<&str>(rng, &NUMBERS))
}

fn exchange_operator(rng: &mut Rng, text: String) -> String {
    let alike = |word: &str| ALIKE.iter().find(|list| list.contains(&word));
    let mut all = pieces(&text);
    all.retain(|(_, a, b)| alike(&text[*a..*b]).is_some());
    if all.is_empty() {
        return text;
    }
    let (_, a, b) = *pick(rng, &all);
    match alike(&text[a..b]) {
        Some(list) => replaced(&text, a, b, pick::<&str>(rng, list)),
        None => text,
    }
}

/// A nasty line, where a statement may stand.
fn insert_line(rng: &mut Rng, text: String) -> String {
    let ends: Vec<usize> = text.match_indices("{\n").map(|(i, _)| i + 2).collect();
    if ends.is_empty() {
        return text;
    }
    let at = *pick(rng, &ends);
    replaced(&text, at, at, &format!("{}\n", pick(rng, &LINES)))
}
