package main

import (
	"fmt"
	"runtime"
	"time"
)

const buffer = 3 //param 0..3

func replica(name string, latency time.Duration, answers chan<- string) {
	time.Sleep(latency)
	answers <- name
}

func fastest() string {
	answers := make(chan string, buffer)
	go replica("Tokyo", 250*time.Millisecond, answers)
	go replica("Paris", 80*time.Millisecond, answers)
	go replica("Lima", 170*time.Millisecond, answers)
	return <-answers
}

func main() {
	fmt.Println("first answer:", fastest())
	time.Sleep(time.Second)
	fmt.Println("still waiting:", runtime.NumGoroutine()-1)
}
