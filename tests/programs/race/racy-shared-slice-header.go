// Reading len while another appends.
package main

import "fmt"

func main() {
	s := []int{1}
	done := make(chan bool)
	go func() {
		s = append(s, 2)
		close(done)
	}()
	fmt.Println(len(s) > 0)
	<-done
}
