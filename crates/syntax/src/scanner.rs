//! Go's lexical grammar (Go specification, "Lexical elements") with automatic semicolons;
//! errors and their positions are those of gc's scanner.

mod literal;

use crate::Pos;
use crate::ast::{BinOp, Comment, LitKind};
use crate::chars;
use crate::errors::Errors;
use crate::source::{EOF, Source};
use crate::token::{Op, Tok};

/// What an automatic or written semicolon stands for in messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Semi {
    Semicolon,
    Newline,
    Eof,
}

impl Semi {
    /// Its name in messages.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Semi::Semicolon => "semicolon",
            Semi::Newline => "newline",
            Semi::Eof => "EOF",
        }
    }
}

/// The scanner; its fields describe the current token.
pub(crate) struct Scanner<'a> {
    source: Source<'a>,
    file: u16,
    /// Whether a newline here becomes a semicolon.
    nlsemi: bool,
    /// Where errors go.
    pub(crate) errors: Errors,
    /// All comments so far.
    pub(crate) comments: Vec<Comment>,
    /// Offsets of the comments, parallel to `comments`.
    pub(crate) comment_offsets: Vec<(usize, usize)>,

    /// Current token.
    pub(crate) tok: Tok,
    /// Its start.
    pub(crate) pos: Pos,
    /// Its end, exclusive.
    pub(crate) end: Pos,
    /// Offset of its first byte.
    pub(crate) start: usize,
    /// Its text; for names and literals.
    pub(crate) lit: &'a str,
    /// Kind of a literal.
    pub(crate) kind: LitKind,
    /// Whether an error was reported for a literal.
    pub(crate) bad: bool,
    /// Operator of `Operator`, `Star`, `AssignOp`, `IncOp`.
    pub(crate) op: Op,
    /// What kind of semicolon a `Semi` is.
    pub(crate) semi: Semi,
}

impl<'a> Scanner<'a> {
    /// A scanner before the first token; call `next` to get it.
    pub(crate) fn new(src: &'a str, file: u16) -> Self {
        let mut s = Scanner {
            source: Source::new(src),
            file,
            nlsemi: false,
            errors: Errors::default(),
            comments: Vec::new(),
            comment_offsets: Vec::new(),
            tok: Tok::Eof,
            pos: Pos::NONE,
            end: Pos::NONE,
            start: 0,
            lit: "",
            kind: LitKind::Int,
            bad: false,
            op: Op::Not,
            semi: Semi::Eof,
        };
        s.report_faults();
        s
    }

    /// Offset of the byte after the current token.
    pub(crate) fn end_offset(&self) -> usize {
        self.source.offset()
    }

    /// The end of the text as go/parser has it: a line break at the end does not begin a line.
    pub(crate) fn eof_in_line(&self) -> Pos {
        let (line, col) = self.source.eof_in_line();
        self.at(line, col)
    }

    fn at(&self, line: u32, col: u32) -> Pos {
        Pos { file: self.file, line, col: u16::try_from(col).unwrap_or(u16::MAX) }
    }

    fn here(&self) -> Pos {
        self.at(self.source.line, self.source.col)
    }

    fn advance(&mut self) {
        self.source.advance();
        if !self.source.faults.is_empty() {
            self.report_faults();
        }
    }

    fn report_faults(&mut self) {
        for (line, col, message) in std::mem::take(&mut self.source.faults) {
            self.errors.report(self.at(line, col), 0, message.into());
        }
    }

    /// Reports an error at the character that is being read.
    fn error(&mut self, message: String) {
        if self.errors.header {
            self.header_error(&message);
            return;
        }
        let pos = self.here();
        let width = char::from_u32(self.source.ch as u32).map_or(1, |c| c.len_utf8() as u16);
        self.errors.report(pos, pos.col.saturating_add(width), message);
    }

    /// Reports an error at a byte offset from the start of the token.
    fn error_at(&mut self, offset: u16, message: String) {
        if self.errors.header {
            self.header_error(&message);
            return;
        }
        let pos = Pos { col: self.pos.col.saturating_add(offset), ..self.pos };
        let end = if self.source.line == pos.line { self.here().col } else { 0 };
        self.errors.report(pos, end, message);
    }

    /// Reports an error at the start of the token in the words of the `go` command.
    fn header_error(&mut self, message: &str) {
        let raw = self.source.segment(self.start).starts_with('`');
        let message = match message {
            "string not terminated" if raw => "raw string literal not terminated".into(),
            "string not terminated" | "newline in string" => "string literal not terminated".into(),
            // Easily introduced by copying from a text.
            m if m.contains("'“'") || m.contains("'”'") => {
                let quote = if m.contains('“') { '“' } else { '”' };
                format!("curly quotation mark '{quote}' (use neutral '\"')")
            }
            m => m
                .replacen("invalid character", "illegal character", 1)
                .trim_end_matches(" in identifier")
                .into(),
        };
        self.errors.report(self.pos, 0, message);
    }

    fn is(&self, c: char) -> bool {
        self.source.ch == c as i32
    }

    /// Consumes `c` if it comes next.
    fn eat(&mut self, c: char) -> bool {
        let yes = self.is(c);
        if yes {
            self.advance();
        }
        yes
    }

    fn ch(&self) -> Option<char> {
        u32::try_from(self.source.ch).ok().and_then(char::from_u32)
    }

    /// Reads the next token. Errors go to `errors`; once that is closed, the text ends.
    pub(crate) fn next(&mut self) {
        if self.errors.is_closed() {
            self.source.stop();
            self.nlsemi = false;
        }
        let nlsemi = std::mem::take(&mut self.nlsemi);
        loop {
            while self.is(' ') || self.is('\t') || self.is('\r') || (self.is('\n') && !nlsemi) {
                self.advance();
            }
            self.pos = self.here();
            self.start = self.source.offset();
            if self.token(nlsemi) {
                break;
            }
            if self.errors.is_closed() {
                self.source.stop();
            }
        }
        self.end = self.here();
    }

    /// Scans one token; false if it was a comment or rubbish.
    fn token(&mut self, nlsemi: bool) -> bool {
        let Some(c) = self.ch() else {
            debug_assert_eq!(self.source.ch, EOF);
            self.tok = Tok::Eof;
            if nlsemi {
                self.tok = Tok::Semi;
                self.semi = Semi::Eof;
            }
            return true;
        };
        if c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && self.at_ident_char(true)) {
            self.advance();
            self.ident();
            return true;
        }
        match c {
            '\n' => {
                self.advance();
                self.tok = Tok::Semi;
                self.semi = Semi::Newline;
            }
            '0'..='9' => self.number(false),
            '"' => self.std_string(),
            '`' => self.raw_string(),
            '\'' => self.rune(),
            '(' => self.single(Tok::Lparen),
            '[' => self.single(Tok::Lbrack),
            '{' => self.single(Tok::Lbrace),
            ',' => self.single(Tok::Comma),
            ';' => {
                self.single(Tok::Semi);
                self.semi = Semi::Semicolon;
            }
            ')' => self.closing(Tok::Rparen),
            ']' => self.closing(Tok::Rbrack),
            '}' => self.closing(Tok::Rbrace),
            ':' => {
                self.advance();
                self.tok = if self.eat('=') { Tok::Define } else { Tok::Colon };
            }
            '.' => self.dot(),
            '/' => return self.slash(nlsemi),
            '+' | '-' | '*' | '%' | '&' | '|' | '^' | '<' | '>' | '=' | '!' | '~' => {
                self.operator(c);
            }
            _ => {
                self.error(format!("invalid character {}", chars::unicode_name(c)));
                self.advance();
                return false;
            }
        }
        true
    }

    fn single(&mut self, tok: Tok) {
        self.advance();
        self.tok = tok;
    }

    fn closing(&mut self, tok: Tok) {
        self.advance();
        self.nlsemi = true;
        self.tok = tok;
    }

    fn dot(&mut self) {
        if self.source.rest_starts_with("...") {
            self.advance();
            self.advance();
            self.advance();
            self.tok = Tok::DotDotDot;
            return;
        }
        self.advance();
        if self.ch().is_some_and(|c| c.is_ascii_digit()) {
            self.number(true);
            return;
        }
        self.tok = Tok::Dot;
    }

    fn slash(&mut self, nlsemi: bool) -> bool {
        self.advance();
        if self.eat('/') {
            while self.source.ch != EOF && !self.is('\n') {
                self.advance();
            }
            self.comment();
            return false;
        }
        if self.eat('*') {
            self.skip_comment();
            self.comment();
            if self.source.line > self.pos.line && nlsemi {
                // A comment over several lines acts like a newline.
                self.tok = Tok::Semi;
                self.semi = Semi::Newline;
                return true;
            }
            return false;
        }
        self.assign_op(BinOp::Div);
        true
    }

    fn comment(&mut self) {
        let text = self.source.segment(self.start).into();
        // The newline that ends a statement is a token, too, and ends where the next line begins.
        let alone = self.end.line < self.pos.line || self.end.col == 1;
        self.comments.push(Comment { pos: self.pos, end: self.here(), text, alone });
        self.comment_offsets.push((self.start, self.source.offset()));
    }

    fn skip_comment(&mut self) {
        while self.source.ch != EOF {
            while self.is('*') {
                self.advance();
                if self.eat('/') {
                    return;
                }
            }
            self.advance();
        }
        self.error_at(0, "comment not terminated".into());
    }

    fn binary(&mut self, op: BinOp) {
        self.op = Op::Bin(op);
        self.tok = Tok::Operator;
    }

    fn assign_op(&mut self, op: BinOp) {
        self.binary(op);
        if self.eat('=') {
            self.tok = Tok::AssignOp;
        }
    }

    fn inc_op(&mut self, c: char, op: BinOp) {
        if self.eat(c) {
            self.op = Op::Bin(op);
            self.tok = Tok::IncOp;
            self.nlsemi = true;
        } else {
            self.assign_op(op);
        }
    }

    fn operator(&mut self, c: char) {
        self.advance();
        match c {
            '+' => self.inc_op('+', BinOp::Add),
            '-' => self.inc_op('-', BinOp::Sub),
            '*' => {
                self.assign_op(BinOp::Mul);
                if self.tok == Tok::Operator {
                    self.tok = Tok::Star;
                }
            }
            '%' => self.assign_op(BinOp::Rem),
            '&' if self.eat('&') => self.binary(BinOp::AndAnd),
            '&' if self.eat('^') => self.assign_op(BinOp::AndNot),
            '&' => self.assign_op(BinOp::And),
            '|' if self.eat('|') => self.binary(BinOp::OrOr),
            '|' => self.assign_op(BinOp::Or),
            '^' => self.assign_op(BinOp::Xor),
            '<' if self.eat('=') => self.binary(BinOp::Leq),
            '<' if self.eat('<') => self.assign_op(BinOp::Shl),
            '<' if self.eat('-') => self.tok = Tok::Arrow,
            '<' => self.binary(BinOp::Lss),
            '>' if self.eat('=') => self.binary(BinOp::Geq),
            '>' if self.eat('>') => self.assign_op(BinOp::Shr),
            '>' => self.binary(BinOp::Gtr),
            '=' if self.eat('=') => self.binary(BinOp::Eql),
            '=' => self.tok = Tok::Assign,
            '!' if self.eat('=') => self.binary(BinOp::Neq),
            '!' => {
                self.op = Op::Not;
                self.tok = Tok::Operator;
            }
            _ => {
                self.op = Op::Tilde;
                self.tok = Tok::Operator;
            }
        }
    }

    fn ident(&mut self) {
        loop {
            match self.ch() {
                Some(c) if c.is_ascii_alphanumeric() || c == '_' => self.advance(),
                Some(c) if !c.is_ascii() && self.at_ident_char(false) => self.advance(),
                _ => break,
            }
        }
        let text = self.source.segment(self.start);
        if let Some(tok) = Tok::keyword(text) {
            self.nlsemi =
                matches!(tok, Tok::Break | Tok::Continue | Tok::Fallthrough | Tok::Return);
            self.tok = tok;
            return;
        }
        self.nlsemi = true;
        self.lit = text;
        self.tok = Tok::Name;
    }

    /// Whether the non-ASCII character `ch` belongs to an identifier. Like gc, takes any,
    /// and complains.
    fn at_ident_char(&mut self, first: bool) -> bool {
        let Some(c) = self.ch() else { return false };
        if chars::is_letter(c) {
            return true;
        }
        if chars::is_digit(c) {
            if first {
                let name = chars::unicode_name(c);
                self.error(format!("identifier cannot begin with digit {name}"));
            }
            return true;
        }
        self.error(format!("invalid character {} in identifier", chars::unicode_name(c)));
        true
    }
}
