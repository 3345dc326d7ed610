// The first 300 primes through a chain of filters, one goroutine and one channel for each prime.
package main

const primes = 300

func generate(ch chan<- int) {
	for i := 2; ; i++ {
		ch <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if i := <-in; i%prime != 0 {
			out <- i
		}
	}
}

func main() {
	ch := make(chan int)
	go generate(ch)
	last := 0
	for range primes {
		last = <-ch
		next := make(chan int)
		go filter(ch, next, last)
		ch = next
	}
	if last != 1987 {
		panic("not the 300th prime")
	}
}
