package main

func main() {
	var s string
	for s = range []string{"a"} {
	}
	for s = range 5 {
	}
	var i int8
	for i = range 300 {
	}
	for _, s = range []int{1} {
	}
	for i, s := range "abc" {
		s = "x"
		_ = i
	}
	for i := range "a" {
		i = "b"
	}
	for x.y = range 3 {
	}
	for 1 = range 3 {
	}
}
