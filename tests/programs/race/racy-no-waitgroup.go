// Reading without waiting.
package main

import (
	"fmt"
	"time"
)

func main() {
	result := ""
	go func() { result = "done" }()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(len(result) >= 0)
}
