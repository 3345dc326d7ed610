package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	cooks = 3  //param 0..5
	dish  = 50 //param 0..100
)

func cook(id int, kitchen *sync.WaitGroup) {
	defer kitchen.Done()
	time.Sleep(time.Duration(id+1) * dish * time.Millisecond)
	fmt.Println("cook", id, "is ready")
}

func waiter(kitchen *sync.WaitGroup, served chan<- bool) {
	kitchen.Wait()
	served <- true
}

func main() {
	var kitchen sync.WaitGroup
	served := make(chan bool)
	for id := range cooks {
		kitchen.Add(1)
		go cook(id, &kitchen)
	}
	go waiter(&kitchen, served)
	go waiter(&kitchen, served)
	<-served
	<-served
	fmt.Println("two waiters carry", cooks, "dishes")
}
