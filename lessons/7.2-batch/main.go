package main

import (
	"fmt"
	"sync"
	"time"
)

const batch = 60 //param 50..80
const bad = 70   //param 0..160

func verify(key int, valid, invalid chan<- int, running *sync.WaitGroup) {
	time.Sleep(time.Duration(20+key%7) * time.Millisecond)
	if key == bad {
		invalid <- key
		return
	}
	valid <- key
	running.Done()
}

func closer(running *sync.WaitGroup, valid, invalid chan int) {
	running.Wait()
	close(valid)
	close(invalid)
}

func main() {
	found := map[int]bool{}
	for from := 0; from < 150; from += batch {
		second := time.After(time.Second)
		var running sync.WaitGroup
		valid, invalid := make(chan int), make(chan int)
		for key := from; key < min(from+batch, 150); key++ {
			running.Add(1)
			go verify(key, valid, invalid, &running)
		}
		go closer(&running, valid, invalid)
		for key := range valid {
			found[key] = true
		}
		for key := range invalid {
			found[key] = false
		}
		<-second
		fmt.Println("verified", len(found))
	}
}
