package main

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

type Key struct {
	X, Y int
	N    string
}
type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(vs ...T) Set[T] {
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

func main() {
	m := map[Key][]int{{1, 2, "a"}: {1}}
	m[Key{1, 2, "a"}] = append(m[Key{1, 2, "a"}], 2)
	fmt.Println(m, len(m))
	am := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(am[[2]int{1, 2}], am[[...]int{2, 1}] == "")
	im := map[interface{}]int{1: 1, "1": 2, 1.0: 3, [1]int{1}: 4, nil: 5, true: 6}
	fmt.Println(im[1], im["1"], im[1.0], im[[1]int{1}], im[nil], im[true], im[int64(1)])
	wc := map[string]int{}
	for _, w := range strings.Fields("the cat the dog a cat the end") {
		wc[w]++
	}
	type kv struct {
		K string
		V int
	}
	var kvs []kv
	for k, v := range wc {
		kvs = append(kvs, kv{k, v})
	}
	sort.Slice(kvs, func(i, j int) bool {
		if kvs[i].V != kvs[j].V {
			return kvs[i].V > kvs[j].V
		}
		return kvs[i].K < kvs[j].K
	})
	fmt.Println(kvs)
	fmt.Println(wc)
	fmt.Printf("%v %+v %#v\n", kvs[0], kvs[0], wc)
	nested := map[string]map[string]int{}
	for _, p := range [][2]string{{"a", "x"}, {"a", "y"}, {"b", "x"}} {
		if nested[p[0]] == nil {
			nested[p[0]] = map[string]int{}
		}
		nested[p[0]][p[1]]++
	}
	fmt.Println(nested)
	s := Set[string]{}.Add("a", "b")
	fmt.Println(s.Has("a"), s.Has("z"), s)
	for k := range s {
		delete(s, k)
	}
	delete(s, "nope")
	fmt.Println(len(s))
	var nm map[string]int
	fmt.Println(nm["x"], len(nm), nm == nil)
	for range nm {
	}
	delete(nm, "x")
	fm := map[string]func(float64, float64) float64{
		"+": func(a, b float64) float64 { return a + b },
		"/": func(a, b float64) float64 { return a / b },
	}
	fmt.Println(fm["+"](1, 2), fm["/"](1, 0))
	pm := map[string]*Key{"k": {X: 1}}
	pm["k"].X++
	fmt.Println(*pm["k"], pm["none"] == nil)
	c := maps.Clone(wc)
	c["new"] = 1
	fmt.Println(maps.Equal(wc, c), len(wc))
	maps.DeleteFunc(c, func(k string, v int) bool { return v == 1 })
	fmt.Println(c)
	keys := slices.Collect(maps.Keys(wc))
	slices.SortFunc(keys, func(a, b string) int { return strings.Compare(b, a) })
	fmt.Println(keys)
	if v, ok := wc["cat"]; ok && v > 1 {
		fmt.Println("cat", v)
	} else if !ok {
		fmt.Println("none")
	}
	mm := map[string]struct{ n int }{"a": {1}}
	x := mm["a"]
	x.n = 5
	mm["a"] = x
	fmt.Println(mm)
	nan := map[float64]int{}
	var z float64
	nan[z/z] = 1
	nan[z/z] = 2
	fmt.Println(len(nan))
	nan[0.0] = 1
	nan[-z] = 2
	fmt.Println(len(nan))
}
