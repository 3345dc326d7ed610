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

#[test]
fn conditions_are_fused_with_jumps() {
    check(
        "func f(a, b int, s string, x float64) int {
            if a < b && s == \"x\" || !(x > 1.5) { return 1 }
            return 2
        }",
        expect![[r#"
            func main.f results=1 params=4 regs=6
               3    0 JLeI r2 r1 ->3
                    1 Str r5 "x"
                    2 JEqS r3 r5 ->5
                    3 Const r5 #0x3ff8000000000000
                    4 JLtF r5 r4 ->7
                    5 Int r0 #1
                    6 Ret
               4    7 Int r0 #2
                    8 Ret
        "#]],
    );
}

#[test]
fn loops_test_at_the_end() {
    check(
        "func sum(xs []int) int { n := 0; for i := 0; i < len(xs); i++ { n += xs[i] }; for _, x := range xs { n -= x }; for i := range 10 { n ^= i }; return n }",
        expect![[r#"
            func main.sum results=1 params=2 regs=9
               2    0 Int r3 #0
                    1 Int r4 #0
                    2 SliceLen r5 r1
                    3 JLeI r5 r4 ->9
                    4 Index r5 r1 r4
                    5 AddI r3 r3 r5
                    6 AddIK r4 r4 #1
                    7 SliceLen r5 r1
                    8 JLtI r4 r5 ->4
                    9 Mov2 r4 r1
                   10 SliceLen r6 r4
                   11 Int r7 #0
                   12 JLeIK r6 #0 ->16
                   13 Index r8 r4 r7
                   14 SubI r3 r3 r8
                   15 IncJLtI r7 r6 ->13
                   16 Int r4 #10
                   17 Int r5 #0
                   18 JLeIK r4 #0 ->21
                   19 Xor r3 r3 r5
                   20 IncJLtI r5 r4 ->19
                   21 Mov r0 r3
                   22 Ret
        "#]],
    );
}

#[test]
fn captured_variables_are_copied_or_boxed() {
    check(
        "func f(a int) func() int { b := a * 2; c := 0; return func() int { c += a + b; return c } }",
        expect![[r#"
            func main.f results=1 params=1 regs=7
               2    0 MulIK r2 r1 #2
                    1 Int r4 #0
                    2 New r3 <int> ; c int
                    3 Store r3 +0 r4
                    4 Mov r4 r3
                    5 Mov r5 r1
                    6 Mov r6 r2
                    7 Closure r0 r4 main.f.func1
                    8 Ret
            func main.f.func1 results=1 params=0 regs=7 captures=3
               2    0 Capture r1 0 3
                    1 Load r4 r1 +0
                    2 AddI r6 r2 r3
                    3 AddI r5 r4 r6
                    4 Store r1 +0 r5
                    5 Load r0 r1 +0
                    6 Ret
        "#]],
    );
}

#[test]
fn loop_variables_are_per_iteration() {
    check(
        "func f() (fs []func()) { for i := 0; i < 3; i++ { fs = append(fs, func() { i++ }) }; return }",
        expect![[r#"
            func main.f results=2 params=0 regs=5
               2    0 Zero r0 2
                    1 Int r3 #0
                    2 New r2 <int> ; i int
                    3 Store r2 +0 r3
                    4 Load r3 r2 +0
                    5 JGeIK r3 #3 ->17
                    6 Closure r3 r2 main.f.func1
                    7 Append r0 r0 r3
                    8 Ext 0 1 <func()>
                    9 Load r3 r2 +0
                   10 New r2 <int>
                   11 Store r2 +0 r3
                   12 Load r3 r2 +0
                   13 AddIK r4 r3 #1
                   14 Store r2 +0 r4
                   15 Load r3 r2 +0
                   16 JLtIK r3 #3 ->6
                   17 Ret
            func main.f.func1 results=0 params=0 regs=3 captures=1
               2    0 Capture r0 0 1
                    1 Load r1 r0 +0
                    2 AddIK r2 r1 #1
                    3 Store r0 +0 r2
                    4 Ret
        "#]],
    );
    check(
        "//go:build go1.21\n\npackage main\nfunc f() (fs []func()) { for i := 0; i < 3; i++ { fs = append(fs, func() { i++ }) }; return }",
        expect![[r#"
            func main.f results=2 params=0 regs=5
               4    0 Zero r0 2
                    1 Int r3 #0
                    2 New r2 <int> ; i int
                    3 Store r2 +0 r3
                    4 Load r3 r2 +0
                    5 JGeIK r3 #3 ->14
                    6 Closure r3 r2 main.f.func1
                    7 Append r0 r0 r3
                    8 Ext 0 1 <func()>
                    9 Load r3 r2 +0
                   10 AddIK r4 r3 #1
                   11 Store r2 +0 r4
                   12 Load r3 r2 +0
                   13 JLtIK r3 #3 ->6
                   14 Ret
            func main.f.func1 results=0 params=0 regs=3 captures=1
               4    0 Capture r0 0 1
                    1 Load r1 r0 +0
                    2 AddIK r2 r1 #1
                    3 Store r0 +0 r2
                    4 Ret
        "#]],
    );
}

#[test]
fn structs_lie_in_registers() {
    check(
        "type P struct { x, y int }
        func add(p, q P) P { p.x += q.x; return P{p.x, p.y + q.y} }
        func same(p, q P) bool { return p == q }",
        expect![[r#"
            func main.add results=2 params=4 regs=6
               3    0 AddI r2 r2 r4
                    1 Mov r0 r2
                    2 AddI r1 r3 r5
                    3 Ret
            func main.same results=1 params=4 regs=5
               4    0 EqN x2 r0 r1 r3
                    1 Ret
        "#]],
    );
}

#[test]
fn methods_through_interfaces_and_embedding() {
    check(
        "type I interface { M(int) string }
        type T struct { s string; n int }
        func (t T) M(int) string { return t.s }
        type E struct { k int; *T }
        func f(i I) string { return i.M(1) }
        func g(e E) string { return f(e) + e.M(2) }",
        expect![[r#"
            func main.f results=1 params=2 regs=6
               6    0 Int r5 #1
                    1 CallIface r3 r1 .M ; i main.I
                    2 Mov r0 r3
                    3 Ret
            func main.g results=1 params=2 regs=8
               7    0 Iface r4 r1 <main.E>
                    1 Call r3 main.f
                    2 LoadN x2 r5 r2 +0
                    3 Int r7 #2
                    4 Call r4 main.T.M ; e main.E
                    5 Concat r0 r3 r4
                    6 Ret
            func main.T.M results=1 params=3 regs=4
               4    0 Mov r0 r1
                    1 Ret
            func main.T.M results=1 params=2 regs=7 wrapper
               4    0 LoadN x2 r4 r1 +0
                    1 Mov r6 r2
                    2 Call r3 main.T.M
                    3 Mov r0 r3
                    4 Ret
            func main.E.M results=1 params=2 regs=7 wrapper
               4    0 Load r6 r1 +1
                    1 LoadN x2 r4 r6 +0
                    2 Mov r6 r2
                    3 Call r3 main.T.M
                    4 Mov r0 r3
                    5 Ret
        "#]],
    );
}

#[test]
fn deferred_calls_and_recover() {
    check(
        "func f(n int) (r int) { defer func() { if recover() != nil { r = -1 } }(); return 10 / n }",
        expect![[r#"
            func main.f results=1 params=1 regs=5 recover=7
               2    0 New r2 <int>
                    1 Int r0 #0
                    2 Closure r3 r2 main.f.func1
                    3 DeferClosure r4 r3
                    4 Int r4 #10
                    5 DivI r3 r4 r1
                    6 Store r2 +0 r3
                    7 RunDefers
                    8 Load r0 r2 +0
                    9 Ret
            func main.f.func1 results=0 params=0 regs=3 captures=1
               2    0 Capture r0 0 1
                    1 Recover r1
                    2 JEqIK r1 #0 ->5
                    3 Int r1 #-1
                    4 Store r0 +0 r1
                    5 Ret
        "#]],
    );
}

#[test]
fn swaps_and_parallel_assignment() {
    check(
        "func f(a, b int, xs []int) (int, int) { a, b = b, a; a, xs[a] = 1, b; return a, b }",
        expect![[r#"
            func main.f results=2 params=4 regs=9
               2    0 Mov r6 r3
                    1 Mov r7 r2
                    2 Mov r2 r6
                    3 Mov r3 r7
                    4 Mov r6 r2
                    5 Int r7 #1
                    6 Mov r8 r3
                    7 Mov r2 r7
                    8 SetIndex r4 r6 r8
                    9 Mov r0 r2
                   10 Mov r1 r3
                   11 Ret
        "#]],
    );
}

#[test]
fn calls_are_made_before_variables_are_read() {
    check(
        "var g int
        func inc() int { g++; return g }
        func f() int { return g + inc() }",
        expect![[r#"
            func main.inc results=1 params=0 regs=3
               3    0 LoadG r1 main.g
                    1 AddIK r2 r1 #1
                    2 StoreG r2 main.g
                    3 LoadG r0 main.g
                    4 Ret
            func main.f results=1 params=0 regs=3
               4    0 Call r1 main.inc
                    1 LoadG r2 main.g
                    2 AddI r0 r2 r1
                    3 Ret
        "#]],
    );
}

#[test]
fn channels_and_select() {
    check(
        "func f(a chan int, b chan<- string) (n int) {
            a <- 1
            v, ok := <-a
            if ok { n = v }
            select {
            case n = <-a:
            case b <- \"x\":
                return 7
            default:
            }
            for v := range a { n += v }
            return
        }",
        expect![[r#"
            func main.f results=1 params=2 regs=11
               2    0 Int r0 #0
               3    1 Int r3 #1
                    2 Send r1 r3 ; a chan int
               4    3 Recv2 r3 r1 ; a chan int
               5    4 JFalse r4 ->6
                    5 Mov r0 r3
               7    6 Mov r5 r1
               8    7 Mov r8 r2
                    8 Str r9 "x"
               6    9 Select r10 table0
                        case r6 = <-r5
                        case r8 <- r9
                        default
               7   10 JNeIK r10 #0 ->13
                   11 Mov r0 r6
                   12 Jmp ->16
               8   13 JNeIK r10 #1 ->16
               9   14 Int r0 #7
                   15 Ret
              12   16 Mov r5 r1
                   17 Recv2 r6 r5 ; a chan int
                   18 JFalse r7 ->22
                   19 Mov r8 r6
                   20 AddI r0 r0 r8
                   21 Jmp ->17
              13   22 Ret
        "#]],
    );
}

#[test]
fn range_over_a_function() {
    check(
        "func f(seq func(yield func(int) bool)) int {
            n := 0
            for v := range seq {
                if v == 3 { continue }
                if v > 9 { return v }
                n += v
            }
            return n
        }",
        expect![[r#"
            func main.f results=1 params=1 regs=10
               2    0 New r2 <int>
               3    1 Int r4 #0
                    2 New r3 <int> ; n int
                    3 Store r3 +0 r4
               4    4 Mov r4 r1
                    5 New r5 <[2]int>
                    6 Mov r7 r3
                    7 Mov r8 r2
                    8 Mov r9 r5
                    9 Closure r6 r7 main.f-range1
                   10 CallClosure r6 r4
                   11 Load r6 r5 +0
                   12 JNeIK r6 #1 ->14
                   13 Throw "range function recovered a loop body panic and did not resume panicking"
                   14 Int r6 #3
                   15 Store r5 +0 r6
                   16 Load r6 r5 +1
                   17 JNeIK r6 #1 ->20
                   18 Load r0 r2 +0
                   19 Ret
               9   20 Load r4 r3 +0
                   21 Store r2 +0 r4
                   22 Load r0 r2 +0
                   23 Ret
            func main.f-range1 results=1 params=1 regs=7 captures=3
               4    0 Capture r2 0 3
                    1 Load r5 r4 +0
                    2 JEqIK r5 #0 ->8
                    3 JNeIK r5 #1 ->5
                    4 Throw "range function continued iteration after loop body panic"
                    5 JNeIK r5 #2 ->7
                    6 Throw "range function continued iteration after function for loop body returned false"
                    7 Throw "range function continued iteration after whole loop exit"
                    8 Int r5 #1
                    9 Store r4 +0 r5
               5   10 JNeIK r1 #3 ->15
                   11 Int r5 #0
                   12 Store r4 +0 r5
                   13 Int r0 #1
                   14 Ret
               6   15 JLeIK r1 #9 ->23
                   16 Store r3 +0 r1
                   17 Int r5 #2
                   18 Store r4 +0 r5
                   19 Int r5 #1
                   20 Store r4 +1 r5
                   21 Int r0 #0
                   22 Ret
               7   23 Load r5 r2 +0
                   24 AddI r6 r5 r1
                   25 Store r2 +0 r6
               8   26 Int r5 #0
                   27 Store r4 +0 r5
                   28 Int r0 #1
                   29 Ret
        "#]],
    );
}

#[test]
fn switches() {
    check(
        "func f(n int, x any) string {
            switch n {
            case 1, 2:
                fallthrough
            case 3:
                return \"small\"
            }
            switch v := x.(type) {
            case nil: return \"nil\"
            case string: return v
            case error, interface{ String() string }: return \"method\"
            }
            return \"\"
        }",
        expect![[r#"
            func main.f results=1 params=3 regs=6
               4    0 JEqIK r1 #1 ->4
                    1 JEqIK r1 #2 ->4
               6    2 JEqIK r1 #3 ->5
                    3 Jmp ->7
               5    4 Jmp ->5
               7    5 Str r0 "small"
                    6 Ret
              10    7 JNeIK r2 #0 ->11
                    8 Mov2 r4 r2
                    9 Str r0 "nil"
                   10 Ret
              11   11 JNotType r2 <string> ->15
                   12 Unbox r4 r2 <string>
                   13 Mov r0 r4
                   14 Ret
              12   15 JNotImpl r2 <error> ->17
                   16 Jmp ->18
                   17 JNotImpl r2 <interface { String() string }> ->21
                   18 Mov2 r4 r2
                   19 Str r0 "method"
                   20 Ret
              14   21 Int r0 #0
                   22 Ret
        "#]],
    );
}

#[test]
fn generic_functions_are_instantiated() {
    check(
        "func max[T int | string](a, b T) T { if a > b { return a }; return b }
        func main() { println(max(1, 2), max(\"a\", \"b\")) }",
        expect![[r#"
            func main.main results=0 params=0 regs=8
               3    0 Int r3 #1
                    1 Int r4 #2
                    2 Call r2 main.max[...]
                    3 Str r4 "a"
                    4 Str r5 "b"
                    5 Call r3 main.max[...]
                    6 Int r6 #2
                    7 MakeSlice r4 r6 r6
                    8 Ext 0 0 <interface {}>
                    9 Iface r6 r2 <int>
                   10 StoreN x2 r4 +0 r6
                   11 Iface r6 r3 <string>
                   12 StoreN x2 r4 +2 r6
                   13 CallNative r4 println
                   14 Ret
            func main.max[...] results=1 params=2 regs=3
               2    0 JLeI r1 r2 ->3
                    1 Mov r0 r1
                    2 Ret
                    3 Mov r0 r2
                    4 Ret
            func main.max[...] results=1 params=2 regs=4
               2    0 LtS r3 r2 r1
                    1 JFalse r3 ->4
                    2 Mov r0 r1
                    3 Ret
                    4 Mov r0 r2
                    5 Ret
        "#]],
    );
}

#[test]
fn narrow_integers_wrap() {
    check(
        "func f(a, b uint8, c int32) (uint8, int32) { return a*b + ^a<<3, c - 1>>b }",
        expect![[r#"
            func main.f results=2 params=3 regs=7
               2    0 MulI r0 r2 r3
                    1 ZExt8 r0 r0
                    2 NotI r6 r2
                    3 ZExt8 r6 r6
                    4 ShlK r5 r6 #3
                    5 ZExt8 r5 r5
                    6 AddI r0 r0 r5
                    7 ZExt8 r0 r0
                    8 Int r6 #1
                    9 ShrI r5 r6 r3
                   10 SubI r1 r4 r5
                   11 SExt32 r1 r1
                   12 Ret
        "#]],
    );
}

#[test]
fn maps_and_slices() {
    check(
        "func f(m map[string][]int, k string) int {
            m[k] = append(m[k], 1, 2)
            s, ok := m[k]
            if !ok { delete(m, k) }
            return len(s[1:]) + cap(s)
        }",
        expect![[r#"
            func main.f results=1 params=2 regs=10
               3    0 MapGet r5 r1 r2
                    1 Ext 0 0 <map[string][]int>
                    2 Int r7 #1
                    3 Int r8 #2
                    4 Append r3 r5 r7
                    5 Ext 0 2 <int>
                    6 MapSet r1 r2 r3
                    7 Ext 0 0 <map[string][]int>
               4    8 MapGet2 r3 r1 r2
                    9 Ext 0 0 <map[string][]int>
               5   10 JTrue r5 ->13
                   11 MapDelete r1 r2
                   12 Ext 0 0 <map[string][]int>
               6   13 Int r9 #1
                   14 Slice 0001 r7 r3 r9
                   15 Ext 0 0 1
                   16 SliceLen r6 r7
                   17 SliceCap r7 r3
                   18 AddI r0 r6 r7
                   19 Ret
        "#]],
    );
}
