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

#[test]
fn fib() {
    check(
        "func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) }\nfunc main() { println(fib(30)) }",
        expect![[r#"
            func main.main results=0 params=0 regs=7
               3    0 Int r3 #30
                    1 Call r2 main.fib
                    2 Int r5 #1
                    3 MakeSlice r3 r5 r5
                    4 Ext 0 0 <interface {}>
                    5 Iface r5 r2 <int>
                    6 StoreN x2 r3 +0 r5
                    7 CallNative r3 println
                    8 Ret
            func main.fib results=1 params=1 regs=5
               2    0 JGeIK r1 #2 ->3
                    1 Mov r0 r1
                    2 Ret
                    3 AddIK r3 r1 #-1
                    4 Call r2 main.fib
                    5 AddIK r4 r1 #-2
                    6 Call r3 main.fib
                    7 AddI r0 r2 r3
                    8 Ret
        "#]],
    );
}
