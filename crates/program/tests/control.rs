//! Instructions of small functions: conditions, loops and switches.

mod common;

use common::check;
use expect_test::expect;

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
