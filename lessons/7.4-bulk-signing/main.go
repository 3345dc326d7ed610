package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

const busy = 1    //param 0..3
const signers = 3 //param 1..6

var errBusy = errors.New("key store busy")

func sign(paper, round int) error {
	time.Sleep(time.Duration(60-4*paper) * time.Millisecond)
	if paper == 5 {
		return errors.New("no such paper")
	}
	if paper%3 == 0 && round <= busy {
		return errBusy
	}
	return nil
}

func signAll(todo []int, round int) (again []int) {
	errs := make([]error, len(todo))
	slots := make(chan bool, signers)
	var running sync.WaitGroup
	for i, paper := range todo {
		slots <- true
		running.Go(func() {
			errs[i] = sign(paper, round)
			<-slots
		})
	}
	running.Wait()
	for i, err := range errs {
		fmt.Println("round", round, "paper", todo[i], "error:", err)
		if errors.Is(err, errBusy) {
			again = append(again, todo[i])
		}
	}
	return again
}

func main() {
	todo := []int{0, 1, 2, 3, 4, 5, 6, 7}
	for round := 1; len(todo) > 0; round++ {
		todo = signAll(todo, round)
	}
}
