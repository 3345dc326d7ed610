// Setting a channel variable to nil takes its case out of a select.
package main

import "fmt"

func produce(n, from int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- from + i
		}
	}()
	return c
}

func main() {
	a, b := produce(4, 0), produce(3, 100)
	sum, count := 0, 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			sum += v
			count++
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			sum += v
			count++
		}
	}
	fmt.Println(count, sum)
}
