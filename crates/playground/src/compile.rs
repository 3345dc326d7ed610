//! From source to something that runs, or to what is wrong with it.

use program::Program;
use std::rc::Rc;
use syntax::{Comment, Diagnostic, Pos};
use vm::NetRule;

/// Sources larger than this are refused, so that a page stays responsive: bytes.
const MAX_SOURCE: usize = 1 << 20;

/// A program ready to run, any number of times.
#[derive(Clone)]
pub struct Compiled {
    pub(crate) program: Rc<Program>,
    /// What the simulated network answers.
    pub(crate) net: Rc<[NetRule]>,
}

impl Compiled {
    /// The same program from a file at `path`, which its stack traces then show as compiled Go's do: Go records the
    /// absolute path. Without this it is `main.go`.
    #[must_use]
    pub fn located_at(mut self, path: &str) -> Compiled {
        if let Some(main) = Rc::make_mut(&mut self.program).files.first_mut() {
            *main = path.into();
        }
        self
    }
}

/// Compiles a file of Go called `main.go`.
///
/// # Errors
/// gc's diagnostics, in its order, at most ten.
pub fn compile(source: &str) -> Result<Compiled, Vec<Diagnostic>> {
    compile_named(source, "main.go")
}

/// Compiles a file of Go. Its name appears in messages, and one that ends in `_test.go` runs its
/// tests.
///
/// # Errors
/// gc's diagnostics, in its order, at most ten.
pub fn compile_named(source: &str, name: &str) -> Result<Compiled, Vec<Diagnostic>> {
    if source.len() > MAX_SOURCE {
        let at = syntax::Pos { file: 0, line: 1, col: 1 };
        return Err(vec![Diagnostic::new(at, format!("source is larger than {MAX_SOURCE} bytes"))]);
    }
    let (file, wrong) = syntax::parse_named(source, name);
    let net = network(&file.comments);
    let checked = types::check_files(&[file], &[name.into()], wrong);
    if !checked.diagnostics.is_empty() {
        return Err(checked.diagnostics);
    }
    let net = net?;
    Ok(Compiled { program: Rc::new(program::lower(&checked).map_err(bounded)?), net })
}

/// What the source's directives say about the network.
fn network(comments: &[Comment]) -> Result<Rc<[NetRule]>, Vec<Diagnostic>> {
    let (mut rules, mut wrong) = (Vec::new(), Vec::new());
    for c in comments {
        match NetRule::parse(&c.text) {
            Ok(rule) => rules.extend(rule),
            Err(e) => {
                let col = c.pos.col.saturating_add(e.at.try_into().unwrap_or(u16::MAX));
                wrong.push(Diagnostic::new(Pos { col, ..c.pos }, e.message));
            }
        }
    }
    if wrong.is_empty() { Ok(rules.into()) } else { Err(bounded(wrong)) }
}

/// Ten diagnostics at most, as from gc.
fn bounded(mut list: Vec<Diagnostic>) -> Vec<Diagnostic> {
    const MOST: usize = 10;
    if list.len() > MOST {
        list.truncate(MOST);
        list.extend(list.last().map(|d| Diagnostic::new(d.pos, "too many errors")));
    }
    list
}

/// What is wrong with a file of Go; empty if it compiles.
pub fn check(source: &str) -> Vec<Diagnostic> {
    compile(source).err().unwrap_or_default()
}

/// Formats a file of Go as gofmt does.
///
/// # Errors
/// The syntax errors, if there are any; nothing is formatted then.
pub fn format(source: &str) -> Result<String, Vec<Diagnostic>> {
    syntax::format(source)
}

/// Diagnostics as gc prints them: `FILE:LINE:COL: message`, one after the other.
pub fn render(file: &str, diagnostics: &[Diagnostic]) -> String {
    let line = |d: &Diagnostic| match d.pos.is_known() {
        true => format!("{file}:{}:{}: {}\n", d.pos.line, d.pos.col, d.message),
        false => format!("{}\n", d.message),
    };
    diagnostics.iter().map(line).collect()
}
