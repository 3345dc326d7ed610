// math/rand/v2: only what holds for every seed.
package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

func main() {
	ok := true
	for range 200 {
		ok = ok && rand.IntN(10) < 10 && rand.Int() >= 0 && rand.Int32() >= 0 && rand.Int64() >= 0 && rand.Int32N(5) < 5 && rand.Int64N(7) < 7
		ok = ok && rand.Uint32N(3) < 3 && rand.Uint64N(4) < 4 && rand.UintN(2) < 2 && rand.N(5*time.Second) < 5*time.Second && rand.N(int8(3)) < 3
		f := rand.Float64()
		ok = ok && f >= 0 && f < 1 && rand.Float32() < 1 && rand.ExpFloat64() >= 0
		_ = rand.NormFloat64()
		_ = rand.Uint32()
		_ = rand.Uint64()
		_ = rand.Uint()
	}
	fmt.Println(ok)
	p := rand.Perm(6)
	slices.Sort(p)
	fmt.Println(p)
	s := []string{"a", "b", "c"}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	slices.Sort(s)
	fmt.Println(s)
	a, b := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(1, 2))
	same := true
	for range 20 {
		same = same && a.IntN(100) == b.IntN(100)
	}
	fmt.Println(same)
	defer func() { fmt.Println(recover()) }()
	rand.IntN(-1)
}
