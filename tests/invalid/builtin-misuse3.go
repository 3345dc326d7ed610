package main

func main() {
	s := []int{1}
	m := map[string]int{}
	_ = new()
	panic()
	panic(1, 2)
	_ = min(1, "a")
	_ = max()
	clear(5)
	print(m...)
	len := 3
	_ = len("x")
	_ = recover(1)
	close(s)
	_ = complex(1, "x")
	_ = real(5)
}
