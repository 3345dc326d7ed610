package main

import (
	"fmt"
	"time"
)

const beat = 100 //param 50..200
const task = 250 //param 0..400

var start = time.Now()

func say(what string) {
	fmt.Println(time.Since(start).Round(10*time.Millisecond), what)
}

func worker(jobs <-chan string, done chan struct{}) {
	ticker := time.NewTicker(beat * time.Millisecond)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			say("alive")
		case job := <-jobs:
			say("begin " + job)
			time.Sleep(task * time.Millisecond)
			say("end " + job)
		case <-done:
			say("stopped")
			done <- struct{}{}
			return
		}
	}
}

func main() {
	jobs := make(chan string)
	done := make(chan struct{})
	go worker(jobs, done)
	time.Sleep(220 * time.Millisecond)
	jobs <- "job"
	time.Sleep(450 * time.Millisecond)
	done <- struct{}{}
	<-done
}
