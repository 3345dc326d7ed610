// main may end before the goroutine prints.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	go fmt.Println("goroutine")
	runtime.Gosched()
	fmt.Println("main")
}
