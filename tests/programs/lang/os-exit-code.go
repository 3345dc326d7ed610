// os.Exit skips deferred calls.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never")
	fmt.Println("out")
	fmt.Fprintln(os.Stderr, "err")
	os.Exit(3)
}
