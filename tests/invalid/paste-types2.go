package main

import (
	"fmt"
	"time"
)

func main() {
	n := 3
	time.Sleep(n * time.Second)
	d := time.Duration(1.5) * time.Second
	var ms int = time.Millisecond
	if n {
	}
	for n {
	}
	if n = 3; n > 2 {
	}
	if n == nil || d == "1s" {
	}
	var p *int = n
	fmt.Println(*n, &3, p, ms, !n, -"x", n.x)
}
