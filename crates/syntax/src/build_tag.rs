//! `//go:build` lines: the language version that they ask for, and their canonical form.

use crate::ast::Comment;

/// The least Go version that the build constraint before the package clause implies.
/// `comments` are those before it.
pub(crate) fn go_version(comments: &[Comment]) -> Option<(u32, u32)> {
    let mut constraints = comments.iter().filter_map(|c| parse(&c.text));
    constraints.next_back()?.version(true).map(|minor| (1, minor))
}

/// Whether a comment is a build line, well-formed or not.
pub(crate) fn is_build_line(comment: &str) -> bool {
    comment.strip_prefix("//go:build").is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t']))
}

/// The constraint of a build line.
pub(crate) fn parse(comment: &str) -> Option<Constraint> {
    if !is_build_line(comment) {
        return None;
    }
    let mut p = Parser { rest: comment.strip_prefix("//go:build")?, depth: 0 };
    let c = p.or()?;
    p.rest.trim().is_empty().then_some(c)
}

/// A build constraint.
pub(crate) enum Constraint {
    Tag(String),
    Not(Box<Constraint>),
    /// Two constraints, and whether both must hold.
    Both(bool, Box<Constraint>, Box<Constraint>),
}

impl Constraint {
    /// The least minor version implied; `sign` is false under a negation, where "and" and "or"
    /// change places.
    fn version(&self, sign: bool) -> Option<u32> {
        match self {
            Constraint::Tag(_) if !sign => None,
            Constraint::Tag(t) if t == "go1" => Some(0),
            Constraint::Tag(t) => t.strip_prefix("go1.").and_then(|n| n.parse().ok()),
            Constraint::Not(x) => x.version(!sign),
            Constraint::Both(and, x, y) if *and == sign => x.version(sign).max(y.version(sign)),
            Constraint::Both(_, x, y) => x.version(sign).min(y.version(sign)),
        }
    }

    /// The constraint as gofmt writes it.
    pub(crate) fn text(&self) -> String {
        match self {
            Constraint::Tag(t) => t.clone(),
            Constraint::Not(x) => match **x {
                Constraint::Both(..) => format!("!({})", x.text()),
                _ => format!("!{}", x.text()),
            },
            Constraint::Both(and, x, y) => {
                let arg = |c: &Constraint| match c {
                    Constraint::Both(a, ..) if a != and => format!("({})", c.text()),
                    _ => c.text(),
                };
                format!("{} {} {}", arg(x), if *and { "&&" } else { "||" }, arg(y))
            }
        }
    }
}

/// More terms than any build line has.
const MAX_TERMS: u32 = 100;

struct Parser<'a> {
    rest: &'a str,
    depth: u32,
}

impl Parser<'_> {
    fn eat(&mut self, s: &str) -> bool {
        self.rest = self.rest.trim_start();
        let Some(r) = self.rest.strip_prefix(s) else { return false };
        self.rest = r;
        true
    }

    fn or(&mut self) -> Option<Constraint> {
        let mut x = self.and()?;
        while self.eat("||") {
            x = Constraint::Both(false, Box::new(x), Box::new(self.and()?));
        }
        Some(x)
    }

    fn and(&mut self) -> Option<Constraint> {
        let mut x = self.not()?;
        while self.eat("&&") {
            x = Constraint::Both(true, Box::new(x), Box::new(self.not()?));
        }
        Some(x)
    }

    fn not(&mut self) -> Option<Constraint> {
        self.depth += 1;
        if self.depth > MAX_TERMS {
            return None;
        }
        if self.eat("!") {
            return Some(Constraint::Not(Box::new(self.not()?)));
        }
        if self.eat("(") {
            let x = self.or()?;
            return self.eat(")").then_some(x);
        }
        let tag = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let end = self.rest.find(|c| !tag(c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!name.is_empty()).then(|| Constraint::Tag(name.into()))
    }
}
