//! Source places and the table of tokens, which knows what the tree does not keep.

use crate::Pos;
use crate::ast::Comment;
use crate::scanner::{Scanner, Semi};
use crate::token::Tok;

/// A line and a column, 1-based, signed for easy differences; line 0 is no place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Place {
    pub(super) line: i32,
    pub(super) col: i32,
}

impl Place {
    /// No place.
    pub(super) const NONE: Place = Place { line: 0, col: 0 };
    /// After everything.
    pub(super) const END: Place = Place { line: i32::MAX, col: i32::MAX };

    pub(super) fn is_valid(self) -> bool {
        self.line > 0
    }

    /// The place `n` columns further.
    pub(super) fn right(self, n: i32) -> Place {
        Place { line: self.line, col: self.col + n }
    }
}

impl From<Pos> for Place {
    fn from(p: Pos) -> Place {
        Place { line: i32::try_from(p.line).unwrap_or(i32::MAX), col: i32::from(p.col) }
    }
}

/// A token of the source; automatic semicolons are left out.
pub(super) struct SourceToken<'a> {
    pub(super) tok: Tok,
    pub(super) pos: Place,
    pub(super) end: Place,
    pub(super) text: &'a str,
    /// Whether a line break after it becomes a semicolon.
    ends_statement: bool,
}

/// A comment with its place.
#[derive(Clone)]
pub(super) struct SourceComment {
    pub(super) pos: Place,
    pub(super) end: Place,
    pub(super) text: String,
    /// The place two bytes after its last one, where a token would abut.
    pub(super) abuts: Place,
}

impl SourceComment {
    /// Whether it is a `//` comment.
    pub(super) fn is_line(&self) -> bool {
        self.text.starts_with("//")
    }
}

/// The tokens and comment groups of a file.
pub(super) struct Source<'a> {
    tokens: Vec<SourceToken<'a>>,
    /// Comments grouped as go/parser groups them: no blank line, no token between.
    pub(super) groups: Vec<Vec<SourceComment>>,
}

impl<'a> Source<'a> {
    /// Scans `src`, which has been parsed without errors.
    pub(super) fn new(src: &'a str) -> Self {
        let mut scanner = Scanner::new(src, 0);
        scanner.errors.mute();
        let mut s = Source { tokens: Vec::new(), groups: Vec::new() };
        let mut pending: Vec<SourceComment> = Vec::new();
        let mut seen = 0;
        let mut after_semi = false;
        loop {
            scanner.next();
            for (c, &(_, end)) in scanner.comments.iter().zip(&scanner.comment_offsets).skip(seen) {
                pending.push(source_comment(c, src, end));
            }
            seen = scanner.comments.len();
            let auto = scanner.tok == Tok::Semi && scanner.semi != Semi::Semicolon;
            if auto {
                after_semi = true;
                if let Some(t) = s.tokens.last_mut() {
                    t.ends_statement = true;
                }
                continue;
            }
            s.group(std::mem::take(&mut pending), after_semi);
            after_semi = false;
            if scanner.tok == Tok::Eof {
                return s;
            }
            s.tokens.push(SourceToken {
                tok: scanner.tok,
                pos: scanner.pos.into(),
                end: scanner.end.into(),
                text: src.get(scanner.start..scanner.end_offset()).unwrap_or_default(),
                ends_statement: false,
            });
        }
    }

    /// Groups the comments between the last token and the next. A semicolon that a line break
    /// stands for comes after the comments on the line of the last token.
    fn group(&mut self, comments: Vec<SourceComment>, semi: bool) {
        let (start, mut line) = self.tokens.last().map_or((-1, -1), |t| (t.pos.line, t.end.line));
        let mut first = comments.len();
        if semi {
            first = 0;
            while let Some(c) = comments.get(first)
                && c.pos.line == line
            {
                first += 1;
                if c.end.line > line {
                    line = -1;
                }
            }
        }
        let mut comments = comments.into_iter();
        let before: Vec<_> = comments.by_ref().take(first).collect();
        self.group_run(before, start);
        self.group_run(comments.collect(), -1);
    }

    /// Groups comments that follow a token which starts on `line`: those on that line go
    /// together, others as long as there is no blank line between.
    fn group_run(&mut self, comments: Vec<SourceComment>, line: i32) {
        let mut reach = -1;
        let mut gap = 1;
        for (i, c) in comments.into_iter().enumerate() {
            if c.pos.line > reach {
                self.groups.push(Vec::new());
                gap = i32::from(i > 0 || c.pos.line != line);
            }
            reach = c.end.line + gap;
            if let Some(g) = self.groups.last_mut() {
                g.push(c);
            }
        }
    }

    fn index(&self, at: Place) -> usize {
        self.tokens.partition_point(|t| t.pos < at)
    }

    /// The token that starts at `at`, or the first one after it.
    pub(super) fn at(&self, at: Place) -> Option<&SourceToken<'a>> {
        self.tokens.get(self.index(at))
    }

    /// The token before the one at `at`.
    pub(super) fn before(&self, at: Place) -> Option<&SourceToken<'a>> {
        self.index(at).checked_sub(1).and_then(|i| self.tokens.get(i))
    }

    /// The token after the one at `at`.
    pub(super) fn after(&self, at: Place) -> Option<&SourceToken<'a>> {
        self.tokens.get(self.index(at) + 1)
    }

    /// The place of the bracket that closes the one at `at`.
    pub(super) fn closing(&self, at: Place) -> Place {
        let mut depth = 0;
        for t in self.tokens.iter().skip(self.index(at)) {
            match t.tok {
                Tok::Lparen | Tok::Lbrack | Tok::Lbrace => depth += 1,
                Tok::Rparen | Tok::Rbrack | Tok::Rbrace => {
                    depth -= 1;
                    if depth <= 0 {
                        return t.pos;
                    }
                }
                _ => {}
            }
        }
        at
    }

    fn groups_between(&self, from: Place, to: Place) -> &[Vec<SourceComment>] {
        let start = |g: &Vec<SourceComment>| g.first().map_or(Place::NONE, |c| c.pos);
        let i = self.groups.partition_point(|g| start(g) < from);
        let j = self.groups.partition_point(|g| start(g) < to);
        self.groups.get(i..j).unwrap_or_default()
    }

    /// Whether a comment belongs to the specification or field that ends at `end`: it follows
    /// on the same line, and nothing follows it there.
    pub(super) fn has_line_comment(&self, end: Place) -> bool {
        let Some(mut i) = self.index(end).checked_sub(1) else { return false };
        let explicit = self.tokens.get(i + 1).is_some_and(|t| t.tok == Tok::Semi);
        if explicit {
            i += 1;
        }
        let Some(t) = self.tokens.get(i) else { return false };
        if !explicit && !t.ends_statement {
            return false;
        }
        let next = self.tokens.get(i + 1);
        let to = next.map_or(Place::END, |n| n.pos);
        let Some(group) = self.groups_between(t.end, to).first() else { return false };
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
        first.pos.line == t.pos.line
            && (!explicit || next.is_none_or(|n| n.pos.line != last.end.line || n.tok == Tok::Semi))
    }

    /// Whether a comment documents what begins at `at`: it ends on the line before.
    pub(super) fn has_doc(&self, at: Place) -> bool {
        let (from, line) = match self.before(at) {
            Some(t) if t.ends_statement => (t.end, t.end.line),
            Some(t) => (t.end, 0),
            None => (Place::NONE, 0),
        };
        let Some(group) = self.groups_between(from, at).last() else { return false };
        group.first().is_some_and(|c| c.pos.line > line)
            && group.last().is_some_and(|c| c.end.line + 1 == at.line)
    }
}

fn source_comment(c: &Comment, src: &str, end_offset: usize) -> SourceComment {
    let end = Place::from(c.end);
    let newline = src.as_bytes().get(end_offset) == Some(&b'\n');
    let abuts = if newline { Place { line: end.line + 1, col: 1 } } else { end.right(1) };
    SourceComment { pos: c.pos.into(), end, text: c.text.replace('\r', ""), abuts }
}
