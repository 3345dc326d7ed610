//go:build go1.21

package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	tokens = 2 //param 1..4
	repair = 1 //param 1..2
)

type request struct{ id int }

var wg sync.WaitGroup

func handle(r *request) {
	defer wg.Done()
	time.Sleep(100 * time.Millisecond)
	fmt.Println("handled request", r.id)
}

func serve(queue <-chan *request) {
	sem := make(chan bool, tokens)
	for req := range queue {
		sem <- true
		switch repair {
		case 1: // an argument, evaluated by the go statement
			go func(r *request) { handle(r); <-sem }(req)
		case 2: // a copy: a new variable in each round
			req := req
			go func() { handle(req); <-sem }()
		}
	}
}

func main() {
	queue := make(chan *request, 4)
	wg.Add(4)
	for id := 1; id <= 4; id++ {
		queue <- &request{id}
	}
	close(queue)
	serve(queue)
	wg.Wait()
}
