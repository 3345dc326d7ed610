// What may be done with values of a type parameter.
package main

import "fmt"

func length[T ~string | ~[]byte](x T) (int, byte) { return len(x), x[0] }

func total[M ~map[K]V, K comparable, V ~int | ~float64](m M) (t V) {
	for _, v := range m {
		t += v
	}
	clear(m)
	return
}

func count[T ~int8](n T) (out []T) {
	for i := range n {
		out = append(out, i)
	}
	return
}

func last[S ~[]E, E any](s S) (e E, ok bool) {
	if len(s) == 0 {
		return
	}
	return s[len(s)-1], true
}

func sub[S ~[]E, E any](s S, i, j int) S { return s[i:j:j] }

func send[C ~chan<- E | ~chan E, E any](c C, e E) { c <- e }

func call[F ~func(int) int](f F) int { return f(2) }

func field[P interface{ *T }, T any](p P, v T) { *p = v }

func arr[A ~[3]int](a A) (s int) {
	for _, v := range a {
		s += v
	}
	return s + len(a)
}

func bits[T ~uint8 | ~uint16](x T) T { return x<<1 | x>>7&1 ^ ^x&1 }

func swap[T any](a, b *T) { *a, *b = *b, *a }

type pair[A, B any] struct {
	a A
	b B
}

func zip[A, B any](as []A, bs []B) (out []pair[A, B]) {
	for i := range min(len(as), len(bs)) {
		out = append(out, pair[A, B]{as[i], bs[i]})
	}
	return
}

func main() {
	fmt.Println(length("abc"))
	fmt.Println(length([]byte("xy")))
	m := map[string]float64{"a": 1.5, "b": 2}
	fmt.Println(total(m), len(m), count(int8(3)))
	fmt.Println(last([]string{"p", "q"}))
	fmt.Println(last([]int(nil)))
	fmt.Println(sub([]int{1, 2, 3}, 0, 2), cap(sub([]int{1, 2, 3}, 0, 2)))
	c := make(chan int, 1)
	send(c, 5)
	fmt.Println(<-c, call(func(i int) int { return i * 21 }), arr([3]int{1, 2, 3}), bits(uint8(0x81)))
	x, y := "x", "y"
	swap(&x, &y)
	var n int
	field(&n, 9)
	fmt.Println(x, y, n, zip([]int{1, 2}, []string{"a", "b", "c"}))
	v := any(pair[int, bool]{1, true})
	_, ok := v.(pair[int, bool])
	_, ok2 := v.(pair[int, int])
	fmt.Println(ok, ok2)
}
