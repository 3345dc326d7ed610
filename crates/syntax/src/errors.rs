//! The list of errors of one file, filtered as gc filters it.

use crate::{Diagnostic, Pos};

/// gc gives up after this many errors.
pub(crate) const MAX_ERRORS: usize = 10;

/// Collects errors in the order of their discovery.
#[derive(Default)]
pub(crate) struct Errors {
    /// The file's name where a message mentions another place in it; none: `main.go`.
    pub(crate) file_name: Option<Box<str>>,
    list: Vec<Diagnostic>,
    /// All errors reported so far, filtered ones included.
    pub(crate) count: usize,
    last_syntax: u32,
    last_other: u32,
    last_message: String,
    closed: bool,
    muted: bool,
    /// Whether errors concern the package clause or the imports. The `go` command reads these
    /// before the compiler does, in other words, and stops at the first error.
    pub(crate) header: bool,
}

impl Errors {
    /// Adds an error, unless it only repeats what was said about its line: one syntax error
    /// a line, and one of several equal other ones.
    pub(crate) fn report(&mut self, pos: Pos, end_col: u16, message: String) {
        self.count += 1;
        self.report_uncounted(pos, end_col, message);
    }

    /// As `report`, for errors after which parsing is as sound as before.
    pub(crate) fn report_uncounted(&mut self, pos: Pos, end_col: u16, message: String) {
        if self.closed || self.muted {
            return;
        }
        if message.starts_with("syntax error") {
            if self.last_syntax == pos.line {
                return;
            }
            self.last_syntax = pos.line;
        } else {
            if self.last_other == pos.line && self.last_message == message {
                return;
            }
            self.last_other = pos.line;
            self.last_message.clone_from(&message);
        }
        if self.header {
            self.closed = true;
        }
        self.list.push(Diagnostic {
            pos,
            end_col: end_col.max(pos.col.saturating_add(1)),
            message,
        });
        if self.list.len() >= MAX_ERRORS {
            self.closed = true;
        }
    }

    /// Drops all errors from now on, without ever closing.
    pub(crate) fn mute(&mut self) {
        self.muted = true;
    }

    /// Takes no further errors.
    pub(crate) fn close(&mut self) {
        self.closed = true;
    }

    /// Whether no further errors are taken, so that going on is pointless.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// The errors by position, without repetitions.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|d| d.pos);
        self.list.dedup_by(|a, b| a.pos.line == b.pos.line && a.message == b.message);
        self.list
    }
}
