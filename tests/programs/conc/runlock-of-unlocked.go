package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	defer func() { fmt.Println("deferred") }()
	mu.RUnlock()
}
