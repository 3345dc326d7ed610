// A die with three sides.
package main

import (
	"fmt"
	"math/rand/v2"
)

func main() {
	fmt.Println(1 + rand.IntN(3))
}
