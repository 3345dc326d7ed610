package main

func f() [3]int { return [3]int{} }

func main() {
	x := 5
	_ = x[1:]
	m := map[int]int{}
	_ = m[1:2]
	_ = f()[:]
	_ = [3]int{}[:]
	s := "abc"
	_ = s[1:2:3]
	a := [3]int{}
	_ = a[2:1]
	_ = a[1:9]
	_ = a["x":]
	_ = a[:-1]
	_ = "const"[3:10]
}
