package main

func main() {
	s := []int{1}
	append(s, 2)
	s = append(s, "x")
	s = append(s, []int{1})
	s = append(5, 1)
	_ = len(5)
	_ = cap(map[int]int{})
	delete(s, 0)
	m := map[string]int{}
	delete(m, 1)
	copy(s, "abc")
	_ = make(int)
	_ = make([]int)
	_ = make([]int, 5, 2)
	_ = make(map[string]int, "x")
	_ = new(5)
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
