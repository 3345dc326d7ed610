//! Moves `//go:build` lines to where the tools look for them: before the package clause and
//! its documentation, between empty lines.

use super::Printer;
use super::tabwriter::ESCAPE;
use crate::build_tag;

fn is_newline(b: u8) -> bool {
    matches!(b, b'\n' | b'\x0c')
}

/// The line of `out` that starts at `start`, with its end.
fn line_at(out: &[u8], start: usize) -> &[u8] {
    let rest = out.get(start..).unwrap_or_default();
    let end = rest.iter().position(|&b| is_newline(b)).map_or(rest.len(), |i| i + 1);
    rest.get(..end).unwrap_or_default()
}

/// Adds whole lines without doubling an empty one.
fn append(out: &mut Vec<u8>, lines: &[u8]) {
    let ends_blank = match out.as_slice() {
        [] => true,
        [.., a, b] => is_newline(*a) && is_newline(*b),
        _ => false,
    };
    match lines {
        [first, rest @ ..] if is_newline(*first) && ends_blank => out.extend_from_slice(rest),
        _ => out.extend_from_slice(lines),
    }
}

impl Printer<'_> {
    /// Moves the build lines in the output, before it is laid out in columns.
    pub(super) fn move_build_lines(&mut self) {
        let Some(&first) = self.build_lines.first() else { return };
        let out = std::mem::take(&mut self.out);
        let insert = last_place(&out).min(first);
        let text = |at: usize| {
            let line: Vec<u8> = line_at(&out, at)
                .iter()
                .copied()
                .filter(|&b| b != ESCAPE && !is_newline(b))
                .collect();
            String::from_utf8(line).unwrap_or_default()
        };
        let mut block = Vec::new();
        let constraint = match self.build_lines.as_slice() {
            [one] => build_tag::parse(&text(*one)),
            _ => None,
        };
        match constraint {
            Some(c) => {
                block.push(ESCAPE);
                block.extend_from_slice(format!("//go:build {}", c.text()).as_bytes());
                block.extend_from_slice(&[ESCAPE, b'\n']);
            }
            None => {
                for &at in &self.build_lines {
                    block.extend_from_slice(line_at(&out, at));
                }
            }
        }
        block.push(b'\n');
        let mut after = Vec::new();
        let mut start = insert;
        for &at in self.build_lines.iter().filter(|&&at| at >= insert) {
            append(&mut after, out.get(start..at).unwrap_or_default());
            start = at + line_at(&out, at).len();
        }
        append(&mut after, out.get(start..).unwrap_or_default());
        if let [.., a, b] = after.as_slice()
            && is_newline(*a)
            && is_newline(*b)
        {
            after.pop();
        }
        self.out = [out.get(..insert).unwrap_or_default(), &block, &after].concat();
    }
}

/// The last place for build lines: after the last empty line before anything but comments.
fn last_place(out: &[u8]) -> usize {
    let mut insert = 0;
    let mut pos = 0;
    while pos < out.len() {
        let line = line_at(out, pos);
        let text: &[u8] = line.trim_ascii_start();
        let comment = text.starts_with(&[ESCAPE, b'/', b'/']);
        let blank = line.iter().all(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\x0c'));
        if !(comment || blank) || !line.last().is_some_and(|&b| is_newline(b)) {
            break;
        }
        pos += line.len();
        if blank {
            insert = pos;
        }
    }
    insert
}
