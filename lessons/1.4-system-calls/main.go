package main

import (
	"fmt"
	"os"
	"sync"
	"syscall"
	"time"
)

const (
	disks   = 3 //param 0..6
	sockets = 3 //param 0..6
)

var wg sync.WaitGroup

// disk blocks in a system call, as a read of a slow disk would.
func disk(id int) {
	defer wg.Done()
	wait := syscall.NsecToTimespec(int64(50+10*id) * 1e6)
	syscall.Nanosleep(&wait, nil)
	fmt.Println("disk", id, "is done")
}

// socket reads from a pipe; pipes and sockets go through the network poller.
func socket(in *os.File) {
	defer wg.Done()
	text := make([]byte, 1)
	in.Read(text)
	fmt.Println("socket got", string(text))
}

func main() {
	wg.Add(disks + sockets)
	var ends []*os.File
	for range sockets {
		in, out, _ := os.Pipe()
		ends = append(ends, out)
		go socket(in)
	}
	for id := range disks {
		go disk(id)
	}
	for i, out := range ends {
		time.Sleep(10 * time.Millisecond)
		out.Write([]byte{byte('a' + i)})
	}
	wg.Wait()
}
