package main

import (
	"fmt"
	"time"
)

const (
	children = 3 //param 1..6
	broken   = 1 //param 0..6
)

type report struct {
	id    int
	panic any
}

func child(id int, reports chan<- report) {
	defer func() {
		reports <- report{id, recover()}
	}()
	time.Sleep(time.Duration(10*(id+1)) * time.Millisecond)
	if id == broken {
		panic("index out of reach")
	}
	fmt.Println("child", id, "is done")
}

func main() {
	reports := make(chan report)
	for id := range children {
		go child(id, reports)
	}
	for range children {
		if r := <-reports; r.panic != nil {
			fmt.Println("parent: child", r.id, "panicked:", r.panic)
		}
	}
	fmt.Println("parent is alive")
}
