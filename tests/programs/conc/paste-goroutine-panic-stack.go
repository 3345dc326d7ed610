// A panic in a worker started by a method, with deferred calls above it that print.
package main

import (
	"fmt"
	"sync"
	"time"
)

type server struct {
	wg    sync.WaitGroup
	conns map[int]*conn
}

type conn struct {
	id   int
	data []byte
}

func (c *conn) read(n int) byte {
	defer fmt.Println("read done", c.id)
	return c.data[n]
}

func (s *server) serve(c *conn) {
	defer s.wg.Done()
	defer func() { fmt.Println("serving ends", c.id) }()
	for i := 0; ; i++ {
		c.read(i)
	}
}

func (s *server) start() {
	for _, id := range []int{7} {
		s.wg.Add(1)
		go s.serve(s.conns[id])
	}
}

func main() {
	s := &server{conns: map[int]*conn{7: {7, []byte("ab")}}}
	s.start()
	s.wg.Wait()
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
