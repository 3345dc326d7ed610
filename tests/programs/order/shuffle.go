// A shuffled slice.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	s := []int{1, 2, 3}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
}
