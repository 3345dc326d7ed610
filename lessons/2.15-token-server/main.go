//go:build go1.21

package main

import (
	"fmt"
	"sync"
	"time"
)

const tokens = 2 //param 1..4

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
		go func() {
			handle(req)
			<-sem
		}()
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
