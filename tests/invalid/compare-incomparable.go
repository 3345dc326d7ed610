package main

type S struct{ f []int }

func main() {
	a, b := []int{1}, []int{1}
	_ = a == b
	m, n := map[int]int{}, map[int]int{}
	_ = m == n
	f := func() {}
	_ = f == f
	var s, t S
	_ = s == t
	var k map[[]int]string
	_ = k
	var q struct{}
	_ = q < q
	_ = true < false
}
