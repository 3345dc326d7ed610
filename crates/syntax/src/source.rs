//! Reads characters and counts lines and columns.

/// The end of the text.
pub(crate) const EOF: i32 = -1;

/// A character reader. `ch` is the current character, not yet consumed.
pub(crate) struct Source<'a> {
    src: &'a str,
    /// Offset of the byte after `ch`.
    next: usize,
    /// Current character, or [`EOF`].
    pub(crate) ch: i32,
    width: usize,
    /// 1-based line of `ch`.
    pub(crate) line: u32,
    /// 1-based column of `ch` in bytes.
    pub(crate) col: u32,
    /// What is wrong with the text itself: line, column, message.
    pub(crate) faults: Vec<(u32, u32, &'static str)>,
}

impl<'a> Source<'a> {
    /// Starts at the first character.
    pub(crate) fn new(src: &'a str) -> Self {
        let mut s = Source {
            src,
            next: 0,
            ch: i32::from(b' '),
            width: 0,
            line: 1,
            col: 1,
            faults: Vec::new(),
        };
        s.advance();
        s
    }

    /// Offset of `ch`.
    pub(crate) fn offset(&self) -> usize {
        self.next - self.width
    }

    /// The text from `start` up to `ch`.
    pub(crate) fn segment(&self, start: usize) -> &'a str {
        self.src.get(start..self.offset()).unwrap_or_default()
    }

    /// Whether the text that begins at `ch` starts with `s`.
    pub(crate) fn rest_starts_with(&self, s: &str) -> bool {
        self.src.get(self.offset()..).is_some_and(|r| r.starts_with(s))
    }

    /// Line and column of the end of the text, a line break at the end taken as part of its line.
    pub(crate) fn eof_in_line(&self) -> (u32, u32) {
        match self.src.strip_suffix('\n') {
            Some(text) => {
                let line = text.rsplit('\n').next().unwrap_or_default();
                (self.line.saturating_sub(1), line.len() as u32 + 2)
            }
            None => (self.line, self.col),
        }
    }

    /// Jumps to the end of the text.
    pub(crate) fn stop(&mut self) {
        self.next = self.src.len();
        self.ch = EOF;
        self.width = 0;
    }

    /// Moves to the next character; NUL bytes and byte order marks are skipped.
    pub(crate) fn advance(&mut self) {
        loop {
            self.col += self.width as u32;
            if self.ch == i32::from(b'\n') {
                self.line += 1;
                self.col = 1;
            }
            let Some(&b) = self.src.as_bytes().get(self.next) else {
                self.ch = EOF;
                self.width = 0;
                return;
            };
            if b < 0x80 {
                self.ch = i32::from(b);
                self.width = 1;
                self.next += 1;
                if b != 0 {
                    return;
                }
                self.faults.push((self.line, self.col, "invalid NUL character"));
                continue;
            }
            let c = self.src.get(self.next..).and_then(|r| r.chars().next()).unwrap_or(' ');
            self.ch = c as i32;
            self.width = c.len_utf8();
            self.next += self.width;
            if c != '\u{feff}' {
                return;
            }
            if self.line > 1 || self.col > 1 {
                self.faults.push((self.line, self.col, "invalid BOM in the middle of the file"));
            }
        }
    }
}
