//! What keys do in the editor, as plain functions over text; the text area only carries it out.

/// Replace `range` (bytes) by `with`, then select `select` (bytes in the new text).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub range: (usize, usize),
    /// By what.
    pub with: String,
    /// Selection afterwards.
    pub select: (usize, usize),
}

impl Edit {
    fn insert(at: (usize, usize), with: impl Into<String>, caret: usize) -> Edit {
        let with = with.into();
        Edit { range: at, select: (at.0 + caret, at.0 + caret), with }
    }
}

/// A key with an effect of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Tab; with shift.
    Tab(bool),
    /// Enter.
    Enter,
    /// Backspace.
    Backspace,
    /// Toggle line comments.
    Comment,
    /// Any other character.
    Char(char),
}

/// What `key` does with `text` when `sel` (bytes, start ≤ end) is selected; none leaves the key
/// to the text area.
pub fn edit(text: &str, sel: (usize, usize), key: Key) -> Option<Edit> {
    let (a, b) = (sel.0.min(text.len()), sel.1.min(text.len()));
    let after = text[b..].chars().next();
    let before = text[..a].chars().next_back();
    match key {
        Key::Tab(false) if a == b => Some(Edit::insert((a, b), "\t", 1)),
        Key::Tab(back) => Some(shift(text, (a, b), back)),
        Key::Comment => Some(comment(text, (a, b))),
        Key::Enter => {
            let line = &text[line_start(text, a)..a];
            let indent: String = line.chars().take_while(|c| *c == '\t' || *c == ' ').collect();
            let opens = line.trim_end().ends_with(['{', '(', '[', ':']);
            let mut with = format!("\n{indent}");
            if opens {
                with.push('\t');
            }
            let caret = with.len();
            let closes = matches!((before, after), (Some('{'), Some('}')) | (Some('('), Some(')')));
            if a == b && closes {
                with.push_str(&format!("\n{indent}"));
            }
            Some(Edit::insert((a, b), with, caret))
        }
        Key::Backspace => {
            let pair = before.and_then(closing);
            (a == b && a > 0 && pair.is_some() && pair == after)
                .then(|| Edit::insert((a - 1, b + 1), "", 0))
        }
        Key::Char('}') if a == b && text[line_start(text, a)..a].trim().is_empty() => {
            // A closing brace on an indented empty line belongs one level further out.
            let start = line_start(text, a);
            let indent = &text[start..a];
            let kept = indent.strip_suffix('\t').unwrap_or(indent);
            // The brace that was closed by itself stands on the next line: step over to it.
            let own = text[b..].strip_prefix('\n').and_then(|next| next.strip_prefix(kept));
            if own.is_some_and(|next| next.starts_with('}')) && balanced(text) {
                let range = (start, b + 1 + kept.len() + 1);
                return Some(Edit::insert(range, format!("{kept}}}"), kept.len() + 1));
            }
            let end = if after == Some('}') { b + 1 } else { b };
            Some(Edit::insert((start, end), format!("{kept}}}"), kept.len() + 1))
        }
        Key::Char(c)
            if a == b && Some(c) == after && matches!(c, ')' | ']' | '}' | '"' | '`' | '\'') =>
        {
            Some(Edit::insert((a, b), "", c.len_utf8()))
        }
        Key::Char(c) => {
            let close = closing(c)?;
            if a < b {
                let with = format!("{c}{}{close}", &text[a..b]);
                return Some(Edit { range: (a, b), with, select: (a + 1, b + 1) });
            }
            let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            let quote = matches!(c, '"' | '`' | '\'');
            if word(after) || quote && (word(before) || before == Some(c)) {
                return None;
            }
            Some(Edit::insert((a, b), format!("{c}{close}"), c.len_utf8()))
        }
    }
}

/// Whether as many braces are closed as opened; those in texts and comments mostly are, too.
fn balanced(text: &str) -> bool {
    text.matches('{').count() == text.matches('}').count()
}

fn closing(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '"' => '"',
        '`' => '`',
        '\'' => '\'',
        _ => return None,
    })
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

/// The whole lines that a selection touches.
fn lines(text: &str, sel: (usize, usize)) -> (usize, usize) {
    let start = line_start(text, sel.0);
    let last = if sel.1 > sel.0 && text[..sel.1].ends_with('\n') { sel.1 - 1 } else { sel.1 };
    let end = text[last..].find('\n').map_or(text.len(), |i| last + i);
    (start, end)
}

fn each_line(text: &str, sel: (usize, usize), f: impl Fn(&str) -> String) -> Edit {
    let range = lines(text, sel);
    let with = text[range.0..range.1].split('\n').map(f).collect::<Vec<_>>().join("\n");
    let end = range.0 + with.len();
    let select = if sel.0 == sel.1 {
        let moved = (sel.1 + with.len()).saturating_sub(range.1 - range.0).max(range.0).min(end);
        (moved, moved)
    } else {
        (range.0, end)
    };
    Edit { range, with, select }
}

fn shift(text: &str, sel: (usize, usize), back: bool) -> Edit {
    each_line(text, sel, |l| {
        if back {
            l.strip_prefix('\t').or(l.strip_prefix("    ")).unwrap_or(l).to_string()
        } else if l.is_empty() {
            String::new()
        } else {
            format!("\t{l}")
        }
    })
}

fn comment(text: &str, sel: (usize, usize)) -> Edit {
    let (a, b) = lines(text, sel);
    let all = text[a..b]
        .split('\n')
        .filter(|l| !l.trim().is_empty())
        .all(|l| l.trim_start().starts_with("//"));
    each_line(text, sel, |l| {
        let body = l.trim_start();
        let indent = &l[..l.len() - body.len()];
        if body.is_empty() {
            l.to_string()
        } else if all {
            let bare = body.trim_start_matches("//");
            format!("{indent}{}", bare.strip_prefix(' ').unwrap_or(bare))
        } else {
            format!("{indent}// {body}")
        }
    })
}

/// UTF-16 units (what the browser counts) to bytes.
pub fn to_byte(text: &str, units: usize) -> usize {
    let mut n = 0;
    for (i, c) in text.char_indices() {
        if n >= units {
            return i;
        }
        n += c.len_utf16();
    }
    text.len()
}

/// Bytes to UTF-16 units.
pub fn to_unit(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(i, _)| *i < byte).map(|(_, c)| c.len_utf16()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the selection's ends in both texts.
    fn check(before: &str, key: Key, after: Option<&str>) {
        let a = before.find('|').unwrap();
        let text = before.replacen('|', "", 1);
        let b = text.find('|').unwrap_or(a);
        let text = text.replacen('|', "", 1);
        let shown = edit(&text, (a, b), key).map(|e| {
            let mut s = format!("{}{}{}", &text[..e.range.0], e.with, &text[e.range.1..]);
            s.insert(e.select.1, '|');
            if e.select.0 != e.select.1 {
                s.insert(e.select.0, '|');
            }
            s
        });
        assert_eq!(shown.as_deref(), after, "{before:?} {key:?}");
    }

    #[test]
    fn enter_keeps_and_opens_indents() {
        check("\tx := 1|", Key::Enter, Some("\tx := 1\n\t|"));
        check("for {|}", Key::Enter, Some("for {\n\t|\n}"));
        check("\tcase x:|", Key::Enter, Some("\tcase x:\n\t\t|"));
    }

    #[test]
    fn brackets_close_and_step_over() {
        check("f|", Key::Char('('), Some("f(|)"));
        check("f(|)", Key::Char(')'), Some("f()|"));
        check("f(|)", Key::Backspace, Some("f|"));
        check("|x", Key::Char('('), None);
        check("|ab|", Key::Char('('), Some("(|ab|)"));
        check("it|", Key::Char('\''), None);
        check("{\n\t|", Key::Char('}'), Some("{\n}|"));
        check("f {\n\tx\n\t|\n}", Key::Char('}'), Some("f {\n\tx\n}|"));
        check("f {\n\tif {\n\t\t|\n}", Key::Char('}'), Some("f {\n\tif {\n\t}|\n}"));
    }

    #[test]
    fn tab_and_comment_work_on_lines() {
        check("|a\nb|", Key::Tab(false), Some("|\ta\n\tb|"));
        check("|\ta\n\tb|", Key::Tab(true), Some("|a\nb|"));
        check("\tx|", Key::Comment, Some("\t// x|"));
        check("\t// x|", Key::Comment, Some("\tx|"));
        check("a|", Key::Tab(false), Some("a\t|"));
    }

    #[test]
    fn positions_survive_wide_characters() {
        let text = "a世𝄞b";
        assert_eq!(to_byte(text, 4), 8);
        assert_eq!(to_unit(text, 8), 4);
        assert_eq!(to_byte(text, 99), text.len());
    }
}
