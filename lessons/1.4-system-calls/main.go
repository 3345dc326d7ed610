package main

import (
	"fmt"
	"sync"
	"syscall"
	"time"
)

const (
	disks   = 3 //param 0..6
	remotes = 3 //param 0..6
)

var wg sync.WaitGroup

// disk blocks in a system call, as a read of a slow disk would.
func disk(id int) {
	defer wg.Done()
	wait := syscall.NsecToTimespec(int64(50+10*id) * 1e6)
	syscall.Nanosleep(&wait, nil)
	fmt.Println("disk", id, "is done")
}

// remote parks its goroutine, as a read from the network would.
func remote(id int) {
	defer wg.Done()
	time.Sleep(time.Duration(15+10*id) * time.Millisecond)
	fmt.Println("remote", id, "has answered")
}

func main() {
	wg.Add(disks + remotes)
	for id := range remotes {
		go remote(id)
	}
	for id := range disks {
		go disk(id)
	}
	wg.Wait()
}
