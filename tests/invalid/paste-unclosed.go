package main

import "fmt"

func main() {
	for i := range 3 {
		if i > 1 {
			fmt.Println(i)
	}
}

func other() {
	fmt.Println("x")
}
