// A fixed seed gives fixed values: both generators are part of Go's promise.
package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
)

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Intn(100), r.Float64(), r.Perm(5))
	p := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(p.IntN(100), p.IntN(100), p.IntN(100), p.Float64(), p.Perm(5))
}
