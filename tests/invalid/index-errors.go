package main

type T struct{}

func main() {
	x := 5
	_ = x[0]
	var m map[string]int
	_ = m[1]
	s := []int{1}
	_ = s["a"]
	_ = s[1.5]
	_ = s[nil]
	_ = s[true]
	_ = T{}[0]
	var p *[]int
	_ = p[0]
	var q *[2]int
	_ = q[5]
	_ = "abc"["a"]
}
