// math/rand: only what holds for every seed.
package main

import (
	"fmt"
	"math/rand"
	"slices"
)

func main() {
	ok := true
	for range 200 {
		ok = ok && rand.Intn(10) < 10 && rand.Int() >= 0 && rand.Int31() >= 0 && rand.Int63() >= 0 && rand.Int31n(5) < 5 && rand.Int63n(7) < 7
		f := rand.Float64()
		g := rand.Float32()
		ok = ok && f >= 0 && f < 1 && g >= 0 && g < 1 && rand.ExpFloat64() >= 0
		_ = rand.NormFloat64()
		_ = rand.Uint32()
		_ = rand.Uint64()
	}
	fmt.Println(ok)
	p := rand.Perm(10)
	slices.Sort(p)
	fmt.Println(p)
	s := []int{1, 2, 3, 4, 5}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	slices.Sort(s)
	fmt.Println(s)
	a, b := rand.New(rand.NewSource(1)), rand.New(rand.NewSource(1))
	same := true
	for range 20 {
		same = same && a.Intn(100) == b.Intn(100) && a.Float64() == b.Float64()
	}
	fmt.Println(same)
	defer func() { fmt.Println(recover()) }()
	rand.Intn(0)
}
