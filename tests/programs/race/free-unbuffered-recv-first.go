// A receive from an unbuffered channel comes before the send has ended.
package main

func main() {
	c := make(chan int)
	data := 0
	go func() {
		data = 1
		<-c
	}()
	c <- 0
	data++
}
