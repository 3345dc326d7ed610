// A request carries its own reply channel.
package main

import "fmt"

type request struct {
	n     int
	reply chan int
}

func server(reqs <-chan request) {
	total := 0
	for r := range reqs {
		total += r.n
		r.reply <- total
	}
}

func main() {
	reqs := make(chan request)
	go server(reqs)
	for i := 1; i <= 4; i++ {
		r := request{i, make(chan int)}
		reqs <- r
		fmt.Println(<-r.reply)
	}
	cc := make(chan chan string, 1)
	c := make(chan string, 1)
	cc <- c
	(<-cc) <- "through"
	fmt.Println(<-c)
}
