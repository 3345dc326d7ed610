package main

import (
	"fmt"
	"sync"
)

type Fork struct{ sync.Mutex }

type Philosopher struct {
	id          int
	left, right *Fork
	meals       int
}

func (p *Philosopher) dine(n int, host chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	for p.meals < n {
		host <- struct{}{}
		p.left.Lock()
		p.right.Lock()
		p.meals++
		p.right.Unlock()
		p.left.Unlock()
		<-host
	}
}

func main() {
	const n = 5
	forks := make([]*Fork, n)
	for i := 0; i < n; i++ {
		forks[i] = new(Fork)
	}
	var ps [n]*Philosopher
	host := make(chan struct{}, n-1)
	wg := new(sync.WaitGroup)
	for i := range ps {
		ps[i] = &Philosopher{id: i, left: forks[i], right: forks[(i+1)%n]}
		wg.Add(1)
		go ps[i].dine(3, host, wg)
	}
	wg.Wait()
	for _, p := range ps {
		fmt.Printf("philosopher %d ate %d times\n", p.id+1, p.meals)
	}
}
