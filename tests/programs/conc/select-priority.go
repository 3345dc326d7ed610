// Priority by a nested select with default.
package main

import "fmt"

func main() {
	high, low := make(chan int, 5), make(chan int, 5)
	for i := range 3 {
		low <- i
		high <- i * 100
	}
	for range 6 {
		select {
		case v := <-high:
			fmt.Print("H", v, " ")
		default:
			select {
			case v := <-high:
				fmt.Print("h", v, " ")
			case v := <-low:
				fmt.Print("L", v, " ")
			}
		}
	}
	fmt.Println()
}
