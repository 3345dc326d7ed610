// Arrays are values.
package main

import "fmt"

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3}, change(a), a)
	c := [...]string{2: "c", 0: "a"}
	fmt.Printf("%q %d\n", c, len(c))
	d := [5]int{1: 10, 20, 4: 40}
	fmt.Println(d)
	var m [2][3]int
	m[1][2] = 5
	for i, row := range m {
		for j := range row {
			m[i][j] += i + j
		}
	}
	fmt.Println(m, len(m), len(m[0]))
	p := &a
	p[2] = 30
	for i, v := range p {
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(p), p[0:2])
	for i, v := range a {
		a[2] = 99
		if i == 2 {
			fmt.Println("copy has", v)
		}
	}
	e := [0]int{}
	fmt.Println(e, len(e))
	type grid [2][2]rune
	g := grid{{'a', 'b'}, {'c', 'd'}}
	h := g
	fmt.Println(g == h)
}
