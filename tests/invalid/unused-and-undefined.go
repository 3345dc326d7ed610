package main

import (
	"fmt"
	"os"
)

func main() {
	x := 5
	y := undefinedThing
	var z string
	for i, v := range []int{1, 2} {
		fmt.Println(v)
	}
}
