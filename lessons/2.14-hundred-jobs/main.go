package main

import (
	"fmt"
	"time"
)

const (
	jobs  = 100 //param 1..100
	limit = 10  //param 1..20
)

func job(n int, slots <-chan bool, done chan<- int) {
	time.Sleep(time.Duration(40+n%7) * time.Millisecond)
	done <- n
	<-slots
}

func count(done <-chan int, total chan<- int) {
	sum := 0
	for range jobs {
		sum += <-done
	}
	total <- sum
}

func main() {
	slots := make(chan bool, limit)
	done := make(chan int)
	total := make(chan int)
	go count(done, total)
	most := 0
	for n := 1; n <= jobs; n++ {
		slots <- true
		go job(n, slots, done)
		most = max(most, len(slots))
	}
	fmt.Println("sum", <-total, "most at once", most)
}
