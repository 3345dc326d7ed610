package main

func main() {
	s := []int{1}
	append(s, 2)
	len(s)
	cap(s)
	make([]int, 1)
	new(int)
	min(1, 2)
	complex(1, 2)
	copy(s, s)
	defer append(s, 1)
	go len(s)
}
