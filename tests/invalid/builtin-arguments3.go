package main

func main() {
	copy([]int{}, []string{})
	copy([]int{})
	copy(1, 2)
	close(5)
	close()
	delete([]int{}, 1)
	clear(5)
	_ = min("a", 1)
	_ = max()
	_ = min(true, false)
	panic()
	panic(1, 2)
}
