package main

import (
	"fmt"
	"maths"
	"string"
	"sync/mutex"
)

func main() {
	fmt.Println(maths.Pi, string.ToUpper("x"))
	var m mutex.Mutex
}
