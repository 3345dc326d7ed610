//! What `go test` looks for in a file: functions by their names, and what examples say that they print.

use crate::ast::{Comment, Decl, File, FuncDecl};

/// What an example says that it prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The text.
    pub text: String,
    /// Whether the lines may come in any order.
    pub unordered: bool,
}

/// Whether a name is the prefix, or the prefix and something that does not begin with a small letter: `TestX`,
/// `Test_x`, not `Testimony` (see `go help testfunc`).
pub fn has_prefix(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix).is_some_and(|rest| !rest.starts_with(char::is_lowercase))
}

/// Whether a file has functions that `go test` runs, by their names.
pub fn has_tests(file: &File) -> bool {
    let prefixes = ["Test", "Benchmark", "Fuzz"];
    funcs(file).any(|f| {
        prefixes.iter().any(|p| has_prefix(&f.name.name, p)) || printed_by(file, f).is_some()
    })
}

/// Whether a file has examples that are run.
pub fn has_examples(file: &File) -> bool {
    funcs(file).any(|f| printed_by(file, f).is_some())
}

fn funcs(file: &File) -> impl Iterator<Item = &FuncDecl> {
    file.decls.iter().filter_map(|d| match d {
        Decl::Func(f) if f.recv.is_none() => Some(&**f),
        _ => None,
    })
}

/// What a function prints if it is an example that is run: one whose last comment begins with `Output:` or
/// `Unordered output:` (see package `go/doc`).
pub fn printed_by(file: &File, f: &FuncDecl) -> Option<Printed> {
    let simple = f.tparams.is_empty() && f.typ.params.is_empty() && f.typ.results.is_empty();
    if !simple || !has_prefix(&f.name.name, "Example") {
        return None;
    }
    let body = f.body.as_ref()?;
    let inside = file.comments.iter().filter(|c| c.pos > body.lbrace && c.end <= body.rbrace);
    let text = text(&last_group(inside));
    let rest = text.trim_start();
    let (rest, unordered) = match cut(rest, "unordered ") {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let rest = cut(rest, "output:")?.trim_start_matches(' ');
    Some(Printed { text: rest.strip_prefix('\n').unwrap_or(rest).to_owned(), unordered })
}

/// What follows a prefix in capital or small letters.
fn cut<'a>(s: &'a str, prefix: &str) -> Option<&'a str> {
    let head = s.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &s[prefix.len()..])
}

/// The last comments that follow each other without an empty line or a statement between.
fn last_group<'a>(comments: impl Iterator<Item = &'a Comment>) -> Vec<&'a Comment> {
    let mut group: Vec<&Comment> = Vec::new();
    for c in comments {
        let goes_on = group.last().is_some_and(|l| c.alone && c.pos.line <= l.end.line + 1)
            && group.first().is_some_and(|f| f.alone);
        if !goes_on {
            group.clear();
        }
        group.push(c);
    }
    group
}

/// The text of comments without their markers, without empty lines at both ends and several in a row, without white
/// space at the ends of lines; every line ends with a newline.
fn text(group: &[&Comment]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for c in group {
        if let Some(l) = c.text.strip_prefix("//") {
            lines.push(l.strip_prefix(' ').unwrap_or(l).trim_end());
        } else {
            let inner = c.text.strip_prefix("/*").unwrap_or(&c.text);
            lines.extend(inner.strip_suffix("*/").unwrap_or(inner).split('\n').map(str::trim_end));
        }
    }
    let mut text = String::new();
    let mut gap = false;
    for l in lines {
        if l.is_empty() {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('\n');
        }
        text.push_str(l);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(body: &str) -> Option<Printed> {
        let source = format!("package p\n\nfunc Example() {{\n{body}}}\n");
        let (file, wrong) = crate::parse(&source);
        assert!(wrong.is_empty(), "{wrong:?}");
        funcs(&file).find_map(|f| printed_by(&file, f))
    }

    fn ordered(text: &str) -> Option<Printed> {
        Some(Printed { text: text.into(), unordered: false })
    }

    #[test]
    fn names() {
        assert!(has_prefix("Test", "Test") && has_prefix("TestX", "Test"));
        assert!(has_prefix("Test_x", "Test") && !has_prefix("Testimony", "Test"));
    }

    #[test]
    fn the_last_comment_counts() {
        assert_eq!(printed("\tx()\n\t// Output: 3\n"), ordered("3\n"));
        assert_eq!(
            printed("\tx() // a\n\t// output:\n\t// 1\n\t//\n\t// 2\n"),
            ordered("1\n\n2\n")
        );
        assert_eq!(printed("\t// Output: 3\n\tx()\n\t// done\n"), None);
        assert_eq!(printed("\tx()\n\t/* Output:\n\ta\n\t*/\n"), ordered("\ta\n"));
        let unordered = Printed { text: "b\na\n".into(), unordered: true };
        assert_eq!(printed("\t// Unordered output:\n\t// b\n\t// a\n"), Some(unordered));
        assert_eq!(printed("\tx()\n"), None);
        assert_eq!(printed("\t// Output:\n"), ordered(""));
    }
}
