package main

import (
	"fmt"
	"net/http"
	"sync"
	"syscall"
)

//interleave:net https://mirror.example/* 20ms 200 "a file"

const disks = 3   //param 0..6
const remotes = 3 //param 0..6

var wg sync.WaitGroup

// disk blocks in a system call, as a read of a slow disk would.
func disk(id int) {
	defer wg.Done()
	wait := syscall.NsecToTimespec(int64(50+10*id) * 1e6)
	syscall.Nanosleep(&wait, nil)
	fmt.Println("disk", id, "is done")
}

func remote(id int) {
	defer wg.Done()
	answer, err := http.Get("https://mirror.example/file")
	if err != nil {
		fmt.Println("remote", id, err)
		return
	}
	defer answer.Body.Close()
	fmt.Println("remote", id, "has", answer.Status)
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
