package main

import (
	"fmt"
	"time"
)

const (
	stroke = 50  //param 10..100
	way    = 120 //param 0..300
)

func postman(mail chan<- string) {
	time.Sleep(way * time.Millisecond)
	mail <- "letter"
}

func main() {
	mail := make(chan string)
	go postman(mail)
	for painted := 0; ; {
		select {
		case m := <-mail:
			fmt.Println(m, "taken after", painted, "strokes")
			return
		default:
			fmt.Println("nobody at the door, painting on")
			time.Sleep(stroke * time.Millisecond)
			painted++
		}
	}
}
