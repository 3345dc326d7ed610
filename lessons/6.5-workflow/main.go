package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

const orders = 3   //param 1..6
const declined = 2 //param 0..6

type step func(id int, last error) error

func pay(id int, _ error) error {
	time.Sleep(time.Duration(30*id) * time.Millisecond)
	if id == declined {
		return errors.New("card declined")
	}
	return nil
}

func ship(id int, last error) error {
	if last != nil {
		return fmt.Errorf("not shipped: %w", last)
	}
	time.Sleep(20 * time.Millisecond)
	return nil
}

func logged(name string, s step) step {
	return func(id int, last error) error {
		err := s(id, last)
		fmt.Println("order", id, name, "error:", err)
		return err
	}
}

func process(id int, flow []step, running *sync.WaitGroup) {
	defer running.Done()
	var err error
	for _, s := range flow {
		err = s(id, err)
	}
}

func main() {
	flow := []step{logged("pay", pay), logged("ship", ship)}
	var running sync.WaitGroup
	for id := 1; id <= orders; id++ {
		running.Add(1)
		go process(id, flow, &running)
	}
	running.Wait()
}
