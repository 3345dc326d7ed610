package main

import (
	"fmt"
	"sync"
	"time"
)

type Server struct {
	mu sync.Mutex
	ch chan int
}

func (s *Server) loop(id int) {
	for v := range s.ch {
		fmt.Println(id, v)
	}
}

func main() {
	s := &Server{ch: make(chan int)}
	for i := 0; i < 2; i++ {
		go s.loop(i)
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		s.mu.Lock()
		s.mu.Lock()
	}()
	go func() {
		select {}
	}()
	go func() {
		var nilch chan bool
		<-nilch
	}()
	go func() {
		c := sync.NewCond(&sync.Mutex{})
		c.L.Lock()
		c.Wait()
	}()
	go func() {
		var rw sync.RWMutex
		rw.RLock()
		rw.Lock()
	}()
	go func() {
		a, b := make(chan int), make(chan string)
		select {
		case <-a:
		case b <- "x":
		}
	}()
	time.Sleep(10 * time.Millisecond)
	wg.Wait()
}
