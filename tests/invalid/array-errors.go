package main

func main() {
	n := 3
	var a [n]int
	var b [3]int = [...]int{1, 2}
	c := [2]int{1, 2, 3}
	var d [...]int
	e := [2]int{5: 1}
	f := [...]int{-1: 2}
	g := [2]string{0: "a", 1.5: "b"}
	h := [1.5]int{}
	i := ["a"]int{}
	_, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i
}
