package main

func main() {
	xs := []int{1}
	for i, v := xs {
	}
	for range {
	}
	for i, v, w := range xs {
	}
	for := range xs {
	}
	x := range xs
}
