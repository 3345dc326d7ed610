//! Instructions of small functions: values, assignments, channels, maps.

mod common;

use common::check;
use expect_test::expect;

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
