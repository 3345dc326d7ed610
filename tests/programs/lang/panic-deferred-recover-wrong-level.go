// recover in a function that is not deferred directly does not stop the panic.
package main

import "fmt"

func helper() any { return recover() }

func main() {
	defer func() {
		fmt.Println("helper:", helper())
	}()
	panic("not stopped")
}
