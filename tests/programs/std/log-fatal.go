// log.Fatal exits with code 1 and runs no deferred calls.
package main

import (
	"fmt"
	"log"
)

func main() {
	defer fmt.Println("never")
	log.SetFlags(0)
	log.Fatalf("cannot open %q", "x.txt")
}
