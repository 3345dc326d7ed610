package main

func main() {
	_ = make([]int, 1, 2, 3)
	_ = make(map[int]int, 1, 2)
	_ = make(chan int, "x")
	_ = make([3]int, 3)
	_ = new()
	_ = new(int, 5)
	_ = append()
	_ = append(1, 2)
	_ = append([]int{}, "a")
	_ = append(nil, 1)
}
