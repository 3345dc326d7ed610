package main

import "fmt"

func work() (int, error) { return 1, nil }

func main() {
	x := go work()
	v, err := defer work()
	fmt.Println(x, v, err)
}
