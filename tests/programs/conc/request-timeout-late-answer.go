// The answer comes after the timeout; a buffered channel lets the goroutine end.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errTimeout = errors.New("timed out")

func query(wg *sync.WaitGroup, d, limit time.Duration) (string, error) {
	c := make(chan string, 1)
	wg.Go(func() {
		time.Sleep(d)
		c <- fmt.Sprint("after ", d)
	})
	t := time.NewTimer(limit)
	defer t.Stop()
	select {
	case s := <-c:
		return s, nil
	case <-t.C:
		return "", errTimeout
	}
}

func main() {
	var wg sync.WaitGroup
	fmt.Println(query(&wg, time.Millisecond, 5*time.Second))
	fmt.Println(query(&wg, 300*time.Millisecond, 10*time.Millisecond))
	wg.Wait()
	fmt.Println("no goroutine is left")
}
