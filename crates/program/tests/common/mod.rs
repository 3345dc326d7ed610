//! What the tests of lowering share.

use expect_test::Expect;
use program::Program;

/// Lowers what has no faults.
pub fn lower(source: &str) -> Program {
    let (file, errors) = syntax::parse(source);
    assert_eq!(errors, []);
    let checked = types::check(&[file]);
    assert_eq!(checked.diagnostics, []);
    let program = program::lower(&checked).expect("lowered");
    assert_eq!(program.verify(), Vec::<String>::new());
    program
}

/// The functions of the learner's package, without `init` and `main` if they are empty.
pub fn dump(source: &str) -> String {
    let head = if source.contains("package main") { "" } else { "package main\n" };
    let main = if source.contains("func main()") { "" } else { "\nfunc main() {}\n" };
    // Only what is used is lowered.
    let names = source.split("func ").skip(1).filter_map(|t| t.split_once('(')).map(|t| t.0);
    let is_name = |n: &&str| !n.is_empty() && n.chars().all(char::is_alphanumeric) && *n != "main";
    let used: String = names.filter(is_name).map(|n| format!("var _ = {n}\n")).collect();
    let source = format!("{head}{source}{main}\n{}", if main.is_empty() { "" } else { &used });
    let program = lower(&source);
    let mut out = String::new();
    for f in &program.funcs {
        let empty = f.ops.len() == 1;
        if f.name.starts_with("main.") && &*f.name != "main.init" && !empty {
            out.push_str(&program.dump_func(f));
        }
    }
    out
}

/// The instructions of `source` are these.
pub fn check(source: &str, expected: Expect) {
    expected.assert_eq(&dump(source));
}
