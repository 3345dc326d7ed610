//! Instructions for small functions, and the rules of the format for the whole corpus.

use expect_test::{Expect, expect};
use program::Program;

fn lower(source: &str) -> Program {
    let (file, errors) = syntax::parse(source);
    assert_eq!(errors, []);
    let checked = types::check(&[file]);
    assert_eq!(checked.diagnostics, []);
    let program = program::lower(&checked).expect("lowered");
    assert_eq!(program.verify(), Vec::<String>::new());
    program
}

/// The functions of the learner's package, without `init` and `main` if they are empty.
fn dump(source: &str) -> String {
    let source = match source.contains("func main()") {
        true => format!("package main\n{source}"),
        false => format!("package main\n{source}\nfunc main() {{}}\n"),
    };
    let program = lower(&source);
    let mut out = String::new();
    for f in &program.funcs {
        let empty = f.ops.len() == 1;
        if f.name.starts_with("main.") && !empty {
            out.push_str(&program.dump_func(f));
        }
    }
    out
}

fn check(source: &str, expected: Expect) {
    expected.assert_eq(&dump(source));
}
