// All six comparisons on every ordered type.
package main

import "fmt"

type ordered interface {
	~int | ~uint8 | ~float64 | ~string
}

type grade string

func all[T ordered](a, b T) [6]bool {
	return [6]bool{a == b, a != b, a < b, a <= b, a > b, a >= b}
}

func main() {
	fmt.Println(all(1, 2), all(2, 2), all(3, 2))
	fmt.Println(all("a", "b"), all("", ""), all("b", "ab"))
	fmt.Println(all(1.5, -2.5), all(0.0, 0))
	fmt.Println(all(uint8(200), 100), all(grade("A"), "B"))
	s, t := "x", "y"
	fmt.Println(s <= t, s >= t, s != t)
	f, g := 1.0, 2.0
	fmt.Println(f <= g, f >= g, !(f > g))
	b, c := true, false
	fmt.Println(b == c, b != c, b == !c)
	x, y := 'a', 'b'
	fmt.Println(x < y, x >= y, x <= 'a')
	z, w := 1+2i, 1-2i
	fmt.Println(z == w, z != w, real(z) == real(w))
	p, q := new(int), new(int)
	fmt.Println(p == q, p != q, p == p)
	ch, ch2 := make(chan int), make(chan int)
	fmt.Println(ch == ch2, ch != nil)
}
