// continue with a label out of a select inside a range.
package main

import "fmt"

func main() {
	c := make(chan int, 4)
	for i := range 4 {
		c <- i
	}
	sum := 0
rounds:
	for r := range 6 {
		select {
		case v := <-c:
			switch {
			case v == 1:
				continue rounds
			case v == 3:
				fmt.Println("last", v)
				break rounds
			}
			sum += v
		}
		fmt.Println("round", r, sum)
	}
	fmt.Println(sum)
}
