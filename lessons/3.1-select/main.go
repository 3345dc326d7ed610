package main

import (
	"fmt"
	"time"
)

const pause = 30 //param 5..60

func source(name string, every time.Duration, out chan<- string) {
	for i := 1; i <= 3; i++ {
		time.Sleep(every)
		out <- fmt.Sprint(name, " ", i)
	}
}

func main() {
	news := make(chan string)
	mail := make(chan string)
	go source("news", 50*time.Millisecond, news)
	go source("mail", 80*time.Millisecond, mail)

	for got := 0; got < 6; {
		select {
		case n := <-news:
			fmt.Println("read", n)
			got++
		case m := <-mail:
			fmt.Println("read", m)
			got++
		default:
			time.Sleep(pause * time.Millisecond)
		}
	}
}
