package main

func main() {
	a := []int{1, 2, 3}
	_ = a[]
	_ = a[::]
	_ = a[1::2]
	_ = a[:1:]
	_ = a[1:2:3:4]
	_ = a[1, 2]
}
