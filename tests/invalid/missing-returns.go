package main

func a(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return -1
	}
}

func b(xs []int) int {
	for _, x := range xs {
		return x
	}
}

func c() int {
	for {
		if true {
			break
		}
	}
}

func d(x any) string {
	switch x.(type) {
	case int:
		return "int"
	}
}

func e() (n int) {
	n = 5
}

func f() int {
L:
	for {
		for {
			break L
		}
	}
}

func g() int {
	for i := 0; i < 10; i++ {
		return i
	}
}

func main() {
	_ = func() int {}
}
