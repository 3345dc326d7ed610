package main

import (
	"fmt"
	"time"
)

const (
	files = 3 //param 1..6
	looks = 2 //param 1..4
)

func backup(done chan<- struct{}) {
	for f := 1; f <= files; f++ {
		time.Sleep(200 * time.Millisecond)
		fmt.Println("saved file", f)
	}
	close(done)
}

func main() {
	done := make(chan struct{})
	go backup(done)
	fmt.Println("waiting for the backup")
	<-done
	fmt.Println("safe to switch off")

	for range looks {
		_, ok := <-done
		fmt.Println("asked again, ok is", ok)
	}
}
