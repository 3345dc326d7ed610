// Pointers, new, escaping locals, pointer to pointer.
package main

import "fmt"

type node struct {
	val  int
	next *node
}

func local() *int {
	x := 5
	return &x
}

func swap(a, b *int) { *a, *b = *b, *a }

func main() {
	p := local()
	q := local()
	*p += 10
	fmt.Println(*p, *q, p == q, p == p)
	a, b := 1, 2
	swap(&a, &b)
	fmt.Println(a, b)
	n := new(int)
	*n = 3
	pp := &n
	**pp = 4
	fmt.Println(*n)
	var list *node
	for i := range 4 {
		list = &node{i, list}
	}
	for x := list; x != nil; x = x.next {
		fmt.Print(x.val, " ")
	}
	fmt.Println()
	s := []int{1, 2, 3}
	e := &s[1]
	*e = 20
	s = append(s, 4)
	*e = 30
	fmt.Println(s[1], *e)
	f := &struct{ a, b int }{1, 2}
	fb := &f.b
	*fb = 7
	fmt.Println(*f)
	arr := &[2]string{"x", "y"}
	arr[0] = "z"
	fmt.Println(*arr, new(string) == nil, *new(bool))
}
