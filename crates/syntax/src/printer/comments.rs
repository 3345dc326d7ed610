//! Puts comments between tokens.

use crate::build_tag;

use super::place::{Place, SourceComment};
use super::{Last, MAX_NEWLINES, Printer, Ws, doc};

impl Printer<'_> {
    /// Makes the next comment group the current one.
    pub(super) fn next_comment(&mut self) {
        self.group = self.groups.get(self.next_group).map(Vec::as_slice);
        self.next_group += 1;
        let Some(group) = self.group else {
            self.group_at = Place::END;
            return;
        };
        self.group_at = group.first().map_or(Place::END, |c| c.pos);
        self.group_newline = group
            .iter()
            .any(|c| c.pos.line != self.group_at.line || c.is_line() || c.text.contains('\n'));
    }

    /// Whether the next comments come before `next` and can be printed without making a
    /// semicolon.
    pub(super) fn comment_before(&self, next: Place) -> bool {
        self.group.is_some() && self.group_at < next && (!self.implied_semi || !self.group_newline)
    }

    /// Size of the comments before `next`.
    pub(super) fn comment_size_before(&mut self, next: Place) -> usize {
        let saved = (self.next_group, self.group, self.group_at, self.group_newline);
        let mut size = 0;
        while self.comment_before(next) {
            size += self.group.iter().copied().flatten().map(|c| c.text.len()).sum::<usize>();
            self.next_comment();
        }
        (self.next_group, self.group, self.group_at, self.group_newline) = saved;
        size
    }

    /// Prints the comments before the token `tok` at `next`, together with the white space held
    /// back. Returns whether a line break was written, and whether a formfeed was dropped.
    pub(super) fn intersperse_comments(&mut self, next: Place, tok: Last) -> (bool, bool) {
        let mut last: Option<SourceComment> = None;
        while self.comment_before(next) {
            let Some(group) = self.group else { break };
            let (Some(first), Some(end)) = (group.first(), group.last()) else { break };
            let documents = tok != Last::Ident
                && tok != Last::Token("import")
                && first.pos.col == 1
                && end.abuts == next;
            let formatted;
            let mut list = group;
            if documents {
                formatted = doc::format(group);
                list = &formatted;
                if list.is_empty() {
                    // The comment vanishes; the white space before it stays.
                    self.comment_prefix(first.pos, next, last.as_ref(), tok);
                    self.pos = next;
                    self.last = next;
                    self.next_comment();
                    return self.comment_suffix(false);
                }
            }
            for c in list {
                self.comment_prefix(c.pos, next, last.as_ref(), tok);
                self.comment(c);
                last = Some(c.clone());
            }
            if documents {
                last = Some(end.clone());
                self.pos = end.end;
                self.last = self.pos;
            }
            self.next_comment();
        }
        let Some(last) = last else { return (false, false) };
        let mut needs_linebreak = false;
        // After a `/*` comment on the line of the next token goes a blank, or the line break
        // that is held back; not before a comma or between empty brackets.
        if !self.no_extra_blank
            && !last.is_line()
            && last.pos.line == next.line
            && tok != Last::Token(",")
            && (tok != Last::Token(")") || self.prev_open == Last::Token("("))
            && (tok != Last::Token("]") || self.prev_open == Last::Token("["))
        {
            let pending = self.held.iter().any(|w| matches!(w, Ws::Newline | Ws::Formfeed));
            if pending && !self.no_extra_linebreak && self.level == 0 {
                needs_linebreak = true;
            } else {
                self.write_space(b' ', 1);
            }
        }
        if last.is_line()
            || tok == Last::Eof
            || (tok == Last::Token("}") && !self.no_extra_linebreak)
        {
            needs_linebreak = true;
        }
        self.comment_suffix(needs_linebreak)
    }

    /// Writes the white space before a comment at `pos`: as much of what is held back as helps
    /// to place the comment.
    fn comment_prefix(&mut self, pos: Place, next: Place, prev: Option<&SourceComment>, tok: Last) {
        if self.out.is_empty() {
            return;
        }
        if pos.line == self.last.line && prev.is_none_or(|p| !p.is_line()) {
            self.same_line_prefix(pos, next, prev.is_none());
        } else {
            self.new_line_prefix(pos, next, prev, tok);
        }
    }

    /// The comment stands on the line of the last token.
    fn same_line_prefix(&mut self, pos: Place, next: Place, first: bool) {
        let mut separated = false;
        if first {
            let mut n = 0;
            for (i, w) in self.held.iter_mut().enumerate() {
                match w {
                    Ws::Blank => *w = Ws::Ignore,
                    // Tabs are cells of the columns that the comment is aligned with.
                    Ws::Vtab => separated = true,
                    Ws::Indent => {}
                    _ => {
                        n = i;
                        break;
                    }
                }
            }
            self.write_held(n);
        }
        if !separated {
            self.write_space(if pos.line == next.line { b' ' } else { b'\t' }, 1);
        }
    }

    /// The comment stands on a line of its own.
    fn new_line_prefix(
        &mut self,
        pos: Place,
        next: Place,
        prev: Option<&SourceComment>,
        tok: Last,
    ) {
        let mut dropped = false;
        let mut n = 0;
        for i in 0..self.held.len() {
            let following = self.held.get(i + 1).copied();
            let Some(w) = self.held.get_mut(i) else { break };
            match w {
                Ws::Blank | Ws::Vtab => {
                    *w = Ws::Ignore;
                    continue;
                }
                Ws::Indent => continue,
                // The last unindent likely closes a block that the comment is still in, unless
                // it is aligned with what follows, as before a case.
                Ws::Unindent
                    if following == Some(Ws::Unindent)
                        || (tok != Last::Token("}") && pos.col == next.col) =>
                {
                    continue;
                }
                Ws::Newline | Ws::Formfeed => {
                    *w = Ws::Ignore;
                    dropped = prev.is_none();
                }
                _ => {}
            }
            n = i;
            break;
        }
        self.write_held(n);
        let mut n = 0;
        if pos.is_valid() && self.last.is_valid() {
            n = (pos.line - self.last.line).max(0);
        }
        // Keep the empty line before the documentation of a declaration.
        if self.indent == 0 && dropped {
            n += 1;
        }
        if n == 0 && prev.is_some_and(SourceComment::is_line) {
            n = 1;
        }
        if n > 0 {
            self.write_space(b'\x0c', n.min(MAX_NEWLINES));
        }
    }

    fn comment_suffix(&mut self, mut needs_linebreak: bool) -> (bool, bool) {
        let mut wrote = false;
        let mut dropped = false;
        for w in &mut self.held {
            match w {
                Ws::Blank | Ws::Vtab => *w = Ws::Ignore,
                Ws::Newline | Ws::Formfeed => {
                    if needs_linebreak {
                        needs_linebreak = false;
                        wrote = true;
                    } else {
                        dropped |= *w == Ws::Formfeed;
                        *w = Ws::Ignore;
                    }
                }
                _ => {}
            }
        }
        self.write_held(self.held.len());
        if needs_linebreak {
            self.write_space(b'\n', 1);
            wrote = true;
        }
        (wrote, dropped)
    }

    fn comment(&mut self, c: &SourceComment) {
        if c.is_line() {
            if build_tag::is_build_line(c.text.trim_end()) {
                self.build_lines.push(self.out.len());
            }
            let indent = self.indent;
            if c.text.starts_with("//line ") && c.pos.col == 1 {
                self.indent = 0;
            }
            self.write_text(c.pos, c.text.trim_end(), true);
            self.indent = indent;
            return;
        }
        let mut lines: Vec<String> = c.text.split('\n').map(String::from).collect();
        // A comment that gets indented only now is treated as if it had always been, so that
        // formatting twice changes nothing.
        if c.pos.col == 1 && self.indent > 0 {
            for l in lines.iter_mut().skip(1) {
                l.insert_str(0, "   ");
            }
        }
        strip_common_prefix(&mut lines);
        let mut pos = c.pos;
        for (i, l) in lines.iter().enumerate() {
            if i > 0 {
                self.write_space(b'\x0c', 1);
                pos = self.pos;
            }
            if !l.is_empty() {
                self.write_text(pos, l.trim_end(), true);
            }
        }
    }
}

fn is_blank(s: &str) -> bool {
    s.bytes().all(|b| b <= b' ')
}

/// Length of the common beginning of white space and stars.
fn common_prefix(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|&(x, y)| x == y && (x <= b' ' || x == b'*')).count()
}

/// Removes from all lines of a `/*` comment but the first the indentation that they share, with
/// allowance for a column of stars and for text that stands right of the opening.
fn strip_common_prefix(lines: &mut [String]) {
    let count = lines.len();
    if count <= 1 {
        return;
    }
    let mut prefix: Option<String> = None;
    for l in lines.iter_mut().take(count - 1).skip(1) {
        if is_blank(l) {
            l.clear();
            continue;
        }
        let shared = prefix.get_or_insert_with(|| l.clone());
        shared.truncate(common_prefix(shared, l));
    }
    let last = lines.last().cloned().unwrap_or_default();
    let mut prefix = prefix.unwrap_or_else(|| {
        let n = common_prefix(&last, &last);
        last.get(..n).unwrap_or_default().to_string()
    });
    let mut stars = false;
    let first = lines.first().cloned().unwrap_or_default();
    let opening = first.get(2..).unwrap_or_default();
    if let Some(i) = prefix.find('*') {
        // Keep the stars, and the blank before them.
        prefix.truncate(i);
        if prefix.ends_with(' ') {
            prefix.pop();
        }
        stars = true;
    } else if is_blank(opening) {
        // Text below the opening stays indented by up to three blanks or a tab.
        let blanks = prefix.bytes().rev().take(3).take_while(|&b| b == b' ').count();
        let tab = blanks == 0 && prefix.ends_with('\t');
        prefix.truncate(prefix.len() - blanks - usize::from(tab));
    } else {
        // Text next to the opening: the white space between, `/*` counted as two blanks
        // unless a tab follows, is what other lines keep.
        let n = opening.bytes().take_while(|&b| b <= b' ').count();
        let gap = opening.get(..n).unwrap_or_default();
        let kept = if gap.starts_with('\t') { gap.to_string() } else { format!("  {gap}") };
        if let Some(shorter) = prefix.strip_suffix(kept.as_str()) {
            prefix = shorter.to_string();
        }
    }
    let before = last.split_once("*/").map_or(last.as_str(), |(b, _)| b);
    if is_blank(before) {
        let closing = if stars { " */" } else { "*/" };
        if let Some(l) = lines.last_mut() {
            *l = format!("{prefix}{closing}");
        }
    } else {
        prefix.truncate(common_prefix(&prefix, &last));
    }
    for l in lines.iter_mut().skip(1) {
        if !l.is_empty() {
            *l = l.get(prefix.len()..).unwrap_or_default().to_string();
        }
    }
}
