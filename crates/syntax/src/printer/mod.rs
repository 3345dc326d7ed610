//! Formats source text as gofmt does (`go/printer` with gofmt's settings), for the language
//! that the parser accepts.
//!
//! The tree is printed token by token. White space is held back until the next token, so that
//! comments, which are not in the tree, can be put where they were: every token comes with its
//! place in the source. The result is laid out in columns by [`tabwriter`].

mod binary;
mod build;
mod comments;
mod decl;
mod doc;
mod expr;
mod fields;
mod imports;
mod list;
mod parens;
mod place;
mod stmt;
mod tabwriter;

use crate::Diagnostic;
use crate::ast::{ExprId, File};
use crate::parser::{self, Details};
use place::{Place, Source, SourceComment};
use std::collections::BTreeMap;
use tabwriter::ESCAPE;

/// The text as gofmt prints it, or what is wrong with its syntax.
pub fn format(src: &str) -> Result<String, Vec<Diagnostic>> {
    let sorted = match imports::sort(src)? {
        Some(text) => text,
        None => src.to_string(),
    };
    let (file, details, errors) = parser::parse_detailed(&sorted);
    if !errors.is_empty() {
        return Err(errors);
    }
    let source = Source::new(&sorted);
    let mut p = Printer::new(&source, &details);
    p.groups = &source.groups;
    p.next_comment();
    p.file(&file);
    Ok(p.finish())
}

/// Sizes of nodes that were printed to measure them.
#[derive(Default)]
struct Sizes {
    exprs: BTreeMap<ExprId, usize>,
    stmts: BTreeMap<Place, usize>,
}

/// White space that is held back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ws {
    /// Nothing.
    Ignore,
    Blank,
    /// Ends a cell that may be empty.
    Vtab,
    Newline,
    /// A line break that ends all columns.
    Formfeed,
    Indent,
    Unindent,
}

/// The last token printed, as far as it matters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Last {
    /// White space.
    Space,
    Ident,
    Int,
    Literal,
    /// A keyword, an operator or a delimiter.
    Token(&'static str),
    Eof,
}

/// More than one empty line is never printed.
const MAX_NEWLINES: i32 = 2;
/// White space is printed when so many pieces are held back.
const MAX_HELD: usize = 16;
/// A size or distance beyond any line.
const FAR: usize = 1_000_000;

struct Printer<'a> {
    source: &'a Source<'a>,
    details: &'a Details,
    out: Vec<u8>,
    indent: usize,
    /// Nesting of composite literals.
    level: u32,
    /// Whether no blank goes after a `/*` comment.
    no_extra_blank: bool,
    /// Whether no line break goes after a `/*` comment.
    no_extra_linebreak: bool,
    /// Whether the alignment ends with this line.
    end_alignment: bool,
    /// Whether a line break now would become a semicolon.
    implied_semi: bool,
    last_tok: Last,
    /// The opening token just before the last one.
    prev_open: Last,
    held: Vec<Ws>,
    /// Where in the source we are.
    pos: Place,
    /// Where in the output we are.
    at: Place,
    /// `pos` after the last token.
    last: Place,
    /// Output lines that were asked for; see `record_line`.
    lines: Vec<i32>,
    /// The line to record at the next token.
    wanted_line: Option<usize>,
    groups: &'a [Vec<SourceComment>],
    next_group: usize,
    /// The next comment group, where it begins, and whether it contains a line break.
    group: Option<&'a [SourceComment]>,
    group_at: Place,
    group_newline: bool,
    sizes: Sizes,
    /// Offsets in the output of `//go:build` lines.
    build_lines: Vec<usize>,
}

impl<'a> Printer<'a> {
    fn new(source: &'a Source<'a>, details: &'a Details) -> Self {
        let start = Place { line: 1, col: 1 };
        Printer {
            source,
            details,
            out: Vec::new(),
            indent: 0,
            level: 0,
            no_extra_blank: false,
            no_extra_linebreak: false,
            end_alignment: false,
            implied_semi: false,
            last_tok: Last::Space,
            prev_open: Last::Space,
            held: Vec::new(),
            pos: start,
            at: start,
            last: Place::NONE,
            lines: Vec::new(),
            wanted_line: None,
            groups: &[],
            next_group: 0,
            group: None,
            group_at: Place::END,
            group_newline: false,
            sizes: Sizes::default(),
            build_lines: Vec::new(),
        }
    }

    /// The formatted text.
    fn finish(mut self) -> String {
        self.implied_semi = false;
        self.flush(Place::END, Last::Eof);
        self.move_build_lines();
        String::from_utf8(tabwriter::align(&self.out)).unwrap_or_default()
    }

    /// Prints something without comments and without columns, and returns its size in bytes;
    /// more than `max` if it does not fit on one line.
    fn measure(&mut self, max: usize, print: impl FnOnce(&mut Printer<'a>)) -> usize {
        let mut p = Printer::new(self.source, self.details);
        p.sizes = std::mem::take(&mut self.sizes);
        print(&mut p);
        p.implied_semi = false;
        p.flush(Place::END, Last::Eof);
        self.sizes = std::mem::take(&mut p.sizes);
        let text = tabwriter::trim(&p.out);
        if text.len() <= max && !text.contains(&b'\n') { text.len() } else { max + 1 }
    }

    // Writing.

    fn set_pos(&mut self, pos: Place) {
        if pos.is_valid() {
            self.pos = pos;
        }
    }

    fn write_indent(&mut self) {
        self.out.extend(std::iter::repeat_n(b'\t', self.indent));
        let n = self.indent as i32;
        self.pos.col += n;
        self.at.col += n;
    }

    /// Writes white space.
    fn write_space(&mut self, mut b: u8, n: i32) {
        if self.end_alignment {
            match b {
                b'\t' | b'\x0b' => b = b' ',
                b'\n' | b'\x0c' => {
                    b = b'\x0c';
                    self.end_alignment = false;
                }
                _ => {}
            }
        }
        if self.at.col == 1 {
            self.write_indent();
        }
        self.out.extend(std::iter::repeat_n(b, n.max(0) as usize));
        if matches!(b, b'\n' | b'\x0c') {
            self.pos = Place { line: self.pos.line + n, col: 1 };
            self.at = Place { line: self.at.line + n, col: 1 };
        } else {
            self.pos.col += n;
            self.at.col += n;
        }
    }

    /// Writes a token or comment; `literal` protects it from the alignment.
    fn write_text(&mut self, pos: Place, text: &str, literal: bool) {
        if self.at.col == 1 {
            self.write_indent();
        }
        self.set_pos(pos);
        if literal {
            self.out.push(ESCAPE);
        }
        self.out.extend_from_slice(text.as_bytes());
        if literal {
            self.out.push(ESCAPE);
        }
        let breaks = text.bytes().filter(|b| matches!(b, b'\n' | b'\x0c')).count() as i32;
        if breaks > 0 {
            // A line break in a literal breaks the columns.
            self.end_alignment = true;
            let tail = text.bytes().rev().take_while(|b| !matches!(b, b'\n' | b'\x0c')).count();
            self.pos = Place { line: self.pos.line + breaks, col: tail as i32 + 1 };
            self.at = Place { line: self.at.line + breaks, col: tail as i32 + 1 };
        } else {
            self.pos.col += text.len() as i32;
            self.at.col += text.len() as i32;
        }
        self.last = self.pos;
    }

    /// Writes the first `n` pieces of white space that are held back.
    fn write_held(&mut self, n: usize) {
        let mut rest = self.held.split_off(n.min(self.held.len()));
        let mut held = std::mem::take(&mut self.held);
        for i in 0..held.len() {
            match held.get(i).copied().unwrap_or(Ws::Ignore) {
                Ws::Ignore => {}
                Ws::Indent => self.indent += 1,
                Ws::Unindent => self.indent = self.indent.saturating_sub(1),
                Ws::Blank => self.write_space(b' ', 1),
                Ws::Vtab => self.write_space(b'\x0b', 1),
                ws @ (Ws::Newline | Ws::Formfeed) => {
                    if held.get(i + 1) == Some(&Ws::Unindent) {
                        // The indentation must be right for the next line, a label for one;
                        // a formfeed keeps a wide label from moving the lines before it.
                        self.indent = self.indent.saturating_sub(1);
                        if let Some(next) = held.get_mut(i + 1) {
                            *next = Ws::Formfeed;
                        }
                    } else {
                        let b = if ws == Ws::Newline { b'\n' } else { b'\x0c' };
                        self.write_space(b, 1);
                    }
                }
            }
        }
        self.held.append(&mut rest);
    }

    // Printing.

    fn note_open(&mut self) {
        match self.last_tok {
            Last::Space => {}
            Last::Token("(" | "[") => self.prev_open = self.last_tok,
            _ => self.prev_open = Last::Space,
        }
    }

    /// Holds back white space.
    fn ws(&mut self, ws: Ws) {
        self.note_open();
        if ws == Ws::Ignore {
            return;
        }
        if self.held.len() >= MAX_HELD {
            self.write_held(MAX_HELD);
        }
        self.held.push(ws);
        if matches!(ws, Ws::Newline | Ws::Formfeed) {
            self.implied_semi = false;
        }
        self.last_tok = Last::Space;
    }

    fn blank(&mut self) {
        self.ws(Ws::Blank);
    }

    /// Prints a keyword, operator or delimiter.
    fn tok(&mut self, text: &'static str) {
        self.note_open();
        if may_combine(self.last_tok, text) {
            self.held.push(Ws::Blank);
        }
        self.last_tok = Last::Token(text);
        let implied = matches!(
            text,
            "break" | "continue" | "fallthrough" | "return" | "++" | "--" | ")" | "]" | "}"
        );
        self.item(text, false, implied);
    }

    /// Prints a token at its place in the source.
    fn tok_at(&mut self, pos: impl Into<Place>, text: &'static str) {
        self.set_pos(pos.into());
        self.tok(text);
    }

    fn ident(&mut self, name: &str) {
        self.note_open();
        self.last_tok = Last::Ident;
        self.item(name, false, true);
    }

    fn literal(&mut self, text: &str, int: bool) {
        self.note_open();
        self.last_tok = if int { Last::Int } else { Last::Literal };
        self.item(text, true, true);
    }

    /// Prints a token after the comments and the white space before it.
    fn item(&mut self, text: &str, literal: bool, mut implied_semi: bool) {
        let next = self.pos;
        let (wrote_newline, dropped_formfeed) = self.flush(next, self.last_tok);
        // Keep line breaks of the source as long as they make no semicolons.
        if !self.implied_semi {
            let mut n = (next.line - self.pos.line).min(MAX_NEWLINES);
            if wrote_newline && n == MAX_NEWLINES {
                n = MAX_NEWLINES - 1;
            }
            if n > 0 {
                self.write_space(if dropped_formfeed { b'\x0c' } else { b'\n' }, n);
                implied_semi = false;
            }
        }
        if let Some(slot) = self.wanted_line.take()
            && let Some(line) = self.lines.get_mut(slot)
        {
            *line = self.at.line;
        }
        self.write_text(next, text, literal);
        self.implied_semi = implied_semi;
    }

    /// Prints the comments before `next` and the white space held back. Returns whether a line
    /// break was written after comments, and whether a formfeed was dropped.
    fn flush(&mut self, next: Place, tok: Last) -> (bool, bool) {
        if self.comment_before(next) {
            return self.intersperse_comments(next, tok);
        }
        self.write_held(self.held.len());
        (false, false)
    }

    /// Breaks the line as often as the source does before `line`, at least `min` times and at
    /// most twice. `ws` goes before the first break, which is a formfeed if a `section` starts.
    /// Returns 0 if there was no break, 1 for a simple one, more otherwise.
    fn linebreak(&mut self, line: i32, min: i32, ws: Ws, section: bool) -> i32 {
        let mut n = (line - self.pos.line).min(MAX_NEWLINES).max(min);
        let mut breaks = 0;
        if n > 0 {
            self.ws(ws);
            if section {
                self.ws(Ws::Formfeed);
                n -= 1;
                breaks = 2;
            }
            breaks += n;
            for _ in 0..n {
                self.ws(Ws::Newline);
            }
        }
        breaks
    }

    /// A slot for output lines, for `record_line`.
    fn line_slot(&mut self) -> usize {
        self.lines.push(0);
        self.lines.len() - 1
    }

    /// Puts the output line of the next token into `slot`.
    fn record_line(&mut self, slot: usize) {
        self.wanted_line = Some(slot);
    }

    /// How many lines the output has grown since the line in `slot`.
    fn lines_from(&self, slot: usize) -> i32 {
        self.at.line - self.lines.get(slot).copied().unwrap_or(0)
    }

    fn file(&mut self, file: &File) {
        if let Some(t) = self.source.at(Place::NONE) {
            self.set_pos(t.pos);
        }
        self.tok("package");
        self.blank();
        self.name(&file.package);
        self.decl_list(&file.decls);
        self.ws(Ws::Newline);
    }
}

/// Whether two tokens without a blank between would be another one.
fn may_combine(prev: Last, next: &str) -> bool {
    let next = next.as_bytes().first();
    match prev {
        Last::Int => next == Some(&b'.'),
        Last::Token("+") => next == Some(&b'+'),
        Last::Token("-") => next == Some(&b'-'),
        Last::Token("/") => next == Some(&b'*'),
        Last::Token("<") => matches!(next, Some(b'-' | b'<')),
        Last::Token("&") => matches!(next, Some(b'&' | b'^')),
        _ => false,
    }
}
