package main

func main() {
	a := [3]int{1, 2, 3}
	_ = a[3]
	_ = a[-1]
	_ = a[1.5]
	_ = a["x"]
	_ = "abc"[5]
	s := []int{}
	_ = s[-1]
	_ = s[2:1]
	_ = a[:4]
	var b [-1]int
	_ = b
}
