package main

import (
	"strings"
	"sync"
	"time"
)

func main() {
	_ = strings.explode("a", 1)
	var mu sync.Mutex
	mu.state = 1
	var t time.Time
	_ = t.wall
	_ = sync.Mutex{state: 1}
	_ = time.sleep
}
