// A pointer leaks the value.
package main

import "fmt"

func inc(p *int, done chan bool) {
	*p++
	done <- true
}

func main() {
	n := 0
	done := make(chan bool)
	go inc(&n, done)
	go inc(&n, done)
	<-done
	<-done
	fmt.Println(n > 0)
}
