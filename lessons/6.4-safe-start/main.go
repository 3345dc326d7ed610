package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

const limit = 2 //param 1..5
const tasks = 5 //param 4..8

var slots = make(chan bool, limit)
var errs = make(chan error, tasks)
var running sync.WaitGroup

func start(task func() error) {
	slots <- true
	running.Add(1)
	go safely(task)
}

func safely(task func() error) {
	defer running.Done()
	defer func() {
		if r := recover(); r != nil {
			errs <- fmt.Errorf("panic: %v", r)
		}
		<-slots
	}()
	if err := task(); err != nil {
		errs <- err
	}
}

func work(id int) error {
	time.Sleep(time.Duration(10*id+20) * time.Millisecond)
	switch id {
	case 1:
		return errors.New("task 1: disk full")
	case 2:
		panic("task 2: nil pointer")
	}
	fmt.Println("task", id, "done")
	return nil
}

func main() {
	for id := range tasks {
		start(func() error { return work(id) })
	}
	running.Wait()
	close(errs)
	for err := range errs {
		fmt.Println("failed:", err)
	}
}
