package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	workers = 3 //param 1..6
	images  = 7 //param 1..12
)

func source(paths chan<- int) {
	for i := range images {
		paths <- i
	}
	close(paths)
}

func shrink(paths <-chan int, small chan<- int) {
	for p := range paths {
		time.Sleep(time.Duration(40+7*p) * time.Millisecond)
		small <- p
	}
}

func closer(workers *sync.WaitGroup, small chan<- int) {
	workers.Wait()
	close(small)
}

func main() {
	paths, small := make(chan int), make(chan int)
	go source(paths)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() { shrink(paths, small) })
	}
	go closer(&group, small)
	for p := range small {
		fmt.Println("image", p, "is small")
	}
	fmt.Println("all images are small")
}
