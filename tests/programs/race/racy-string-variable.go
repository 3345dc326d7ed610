// A string variable without a lock.
package main

import "fmt"

func main() {
	s := "a"
	done := make(chan bool)
	go func() {
		s += "b"
		close(done)
	}()
	t := s
	<-done
	fmt.Println(len(t) > 0)
}
