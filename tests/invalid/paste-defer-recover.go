package main

import "fmt"

func main() {
	defer fmt.Println
	defer recover
	defer func() {
		if r = recover(); r != nil {
		}
	}
	defer (fmt.Println("x"))
	go func() {}
	defer int(3)
	defer len("x")
	panic()
	panic(1, 2)
}
