// %p, %T and printing of types and nil pointers.
package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

type t[K comparable, V any] struct{}
type f func(int, ...string) (bool, error)

func main() {
	x := 1
	s := fmt.Sprintf("%p", &x)
	fmt.Println(strings.HasPrefix(s, "0x"), s == fmt.Sprintf("%v", &x), fmt.Sprintf("%#p", &x) == s[2:])
	var np *int
	fmt.Printf("%p %v %+v %d %s\n", np, np, np, np, np)
	var e error
	var c chan<- int
	fmt.Printf("%T %T %T %T\n", e, c, np, nil)
	fmt.Printf("%T %T %T\n", t[string, []int]{}, f(nil), func(a int, b ...any) {})
	fmt.Printf("%T %T %T %T\n", map[string][]*int{}, [3]chan<- bool{}, make(<-chan struct{}), struct {
		A int `tag:"x"`
		b string
	}{})
	fmt.Printf("%T %T %T %T\n", errors.New(""), time.Second, &sync.Mutex{}, fmt.Errorf("%w", errors.New("")))
	fmt.Printf("%T %T %T %T\n", 'a', byte(1), rune(2), []byte{})
	fmt.Printf("%T %T %T\n", new(any), []fmt.Stringer{}, new(interface{ M(int) string }))
	fmt.Printf("%v %v %v\n", func() {} == nil, []func(){nil}, struct{ f func() }{})
	var ch chan int
	var fn func()
	fmt.Println(ch, fn == nil)
	fmt.Printf("%v %p %t\n", ch, ch, true)
}
