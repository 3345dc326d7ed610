package main

func main() {
	_ = len(5)
	_ = len()
	_ = len("a", "b")
	_ = cap(map[int]int{})
	_ = make(int)
	_ = make([]int)
	_ = make([]int, "a")
	_ = make([]int, 5, 2)
	_ = make([]int, -1)
	_ = make()
}
