// Two producers of two values each; four values in six orders.
package main

import "fmt"

func main() {
	c := make(chan string)
	for _, p := range []string{"a", "b"} {
		go func() {
			for i := range 2 {
				c <- fmt.Sprint(p, i)
			}
		}()
	}
	for range 4 {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
}
