package main

func main() {
	xs := []int{1}
	for x in xs {
		println(x)
	}
	for (int i = 0; i < 3; i++) {
	}
	foreach x := range xs {
	}
}
