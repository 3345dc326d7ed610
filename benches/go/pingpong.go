// A million round trips between two goroutines over unbuffered channels.
package main

const trips = 1_000_000

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range trips {
		ping <- v
		v = <-pong
	}
	close(ping)
	if v != trips {
		panic("a value was lost")
	}
}
