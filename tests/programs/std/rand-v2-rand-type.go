// rand.Rand of math/rand/v2 over PCG and ChaCha8.
package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

func draw(r *rand.Rand) []any {
	s := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	return []any{r.Int(), r.Int32(), r.Int32N(10), r.Int64(), r.Int64N(10), r.IntN(10), r.Uint(), r.Uint32(), r.Uint32N(9), r.Uint64(), r.Uint64N(9), r.UintN(9), r.Float32(), r.Float64(), r.ExpFloat64(), r.NormFloat64(), fmt.Sprint(r.Perm(5)), fmt.Sprint(s)}
}

func main() {
	var src rand.Source = rand.NewPCG(1, 2)
	fmt.Println(slices.Equal(draw(rand.New(src)), draw(rand.New(rand.NewPCG(1, 2)))))
	var seed [32]byte
	copy(seed[:], "chacha8 seed")
	fmt.Println(slices.Equal(draw(rand.New(rand.NewChaCha8(seed))), draw(rand.New(rand.NewChaCha8(seed)))))
	p := rand.NewPCG(1, 2)
	x := p.Uint64()
	p.Seed(1, 2)
	fmt.Println(p.Uint64() == x)
	z := rand.NewZipf(rand.New(p), 1.5, 2, 10)
	fmt.Println(z.Uint64() <= 10)
}
