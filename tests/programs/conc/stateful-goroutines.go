package main

import (
	"fmt"
	"sync"
)

type readOp struct {
	key  int
	resp chan int
}
type writeOp struct {
	key, val int
	resp     chan bool
}

func main() {
	reads := make(chan readOp)
	writes := make(chan writeOp)
	quit := make(chan struct{})
	var owner sync.WaitGroup
	owner.Add(1)
	go func() {
		defer owner.Done()
		state := make(map[int]int)
		for {
			select {
			case read := <-reads:
				read.resp <- state[read.key]
			case write := <-writes:
				state[write.key] += write.val
				write.resp <- true
			case <-quit:
				fmt.Println("state", state)
				return
			}
		}
	}()
	var wg sync.WaitGroup
	for w := 0; w < 10; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 5; i++ {
				op := writeOp{key: w % 3, val: i, resp: make(chan bool)}
				writes <- op
				<-op.resp
			}
		}()
	}
	wg.Wait()
	r := readOp{0, make(chan int)}
	reads <- r
	fmt.Println(<-r.resp)
	close(quit)
	owner.Wait()
}
