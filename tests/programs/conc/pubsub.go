// A broker with subscribers; every subscriber sees every message in order.
package main

import (
	"fmt"
	"sync"
)

type broker struct {
	mu   sync.Mutex
	subs []chan string
}

func (b *broker) subscribe() <-chan string {
	c := make(chan string, 8)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs = append(b.subs, c)
	return c
}

func (b *broker) publish(s string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.subs {
		c <- s
	}
}

func (b *broker) close() {
	for _, c := range b.subs {
		close(c)
	}
}

func main() {
	b := &broker{}
	logs := make([][]string, 3)
	var wg sync.WaitGroup
	for i := range logs {
		c := b.subscribe()
		wg.Go(func() {
			for s := range c {
				logs[i] = append(logs[i], s)
			}
		})
	}
	for _, s := range []string{"one", "two", "three"} {
		b.publish(s)
	}
	b.close()
	wg.Wait()
	fmt.Println(logs)
}
