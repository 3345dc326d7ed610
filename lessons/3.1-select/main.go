package main

import (
	"fmt"
	"time"
)

const (
	letters = 6   //param 1..9
	reading = 100 //param 0..150
)

func source(name string, every time.Duration, out chan<- string) {
	for range letters {
		time.Sleep(every)
		out <- name
	}
}

func main() {
	news := make(chan string)
	mail := make(chan string)
	go source("N", 50*time.Millisecond, news)
	go source("M", 80*time.Millisecond, mail)

	order := ""
	for range 2 * letters {
		select {
		case n := <-news:
			order += n
		case m := <-mail:
			order += m
		}
		time.Sleep(reading * time.Millisecond)
	}
	fmt.Println("read in the order", order)
}
