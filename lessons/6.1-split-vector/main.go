package main

import (
	"fmt"
	"time"
)

const (
	items = 1200 //param 100..2400
	most  = 8    //param 2..16
)

func hash(part []int, done chan<- bool) {
	for i, v := range part {
		part[i] = (v*31+i)*(v*17+i)*(v*13+i)%65521*(v*11+i)*(v*7+i)%65519 + i
	}
	done <- true
}

func split(vector []int, parts int) time.Duration {
	start := time.Now()
	done := make(chan bool, parts)
	for p := range parts {
		go hash(vector[p*items/parts:(p+1)*items/parts], done)
	}
	for range parts {
		<-done
	}
	return time.Since(start)
}

func main() {
	vector := make([]int, items)
	split(vector, most) // creates the threads, so that the rounds find them
	alone := split(vector, 1)
	for parts := 2; parts <= most; parts *= 2 {
		took := split(vector, parts)
		fmt.Printf("%d parts: speed-up %.1f\n", parts, float64(alone)/float64(took))
	}
}
