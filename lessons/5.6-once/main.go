package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	callers = 10  //param 1..20
	dial    = 100 //param 0..200
)

var (
	connect sync.Once
	address string
)

func open() {
	fmt.Println("connecting")
	time.Sleep(dial * time.Millisecond)
	address = "db:5432"
}

func caller(id int, used chan<- string) {
	time.Sleep(time.Duration(id*15) * time.Millisecond)
	connect.Do(open)
	used <- address
}

func main() {
	used := make(chan string)
	for id := range callers {
		go caller(id, used)
	}
	count := map[string]int{}
	for range callers {
		count[<-used]++
	}
	fmt.Println("used", count)
}
