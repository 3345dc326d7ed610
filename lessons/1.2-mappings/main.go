package main

import (
	"fmt"
	"sync"
	"syscall"
)

const (
	pause = 2   //param 1..20
	work  = 200 //param 50..500
)

var wg sync.WaitGroup

func counter() {
	defer wg.Done()
	sum := 0
	for i := range work {
		sum += i
	}
	fmt.Println("counted to", sum)
}

func reader() {
	defer wg.Done()
	wait := syscall.NsecToTimespec(pause * 1e6)
	syscall.Nanosleep(&wait, nil) // blocks in the kernel, as a slow disk would
	fmt.Println("reader is back")
}

func main() {
	wg.Add(2)
	go counter()
	go reader()
	wg.Wait()
}
