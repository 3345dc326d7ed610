// The consumer tells the producer to stop through a done channel.
package main

import "fmt"

func produce(done <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i * i:
			case <-done:
				return
			}
		}
	}()
	return out
}

func main() {
	done := make(chan struct{})
	c := produce(done)
	for v := range c {
		fmt.Print(v, " ")
		if v > 30 {
			break
		}
	}
	close(done)
	extra := 0
	for range c {
		extra++
	}
	fmt.Println(extra <= 1)
}
