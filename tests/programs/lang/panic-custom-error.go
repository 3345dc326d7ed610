// An error value as panic argument; deferred calls still run.
package main

import (
	"errors"
	"fmt"
)

func main() {
	defer fmt.Println("deferred")
	panic(errors.New("custom failure"))
}
