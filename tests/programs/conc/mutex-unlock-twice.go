package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	defer fmt.Println("no")
	defer func() { fmt.Println(recover()) }()
	mu.Unlock()
}
