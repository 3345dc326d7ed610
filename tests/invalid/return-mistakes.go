package main

import "errors"

func a() int {
	return "x"
}
func b() (int, error) {
	return 1
}
func c() {
	return 1
}
func d() (n int, err error) {
	if true {
		n := 2
		return
	}
	return n, err, 3
}
func e(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return 2
	}
}
func g(x int) int {
	for x < 10 {
		return x
	}
}
func h(x int) int {
	switch x {
	case 1:
		return 1
	}
}
func i() error {
	return nil, errors.New("x")
}
func j() int {
	for {
		break
	}
}
func k() (int, string) {
	return b()
}
func l() int {
	return
}
func main() {
	x := c()
	y, z := a()
	_ = x
}
