package main

import "fmt"

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

func c(x int) (n int, err error) {
	if x := 2; x > 1 {
		n := 3
		return
	}
	return 1
}

func d() {
	return 1
}

func e() int {
	switch {
	case true:
		return 1
	}
}

func g() int { select {} }

func h() int {
	panic("x")
}

func main() { fmt.Println(d()) }
