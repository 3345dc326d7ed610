// What nil values can do.
package main

import "fmt"

type list struct{ next *list }

func (l *list) len() int {
	if l == nil {
		return 0
	}
	return 1 + l.next.len()
}

type errT struct{}

func (*errT) Error() string { return "errT" }

func find(ok bool) *errT {
	if ok {
		return nil
	}
	return &errT{}
}

func main() {
	var s []int
	for range s {
		fmt.Println("never")
	}
	s = append(s, s...)
	fmt.Println(s == nil, len(s[0:0]), append(s, 1))
	var m map[string]int
	for range m {
	}
	v, ok := m["x"]
	fmt.Println(v, ok, len(m))
	var l *list
	fmt.Println(l.len(), (&list{&list{}}).len())
	var e error = find(true)
	fmt.Println(e == nil, e != nil)
	var f func(int) = nil
	fmt.Println(f == nil)
	var p *[3]int
	fmt.Println(len(p), cap(p))
	for i := range p {
		fmt.Print(i)
	}
	fmt.Println()
	var i interface{ len() int } = l
	fmt.Println(i.len(), i == nil, i == (*list)(nil))
	var c chan int
	fmt.Println(len(c), cap(c), c == nil)
}
