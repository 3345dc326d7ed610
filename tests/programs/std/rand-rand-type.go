// rand.Rand: two generators with one seed agree on every method.
package main

import (
	"fmt"
	"math/rand"
	"slices"
)

func draw(r *rand.Rand) []any {
	s := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	b := make([]byte, 4)
	n, err := r.Read(b)
	return []any{r.Int(), r.Int31(), r.Int31n(10), r.Int63(), r.Int63n(10), r.Intn(10), r.Uint32(), r.Uint64(), r.Float32(), r.Float64(), r.ExpFloat64(), r.NormFloat64(), fmt.Sprint(r.Perm(5)), fmt.Sprint(s), n, err, string(b)}
}

func main() {
	var src rand.Source = rand.NewSource(7)
	a, b := rand.New(src), rand.New(rand.NewSource(7))
	fmt.Println(slices.Equal(draw(a), draw(b)))
	a.Seed(99)
	b.Seed(99)
	fmt.Println(slices.Equal(draw(a), draw(b)), len(draw(a)))
	z := rand.NewZipf(a, 1.5, 2, 10)
	fmt.Println(z.Uint64() <= 10)
}
