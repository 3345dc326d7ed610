// os.Exit from a goroutine with a deferred call pending in main.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never")
	go func() {
		defer fmt.Println("never either")
		os.Exit(7)
	}()
	select {}
}
