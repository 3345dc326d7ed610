//! The language version in a `//go:build` line.

use crate::ast::Comment;

/// The least Go version that the build constraint before the package clause implies.
/// `comments` are those before it.
pub(crate) fn go_version(comments: &[Comment]) -> Option<(u32, u32)> {
    let mut version = None;
    for c in comments {
        let Some(rest) = c.text.strip_prefix("//go:build") else { continue };
        if !rest.starts_with([' ', '\t']) {
            continue;
        }
        let mut p = Constraint { rest, depth: 0 };
        let Some(v) = p.or(true) else { continue };
        if p.rest.trim().is_empty() {
            version = v.map(|minor| (1, minor));
        }
    }
    version
}

/// A parser of constraints that computes the least version on the way: `None` for a malformed
/// constraint, `Some(None)` when no version is implied.
struct Constraint<'a> {
    rest: &'a str,
    depth: u32,
}

impl Constraint<'_> {
    fn eat(&mut self, s: &str) -> bool {
        self.rest = self.rest.trim_start();
        let Some(r) = self.rest.strip_prefix(s) else { return false };
        self.rest = r;
        true
    }

    /// `sign` is false under a negation, where "and" and "or" change places.
    fn or(&mut self, sign: bool) -> Option<Option<u32>> {
        let mut v = self.and(sign)?;
        while self.eat("||") {
            let w = self.and(sign)?;
            v = if sign { v.min(w) } else { v.max(w) };
        }
        Some(v)
    }

    fn and(&mut self, sign: bool) -> Option<Option<u32>> {
        let mut v = self.not(sign)?;
        while self.eat("&&") {
            let w = self.not(sign)?;
            v = if sign { v.max(w) } else { v.min(w) };
        }
        Some(v)
    }

    fn not(&mut self, sign: bool) -> Option<Option<u32>> {
        self.depth += 1;
        if self.depth > 100 {
            return None;
        }
        let v = if self.eat("!") {
            self.not(!sign)?
        } else if self.eat("(") {
            let v = self.or(sign)?;
            if !self.eat(")") {
                return None;
            }
            v
        } else {
            self.tag(sign)?
        };
        self.depth -= 1;
        Some(v)
    }

    fn tag(&mut self, sign: bool) -> Option<Option<u32>> {
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
            .unwrap_or(self.rest.len());
        let (tag, rest) = self.rest.split_at_checked(end)?;
        if tag.is_empty() {
            return None;
        }
        self.rest = rest;
        if !sign {
            return Some(None);
        }
        if tag == "go1" {
            return Some(Some(0));
        }
        Some(tag.strip_prefix("go1.").and_then(|n| n.parse().ok()))
    }
}
