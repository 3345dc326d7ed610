package main

func a(x int) int {
	if x > 0 {
		return 1
	}
}

func b() int {
	for {
		break
	}
}

func c(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func d() int {}

func e(c chan int) int {
	select {
	case <-c:
		return 1
	default:
	}
}

func main() {}
