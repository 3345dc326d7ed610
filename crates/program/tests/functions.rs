//! Instructions of small functions: calls, closures, methods, defer, generics.

mod common;

use common::check;
use expect_test::expect;

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
