package main

import "fmt"

const (
	waiting = 2 //param 0..3
	reads   = 4 //param 1..6
)

func careless(what string, f func()) {
	defer func() {
		fmt.Println(what, "-", recover())
	}()
	f()
}

func main() {
	parcels := make(chan int, 3)
	for p := range waiting {
		parcels <- 10 + p
	}
	close(parcels)

	for range reads {
		v, ok := <-parcels
		fmt.Println(v, ok)
	}

	var none chan int
	careless("send", func() { parcels <- 99 })
	careless("close again", func() { close(parcels) })
	careless("close nil", func() { close(none) })
}
