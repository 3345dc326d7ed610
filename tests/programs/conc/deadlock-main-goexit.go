package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() { fmt.Println("alive") }()
	defer fmt.Println("deferred")
	runtime.Goexit()
}
