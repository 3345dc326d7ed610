package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	runners = 5 //param 1..8
	ready   = 2 //param 0..5
)

func runner(lane int, gun <-chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	<-gun
	time.Sleep(time.Duration(900+10*lane) * time.Millisecond)
	fmt.Println("lane", lane, "arrives")
}

func main() {
	gun := make(chan struct{})
	var wg sync.WaitGroup
	for lane := 1; lane <= runners; lane++ {
		wg.Add(1)
		go runner(lane, gun, &wg)
	}
	time.Sleep(ready * time.Second)
	fmt.Println("go")
	close(gun)
	wg.Wait()
}
