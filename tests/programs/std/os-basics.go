// os: Args, Stdout, Stderr, Exit.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args) == 1, os.Args[0] != "")
	n, err := os.Stdout.WriteString("direct\n")
	fmt.Println(n, err)
	os.Stdout.Write([]byte("bytes\n"))
	os.Stderr.WriteString("error stream\n")
	fmt.Fprintln(os.Stderr, "more")
	func() {
		defer fmt.Println("deferred is skipped")
		os.Exit(0)
	}()
}
