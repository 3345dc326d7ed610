// The generators of math/rand and math/rand/v2 that give the same numbers everywhere.
package main

import (
	"fmt"
	"math/rand"
	v2 "math/rand/v2"
)

func main() {
	var src rand.Source64 = rand.NewSource(1).(rand.Source64)
	fmt.Println(src.Uint64(), src.Int63())
	r := rand.New(rand.NewSource(7))
	buf := make([]byte, 6)
	n, err := r.Read(buf)
	fmt.Println(n, err, buf)
	var z *rand.Zipf = rand.NewZipf(r, 1.5, 2, 100)
	for range 8 {
		fmt.Print(z.Uint64(), " ")
	}
	fmt.Println()
	rand.Seed(3)
	a := rand.Int()
	rand.Seed(3)
	fmt.Println(a == rand.Int())
	rand.Read(buf)

	var p *v2.PCG = v2.NewPCG(1, 2)
	fmt.Println(p.Uint64(), p.Uint64())
	state, err := p.MarshalBinary()
	fmt.Printf("%q %v\n", state, err)
	state, err = p.AppendBinary([]byte("x"))
	fmt.Println(len(state), err)
	q := &v2.PCG{}
	fmt.Println(q.UnmarshalBinary(state[1:]), q.Uint64() == p.Uint64())
	fmt.Println(q.UnmarshalBinary([]byte("nonsense")))
	var c *v2.ChaCha8 = v2.NewChaCha8([32]byte([]byte("chacha8 seed of thirty-two bytes")))
	fmt.Println(c.Uint64(), c.Uint64())
	k, err := c.Read(buf)
	fmt.Println(k, err, buf)
	c.Seed([32]byte{1})
	fmt.Println(c.Uint64())
	var y *v2.Zipf = v2.NewZipf(v2.New(p), 2, 3, 50)
	for range 8 {
		fmt.Print(y.Uint64(), " ")
	}
	fmt.Println()
}
