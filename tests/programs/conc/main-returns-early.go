// When main returns the program ends, whatever else runs.
package main

import "fmt"

func main() {
	never := make(chan int)
	for range 3 {
		go func() {
			<-never
			fmt.Println("never")
		}()
	}
	fmt.Println("main is done")
}
