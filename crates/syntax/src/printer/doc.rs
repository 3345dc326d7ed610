//! Documentation comments, laid out as gofmt does: paragraphs, headings, lists, code blocks
//! and link definitions, as described in "Go Doc Comments" (go.dev/doc/comment).

use super::place::SourceComment;
use crate::chars;
use std::collections::BTreeSet;

/// The comment group in its canonical form; all comments get the place of the first.
pub(super) fn format(group: &[SourceComment]) -> Vec<SourceComment> {
    let Some(first) = group.first() else { return Vec::new() };
    let mut directives: Vec<&str> = Vec::new();
    let mut text = String::new();
    if !first.is_line() {
        let inner = first.text.strip_prefix("/*").and_then(|t| t.strip_suffix("*/"));
        let (Some(inner), 1) = (inner, group.len()) else { return group.to_vec() };
        if !inner.contains('\n') || all_stars(&first.text) {
            return group.to_vec();
        }
        text.push_str(inner);
    } else {
        for c in group {
            let Some(rest) = c.text.strip_prefix("//") else { return group.to_vec() };
            if is_directive(rest) {
                directives.push(&c.text);
                continue;
            }
            text.push_str(rest.strip_prefix(' ').unwrap_or(rest));
            text.push('\n');
        }
    }
    if text.is_empty() {
        return group.to_vec();
    }
    let text = Doc::parse(&text).print();
    let comment = |text: String| SourceComment { text, ..first.clone() };
    if !first.is_line() {
        return vec![comment(format!("/*\n{text}*/"))];
    }
    let mut out: Vec<SourceComment> = text
        .lines()
        .map(|l| match l {
            "" => comment("//".into()),
            l if l.starts_with('\t') => comment(format!("//{l}")),
            l => comment(format!("// {l}")),
        })
        .collect();
    if !directives.is_empty() {
        out.push(comment("//".into()));
        out.extend(directives.into_iter().map(|d| comment(d.into())));
    }
    out
}

/// Whether what follows `//` makes a directive, as `go:build`.
fn is_directive(text: &str) -> bool {
    if ["line ", "extern ", "export "].iter().any(|p| text.starts_with(p)) {
        return true;
    }
    let word = |s: &str| s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    match text.split_once(':') {
        Some((tool, name)) => !tool.is_empty() && word(tool) && name.get(..1).is_some_and(word),
        None => false,
    }
}

/// Whether all lines of a comment begin with a star, as the last does at least.
fn all_stars(comment: &str) -> bool {
    comment.split('\n').skip(1).all(|l| l.trim_start_matches([' ', '\t']).starts_with('*'))
}

enum Block {
    Paragraph(String),
    Heading(String),
    Code(Vec<String>),
    List(List),
}

struct List {
    items: Vec<Item>,
    blank_before: bool,
    blank_between: bool,
}

struct Item {
    /// Empty for a bullet.
    number: String,
    paragraphs: Vec<String>,
}

/// `[text]: url`
struct Link {
    text: String,
    url: String,
}

#[derive(Default)]
struct Doc {
    blocks: Vec<Block>,
    links: Vec<Link>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    List,
    Heading,
    OldHeading,
    Paragraph,
}

impl Doc {
    fn parse(text: &str) -> Doc {
        let lines = unindent(text.split('\n'));
        let mut doc = Doc::default();
        let mut prev_end = 0;
        for (start, end, kind) in spans(&lines) {
            let span = lines.get(start..end).unwrap_or_default();
            let first = span.first().map(String::as_str).unwrap_or_default();
            match kind {
                Kind::Code => doc.blocks.push(Block::Code(unindent(span.iter().map(|l| &**l)))),
                Kind::List => {
                    let list = doc.list(span, prev_end < start);
                    doc.blocks.push(Block::List(list));
                }
                Kind::Heading => {
                    let text = first.get(1..).unwrap_or_default().trim();
                    doc.blocks.push(Block::Heading(text.into()));
                }
                Kind::OldHeading => doc.blocks.push(Block::Heading(first.trim().into())),
                Kind::Paragraph => {
                    if let Some(p) = doc.paragraph(span) {
                        doc.blocks.push(Block::Paragraph(p));
                    }
                }
            }
            prev_end = end;
        }
        doc
    }

    /// The lines as a paragraph, unless all of them define links.
    fn paragraph<S: AsRef<str>>(&mut self, lines: &[S]) -> Option<String> {
        let links: Option<Vec<Link>> = lines.iter().map(|l| link(l.as_ref())).collect();
        match links {
            Some(links) => {
                self.links.extend(links);
                None
            }
            None => Some(lines.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("\n")),
        }
    }

    fn list(&mut self, lines: &[String], blank_before: bool) -> List {
        let numbered = lines.first().and_then(|l| list_marker(l)).is_some_and(|m| !m.0.is_empty());
        let mut list = List { items: Vec::new(), blank_before, blank_between: false };
        let mut text: Vec<String> = Vec::new();
        for line in lines {
            let mut line = line.as_str();
            if let Some((number, rest)) = list_marker(line)
                && numbered != number.is_empty()
            {
                self.end_item(&mut list, &mut text);
                list.items.push(Item { number: number.into(), paragraphs: Vec::new() });
                line = rest;
            }
            line = line.trim();
            if line.is_empty() {
                list.blank_between = true;
                self.end_item(&mut list, &mut text);
            } else {
                text.push(line.into());
            }
        }
        self.end_item(&mut list, &mut text);
        list.blank_between |= list.items.iter().any(|i| i.paragraphs.len() != 1);
        list
    }

    fn end_item(&mut self, list: &mut List, text: &mut Vec<String>) {
        let text = std::mem::take(text);
        if let Some(item) = list.items.last_mut() {
            item.paragraphs.extend(self.paragraph(&text));
        }
    }

    fn print(&self) -> String {
        let mut used = BTreeSet::new();
        let mut out = String::new();
        for (i, b) in self.blocks.iter().enumerate() {
            let tight = matches!(b, Block::List(l) if !l.blank_before && !l.blank_between);
            if i > 0 && !tight {
                out.push('\n');
            }
            match b {
                Block::Paragraph(p) => {
                    self.find_links(p, &mut used);
                    out.push_str(&quotes(p));
                    out.push('\n');
                }
                Block::Heading(h) => {
                    out.push_str("# ");
                    out.push_str(h);
                    out.push('\n');
                }
                Block::Code(lines) => {
                    for l in lines {
                        if !l.is_empty() {
                            out.push('\t');
                            out.push_str(l);
                        }
                        out.push('\n');
                    }
                }
                Block::List(l) => self.print_list(l, &mut out, &mut used),
            }
        }
        // Links that are used come first.
        for wanted in [true, false] {
            let mut first = true;
            for (i, l) in self.links.iter().enumerate() {
                if used.contains(&i) != wanted {
                    continue;
                }
                if std::mem::take(&mut first) {
                    out.push('\n');
                }
                out.push_str(&format!("[{}]: {}\n", l.text, l.url));
            }
        }
        out
    }

    fn print_list(&self, list: &List, out: &mut String, used: &mut BTreeSet<usize>) {
        for (i, item) in list.items.iter().enumerate() {
            if i > 0 && list.blank_between {
                out.push('\n');
            }
            if item.number.is_empty() {
                out.push_str("  - ");
            } else {
                out.push_str(&format!(" {}. ", item.number));
            }
            for (j, p) in item.paragraphs.iter().enumerate() {
                if j > 0 {
                    out.push_str("\n    ");
                }
                self.find_links(p, used);
                out.push_str(&quotes(p).replace('\n', "\n    "));
                out.push('\n');
            }
        }
    }

    /// Notes which definitions the text uses; of several with the same name the first counts.
    fn find_links(&self, text: &str, used: &mut BTreeSet<usize>) {
        for part in text.split('[').skip(1) {
            let Some((name, _)) = part.split_once(']') else { continue };
            let name = name.replace(['\n', '\t'], " ");
            used.extend(self.links.iter().position(|l| l.text == name));
        }
    }
}

/// Breaks the lines into blocks: where they start and end, and what they are.
fn spans(lines: &[String]) -> Vec<(usize, usize, Kind)> {
    let line = |i: usize| lines.get(i).map(String::as_str).unwrap_or_default();
    let is_list = |i: usize| list_marker(line(i)).is_some();
    let mut out = Vec::new();
    let mut i = 0;
    // Lines before this one count as indented.
    let mut force = 0;
    loop {
        while i < lines.len() && line(i).is_empty() {
            i += 1;
        }
        if i >= lines.len() {
            return out;
        }
        let start = i;
        let mut end;
        let kind;
        if i < force || indented(line(i)) {
            // Items of a list may stand unindented up to the first blank line.
            let mut unindented_ok = is_list(i) && i < force;
            i += 1;
            while i < lines.len()
                && (line(i).is_empty()
                    || i < force
                    || indented(line(i))
                    || (unindented_ok && is_list(i)))
            {
                unindented_ok &= !line(i).is_empty();
                i += 1;
            }
            end = i;
            while end > start && line(end - 1).is_empty() {
                end -= 1;
            }
            // Code that was pasted in unindented ends with a brace.
            if end < lines.len() && line(end).starts_with('}') {
                end += 1;
            }
            kind = if is_list(start) { Kind::List } else { Kind::Code };
        } else {
            i += 1;
            while i < lines.len() && !line(i).is_empty() && !indented(line(i)) {
                i += 1;
            }
            end = i;
            // The last lines may belong to the indented ones that follow.
            if i < lines.len() && !line(i).is_empty() && !is_list(i) {
                let last = line(i - 1);
                if is_list(i - 1) {
                    force = end;
                    end -= 1;
                    while end > start && is_list(end - 1) {
                        end -= 1;
                    }
                } else if last.ends_with('{') || last.ends_with('\\') {
                    force = end;
                    end -= 1;
                }
                if start == end && force > start {
                    i = start;
                    continue;
                }
            }
            kind = match end - start {
                1 if is_heading(line(start)) => Kind::Heading,
                1 if is_old_heading(lines, start) => Kind::OldHeading,
                _ => Kind::Paragraph,
            };
        }
        out.push((start, end, kind));
        i = end;
    }
}

fn indented(line: &str) -> bool {
    line.starts_with([' ', '\t'])
}

fn leading_space(line: &str) -> &str {
    let n = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..n).unwrap_or_default()
}

/// The lines without what indentation they share, and without blank lines around them.
fn unindent<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<String> {
    let lines: Vec<&str> = lines.collect();
    let from = lines.iter().position(|l| !l.is_empty()).unwrap_or(lines.len());
    let to = lines.iter().rposition(|l| !l.is_empty()).map_or(from, |i| i + 1);
    let lines = lines.get(from..to).unwrap_or_default();
    let mut prefix = lines.first().copied().map(leading_space).unwrap_or_default();
    for l in lines.iter().skip(1).filter(|l| !l.is_empty()) {
        let n = prefix.bytes().zip(l.bytes()).take_while(|(a, b)| a == b).count();
        prefix = prefix.get(..n).unwrap_or_default();
    }
    let out: Vec<String> = lines
        .iter()
        .map(|l| l.strip_prefix(prefix).unwrap_or(l))
        .map(|l| if l.trim().is_empty() { String::new() } else { l.to_string() })
        .collect();
    let from = out.iter().position(|l| !l.is_empty()).unwrap_or(out.len());
    let to = out.iter().rposition(|l| !l.is_empty()).map_or(from, |i| i + 1);
    out.get(from..to).unwrap_or_default().to_vec()
}

fn is_heading(line: &str) -> bool {
    line.starts_with("# ") && line.trim() != "#" || line.starts_with("#\t") && line.trim() != "#"
}

/// Whether a line between blank ones is a heading without a mark: a few words without
/// punctuation that begin with a capital, followed by a paragraph.
fn is_old_heading(lines: &[String], i: usize) -> bool {
    let line = |i: usize| lines.get(i).map(String::as_str);
    if i == 0
        || line(i - 1) != Some("")
        || line(i + 1) != Some("")
        || line(i + 2).is_none_or(indented)
    {
        return false;
    }
    let text = line(i).unwrap_or_default().trim();
    let starts = text.chars().next().is_some_and(|c| chars::is_letter(c) && c.is_uppercase());
    let ends = text
        .chars()
        .last()
        .is_some_and(|c| c != '_' && (chars::is_letter(c) || chars::is_digit(c)));
    starts
        && ends
        && !text.contains([
            ';', ':', '!', '?', '+', '*', '/', '=', '[', ']', '{', '}', '_', '^', '°', '&', '§',
            '~', '%', '#', '@', '<', '"', '>', '\\',
        ])
        && text.split('\'').skip(1).enumerate().all(|(i, _)| {
            let rest = text.splitn(i + 2, '\'').last().unwrap_or_default();
            rest == "s" || rest.starts_with("s ")
        })
        && text.split('.').skip(1).all(|rest| !rest.is_empty() && !rest.starts_with(' '))
}

/// `- text`, `3. text` and the like: the number, empty for a bullet, and the text.
fn list_marker(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let (number, rest) = match line.strip_prefix(['•', '*', '+', '-']) {
        Some(rest) => ("", rest),
        None => {
            let n = line.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = line.split_at_checked(n)?;
            (number, rest.strip_prefix(['.', ')']).filter(|_| n > 0)?)
        }
    };
    (indented(rest) && !rest.trim().is_empty()).then_some((number, rest))
}

fn link(line: &str) -> Option<Link> {
    let (text, rest) = line.strip_prefix('[')?.split_once("]:")?;
    let url = rest.strip_prefix([' ', '\t'])?.trim();
    let (scheme, _) = url.split_once("://")?;
    is_scheme(scheme).then(|| Link { text: text.into(), url: url.into() })
}

fn is_scheme(s: &str) -> bool {
    matches!(s, "file" | "ftp" | "gopher" | "http" | "https" | "mailto" | "nntp")
}

/// The text with two backquotes or two quotes in a row, outside addresses, made into
/// typographic quotes.
fn quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut n = url_len(rest);
        if n == 0 && chars::is_letter(c) {
            // A word is taken whole: addresses do not begin within.
            let part = |c: char| chars::is_letter(c) || c.is_ascii_digit();
            n = rest.find(|c| !part(c)).unwrap_or(rest.len());
        }
        if n == 0 && rest.starts_with("```") {
            n = rest.len() - rest.trim_start_matches('`').len();
        }
        if n == 0 && (rest.starts_with("``") || rest.starts_with("''")) {
            out.push(if c == '`' { '“' } else { '”' });
            rest = rest.get(2..).unwrap_or_default();
            continue;
        }
        let (taken, left) = rest.split_at_checked(n.max(c.len_utf8())).unwrap_or((rest, ""));
        out.push_str(taken);
        rest = left;
    }
    out
}

/// Length of the web address that `s` begins with, without punctuation at its end; brackets in
/// it must match.
fn url_len(s: &str) -> usize {
    let is_punct = |b: u8| b".,:;?!".contains(&b);
    let colon = s.bytes().take(7).position(|b| b == b':').unwrap_or(0);
    let (scheme, rest) = s.split_at_checked(colon).unwrap_or_default();
    let Some(rest) = rest.strip_prefix("://") else { return 0 };
    if !is_scheme(scheme) {
        return 0;
    }
    let is_host = |b: u8| b.is_ascii_alphanumeric() || b"_@-.[]:".contains(&b);
    let bytes = rest.as_bytes();
    if !bytes.first().is_some_and(|&b| is_host(b) && !is_punct(b)) {
        return 0;
    }
    let host = bytes.iter().take_while(|&&b| is_host(b)).count();
    let mut end = bytes.iter().take(host).rposition(|&b| !is_punct(b)).map_or(1, |i| i + 1);
    let mut open: Vec<u8> = Vec::new();
    for (i, &b) in bytes.iter().enumerate().skip(end) {
        match b {
            _ if is_punct(b) => continue,
            b'(' => open.push(b')'),
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b')' | b'}' | b']' => {
                if open.pop() != Some(b) {
                    break;
                }
            }
            _ if b.is_ascii_alphanumeric() || b"$'*+&#=@~_/-%".contains(&b) => {}
            _ => break,
        }
        if open.is_empty() {
            end = i + 1;
        }
    }
    scheme.len() + 3 + end
}
