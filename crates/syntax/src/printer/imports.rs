//! Sorts imports, on the text: lines of one group that follow each other change places.

use super::place::{Place, Source};
use crate::Diagnostic;
use crate::ast::{Decl, ImportDecl};
use crate::parser;
use std::borrow::Cow;

/// One import with what stands on its line.
struct Entry<'s> {
    path: &'s str,
    name: &'s str,
    /// The comment after it.
    comment: &'s str,
    /// The import with its comment.
    text: &'s str,
}

/// The text with its imports sorted, or nothing if they are already.
pub(super) fn sort(src: &str) -> Result<Option<String>, Vec<Diagnostic>> {
    let (file, _, errors) = parser::parse_detailed(src);
    if !errors.is_empty() {
        return Err(errors);
    }
    let source = Source::new(src);
    let mut lines: Vec<Option<Cow<'_, str>>> =
        src.split('\n').map(|l| Some(Cow::Borrowed(l))).collect();
    let imports: Vec<&ImportDecl> = file
        .decls
        .iter()
        .map_while(|d| match d {
            Decl::Import(i) => Some(&**i),
            _ => None,
        })
        .collect();
    let mut changed = false;
    for block in imports.chunk_by(|a, b| a.group.keyword == b.group.keyword) {
        let (Some(_), Some(rparen)) = (
            block.first().and_then(|i| i.group.lparen),
            block.first().and_then(|i| i.group.rparen),
        ) else {
            continue;
        };
        for run in block.chunk_by(|a, b| b.pos.line <= a.path_pos.line + 1) {
            changed |= sort_run(run, &source, &mut lines);
        }
        // No empty lines before the parenthesis; comments there belong to the imports.
        let last = block.last().map_or(0, |i| i.path_pos.line as usize);
        let until = (rparen.line as usize).saturating_sub(1);
        for l in lines.iter_mut().take(until).skip(last) {
            let Some(text) = l else { continue };
            if text.trim().is_empty() {
                *l = None;
                changed = true;
            } else if text.starts_with("//") {
                *l = Some(Cow::Owned(format!("\t{text}")));
                changed = true;
            }
        }
    }
    Ok(changed.then(|| lines.into_iter().flatten().collect::<Vec<_>>().join("\n")))
}

/// Sorts imports on successive lines and drops repeated ones. Returns whether the text changed.
fn sort_run<'s>(
    run: &[&'s ImportDecl],
    source: &Source<'_>,
    lines: &mut [Option<Cow<'s, str>>],
) -> bool {
    let own_lines = run.windows(2).all(|w| match w {
        [a, b] => a.path_pos.line < b.pos.line && a.pos.line == a.path_pos.line,
        _ => true,
    });
    if run.len() < 2 || !own_lines {
        return false;
    }
    let mut entries = Vec::new();
    // What stands before and after an import and stays there: white space, the parentheses.
    let mut around = Vec::new();
    for i in run {
        let Some(Some(Cow::Borrowed(line))) = lines.get(i.path_pos.line as usize - 1) else {
            return false;
        };
        let end = source.at(Place::from(i.path_pos)).map_or(Place::NONE, |t| t.end);
        let comment = if source.has_line_comment(end) {
            line.get(end.col.max(1) as usize - 1..).unwrap_or_default().trim()
        } else {
            ""
        };
        let name = i.local.as_ref().map_or("", |n| &n.name);
        // Comments before an import, and code around it, are better left alone.
        let (start, end) = (i.pos.col.max(1) as usize - 1, end.col.max(1) as usize - 1);
        let (Some(before), Some(after)) = (line.get(..start), line.get(end..)) else {
            return false;
        };
        let closes = after.trim() == ")";
        let opens = i.group.lparen.is_some_and(|p| p.line == i.pos.line)
            && before.trim_end().ends_with('(');
        if !(opens || before.trim().is_empty())
            || (comment.is_empty() && !closes && !matches!(after.trim(), "" | ";"))
        {
            return false;
        }
        let text = if closes { &line[start..end] } else { &line[start..] };
        around.push((before, if closes { after } else { "" }));
        entries.push(Entry { path: &i.path, name, comment, text });
    }
    let before: Vec<&str> = entries.iter().map(|e| e.text).collect();
    entries.sort_by_key(|e| (e.path, e.name, e.comment));
    // Of equal imports the last is kept; one with a comment always.
    let mut kept: Vec<&str> = Vec::new();
    for (i, e) in entries.iter().enumerate() {
        let repeated = entries
            .get(i + 1)
            .is_some_and(|n| n.path == e.path && n.name == e.name && e.comment.is_empty());
        if !repeated {
            kept.push(e.text);
        }
    }
    if kept == before {
        return false;
    }
    let mut kept = kept.into_iter();
    for (i, (before, after)) in run.iter().zip(around) {
        if let Some(l) = lines.get_mut(i.path_pos.line as usize - 1) {
            *l = match kept.next() {
                Some(text) => Some(Cow::Owned(format!("{before}{text}{after}"))),
                None if after.is_empty() => None,
                None => Some(Cow::Borrowed(after)),
            };
        }
    }
    true
}
