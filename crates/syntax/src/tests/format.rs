//! The formatter against what gofmt prints.

use crate::format;
use expect_test::{Expect, expect};

fn check(src: &str, expect: Expect) {
    let out = match format(src) {
        Ok(text) => text,
        Err(errors) => panic!("{errors:?}"),
    };
    expect.assert_eq(&out);
    assert_eq!(format(&out).as_deref(), Ok(&*out), "formatting twice changes it again");
}

#[test]
fn statements() {
    check(
        "package main\nimport \"fmt\"\nfunc main(){x:=1;if x==1{fmt.Println( x,2 )}else if(x>2){return}else{x++}\nfor i:=0;i<3;i++{continue}\nfor{break}\n\n\n\nL:for k,v:=range m{_=k;_=v;goto L}\nswitch x{case 1,2:f()\ndefault:\n}\nselect{case v:=<-ch:case ch<-1:\n}\nselect{}\ngo func(){defer wg.Done();work()}()\n}",
        expect![[r#"
            package main

            import "fmt"

            func main() {
            	x := 1
            	if x == 1 {
            		fmt.Println(x, 2)
            	} else if x > 2 {
            		return
            	} else {
            		x++
            	}
            	for i := 0; i < 3; i++ {
            		continue
            	}
            	for {
            		break
            	}

            L:
            	for k, v := range m {
            		_ = k
            		_ = v
            		goto L
            	}
            	switch x {
            	case 1, 2:
            		f()
            	default:
            	}
            	select {
            	case v := <-ch:
            	case ch <- 1:
            	}
            	select {}
            	go func() { defer wg.Done(); work() }()
            }
        "#]],
    );
}

#[test]
fn columns() {
    check(
        "package p\ntype T struct {\na int // first\nlonger, b string `tag` // second\n\n*E // embedded\n// own line\nc map[string]int\n}\nconst (\nA = iota // a\nBB\nCCC int = 3 // c\n)\nvar x = map[string]int{\n\"a\": 1, // one\n\"long key\": 2,\n\"b\": 3, \"c\": 4,\n}\n",
        expect![[r#"
            package p

            type T struct {
            	a         int    // first
            	longer, b string `tag` // second

            	*E // embedded
            	// own line
            	c map[string]int
            }

            const (
            	A = iota // a
            	BB
            	CCC int = 3 // c
            )

            var x = map[string]int{
            	"a":        1, // one
            	"long key": 2,
            	"b":        3, "c": 4,
            }
        "#]],
    );
}

#[test]
fn operators() {
    check(
        "package p\nvar x = a+b*c\nvar y = f(a+b*c, a*b)\nvar z = a[i+1:j*2]\nvar w = -x*(y+z)<<2 == 3&&!a||b- -c\nvar v = a[i:j+1]\nvar u=x&^y|z %3\n",
        expect![[r#"
            package p

            var x = a + b*c
            var y = f(a+b*c, a*b)
            var z = a[i+1 : j*2]
            var w = -x*(y+z)<<2 == 3 && !a || b - -c
            var v = a[i : j+1]
            var u = x&^y | z%3
        "#]],
    );
}

#[test]
fn comments() {
    check(
        "// Package p does.\npackage p\n/* before */ func f(/* in */ a int /* after */) { // open\n\n// lone\n\nx() // trailing\n/* a\n   b */\ny( // arg\n1, // one\n2)\n// last\n}\n\n// end\n",
        expect![[r#"
            // Package p does.
            package p

            /* before */
            func f( /* in */ a int /* after */) { // open

            	// lone

            	x() // trailing
            	/* a
            	   b */
            	y( // arg
            		1, // one
            		2)
            	// last
            }

            // end
        "#]],
    );
}

#[test]
fn one_liners() {
    check(
        "package p\nfunc f() { return }\nfunc g() {}\nfunc h() int { x := 1; return x }\ntype I interface { M() }\ntype S struct { a int }\ntype E struct {}\nvar f = func(x int) int { return x*2 }\nfunc long(aaaaaaaaaaaaaaaaaaaaaa int, bbbbbbbbbbbbbbbbbbbbbbbbb int) int { return aaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbb }\n",
        expect![[r#"
            package p

            func f()     { return }
            func g()     {}
            func h() int { x := 1; return x }

            type I interface{ M() }
            type S struct{ a int }
            type E struct{}

            var f = func(x int) int { return x * 2 }

            func long(aaaaaaaaaaaaaaaaaaaaaa int, bbbbbbbbbbbbbbbbbbbbbbbbb int) int {
            	return aaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbb
            }
        "#]],
    );
}

#[test]
fn generics() {
    check(
        "package p\ntype T[P *C,Q any] []P\ntype U[P *C,] struct{}\nfunc F[K comparable,V int|~string](m map[K]V)(k K,err error){return}\ntype N interface{~int|~float64\nString()string}\nvar x=F[int,string](nil)\n",
        expect![[r#"
            package p

            type T[P *C, Q any] []P
            type U[P *C,] struct{}

            func F[K comparable, V int | ~string](m map[K]V) (k K, err error) { return }

            type N interface {
            	~int | ~float64
            	String() string
            }

            var x = F[int, string](nil)
        "#]],
    );
}

#[test]
fn imports() {
    check(
        "package p\nimport (\n\"os\"\n\"fmt\"\n\"fmt\"\n\n\"sync\" // s\n\"context\"\n`bytes`\n\n)\nimport \"x\"\n",
        expect![[r#"
            package p

            import (
            	"fmt"
            	"os"

            	"bytes"
            	"context"
            	"sync" // s
            )
            import "x"
        "#]],
    );
}

#[test]
fn documentation() {
    check(
        "package p\n\n//F does ``this''.\n// A list:\n// - one\n//   more\n// - two\n//\n// Heading\n//\n//    code\n//go:noinline\nfunc F() {}\n",
        expect![[r#"
            package p

            // F does “this”.
            // A list:
            //   - one
            //     more
            //   - two
            //
            // Heading
            //
            //	code
            //
            //go:noinline
            func F() {}
        "#]],
    );
}

#[test]
fn build_lines() {
    check(
        "// Text.\n\npackage p\n\n//go:build   go1.21&&!(a||b)\nfunc f() {}\n",
        expect![[r#"
            // Text.

            //go:build go1.21 && !(a || b)

            package p

            func f() {}
        "#]],
    );
    check(
        "//go:build go1.21\npackage p\n",
        expect![[r#"
        //go:build go1.21

        package p
    "#]],
    );
}

#[test]
fn long_lists() {
    check(
        "package p\nvar x = f(a,\nb,\nc)\nvar y = []int{1,\n2}\nfunc f(a int,\nb string,\n) {\nreturn a,\nb\n}\nvar z = a +\nb\nvar c = x.\nFoo().\nBar(1)\n",
        expect![[r#"
            package p

            var x = f(a,
            	b,
            	c)
            var y = []int{1,
            	2}

            func f(a int,
            	b string,
            ) {
            	return a,
            		b
            }

            var z = a +
            	b
            var c = x.
            	Foo().
            	Bar(1)
        "#]],
    );
}

#[test]
fn odds_and_ends() {
    check(
        "package p\nimport ()\nvar ()\nfunc f() {\nconst ()\nvar (x int)\nL:\n}\nvar n = 0XFF + 0B1 + 1E3 + 07i\ntype F func() (func(int) error)\nvar c <-chan (chan<- int)\nvar q = (((1)))\n",
        expect![[r#"
            package p

            import ()

            var ()

            func f() {
            	const ()
            	var (
            		x int
            	)
            L:
            }

            var n = 0xFF + 0b1 + 1e3 + 7i

            type F func() func(int) error

            var c <-chan (chan<- int)
            var q = (1)
        "#]],
    );
}

#[test]
fn errors() {
    let errors = format("package p\nfunc f( {\n").expect_err("this is broken");
    assert_eq!(errors.len(), 1);
    // Labels are none of the formatter's business.
    assert!(format("package p\n\nfunc f() {\n\tgoto L\n}\n").is_ok());
}
