package main

import "fmt"

func work(n int) {}

func main() {
	go work
	go work("a")
	go work(1, 2)
	go func(n int) {}()
	go func() {}(5)
	go func() { return 1 }()
	go fmt.Println
	go nil
	go (work(1))
	defer work
	defer 5
	defer recover
}
