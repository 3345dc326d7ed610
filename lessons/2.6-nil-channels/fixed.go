package main

import (
	"fmt"
	"time"
)

const delay = 20 //param 0..50

var mail = make(chan string)

func sender() {
	fmt.Println("sending")
	mail <- "hello"
	fmt.Println("sent")
}

func main() {
	go sender()
	time.Sleep(delay * time.Millisecond)
	fmt.Println("receiving")
	fmt.Println("received", <-mail)
}
