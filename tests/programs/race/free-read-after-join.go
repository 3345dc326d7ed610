// Several goroutines, then main alone.
package main

import "fmt"

func main() {
	m := map[int]string{}
	turn := make(chan int)
	done := make(chan bool)
	for i := range 3 {
		go func() {
			<-turn
			m[i] = fmt.Sprint(i)
			done <- true
		}()
	}
	for range 3 {
		turn <- 0
		<-done
	}
	fmt.Println(len(m))
}
