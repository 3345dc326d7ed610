package main

import (
	"fmt"
	"sync"
	"time"
)

const batch = 60 //param 50..80
const bad = 70   //param 0..160

type result struct {
	key   int
	valid bool
}

func verify(key int, results chan<- result, running *sync.WaitGroup) {
	defer running.Done()
	time.Sleep(time.Duration(20+key%7) * time.Millisecond)
	results <- result{key, key != bad}
}

func closer(running *sync.WaitGroup, results chan result) {
	running.Wait()
	close(results)
}

func main() {
	found := map[int]bool{}
	for from := 0; from < 150; from += batch {
		second := time.After(time.Second)
		var running sync.WaitGroup
		results := make(chan result)
		for key := from; key < min(from+batch, 150); key++ {
			running.Add(1)
			go verify(key, results, &running)
		}
		go closer(&running, results)
		for r := range results {
			found[r.key] = r.valid
		}
		<-second
		fmt.Println("verified", len(found))
	}
}
