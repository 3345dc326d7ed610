package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

func SumMap[K comparable, V Number](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return
}

type List[T any] struct {
	head, tail *element[T]
	n          int
}
type element[T any] struct {
	next *element[T]
	val  T
}

func (l *List[T]) Push(v T) *List[T] {
	e := &element[T]{val: v}
	if l.tail == nil {
		l.head, l.tail = e, e
	} else {
		l.tail.next = e
		l.tail = e
	}
	l.n++
	return l
}
func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for e := l.head; e != nil; e = e.next {
			if !yield(i, e.val) {
				return
			}
			i++
		}
	}
}
func Map[T, U any](l *List[T], f func(T) U) *List[U] {
	r := &List[U]{}
	for _, v := range l.All() {
		r.Push(f(v))
	}
	return r
}
func Reduce[T, A any](s []T, a A, f func(A, T) A) A {
	for _, v := range s {
		a = f(a, v)
	}
	return a
}

type Heap[T any] struct {
	data []T
	less func(a, b T) bool
}

func (h *Heap[T]) Push(v T) {
	h.data = append(h.data, v)
	for i := len(h.data) - 1; i > 0; {
		p := (i - 1) / 2
		if !h.less(h.data[i], h.data[p]) {
			break
		}
		h.data[i], h.data[p] = h.data[p], h.data[i]
		i = p
	}
}
func (h *Heap[T]) Pop() (v T, err error) {
	if len(h.data) == 0 {
		return v, errors.New("empty heap")
	}
	v = h.data[0]
	n := len(h.data) - 1
	h.data[0] = h.data[n]
	h.data = h.data[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && h.less(h.data[c+1], h.data[c]) {
			c++
		}
		if !h.less(h.data[c], h.data[i]) {
			break
		}
		h.data[i], h.data[c] = h.data[c], h.data[i]
		i = c
	}
	return v, nil
}

type Tree[K cmp.Ordered, V any] struct {
	Left, Right *Tree[K, V]
	Key         K
	Val         V
}

func (t *Tree[K, V]) Insert(k K, v V) *Tree[K, V] {
	if t == nil {
		return &Tree[K, V]{Key: k, Val: v}
	}
	switch c := cmp.Compare(k, t.Key); {
	case c < 0:
		t.Left = t.Left.Insert(k, v)
	case c > 0:
		t.Right = t.Right.Insert(k, v)
	default:
		t.Val = v
	}
	return t
}
func (t *Tree[K, V]) Walk(f func(K, V)) {
	if t != nil {
		t.Left.Walk(f)
		f(t.Key, t.Val)
		t.Right.Walk(f)
	}
}

type Option[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Option[T] { return Option[T]{v, true} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}
func (o Option[T]) String() string {
	if !o.ok {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", o.v)
}

type Stringish interface{ ~string }

func Join[S Stringish](xs []S, sep S) S {
	var b strings.Builder
	for i, x := range xs {
		if i > 0 {
			b.WriteString(string(sep))
		}
		b.WriteString(string(x))
	}
	return S(b.String())
}

type ID string
type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func Ptr[T any](v T) *T                      { return &v }
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	slices.Sort(r)
	return r
}

type Num[T Number] struct{ v T }

func (n Num[T]) Add(o Num[T]) Num[T] { return Num[T]{n.v + o.v} }

type Shape interface{ Area() float64 }
type Sq float64

func (s Sq) Area() float64 { return float64(s * s) }
func Largest[S Shape](ss ...S) (best S) {
	for _, s := range ss {
		if s.Area() > best.Area() {
			best = s
		}
	}
	return
}
func TypeName[T any]() string { var z T; return fmt.Sprintf("%T", z) }
func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	}
	return "other"
}

type Cache[K comparable, V any] struct {
	load func(K) (V, error)
	m    map[K]V
}

func NewCache[K comparable, V any](f func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{load: f, m: make(map[K]V)}
}
func (c *Cache[K, V]) Get(k K) (V, error) {
	if v, ok := c.m[k]; ok {
		return v, nil
	}
	v, err := c.load(k)
	if err == nil {
		c.m[k] = v
	}
	return v, err
}

func main() {
	fmt.Println(SumMap(map[string]float64{"a": 1.5, "b": 2}), SumMap(map[int]int8{1: 100, 2: 27}))
	l := (&List[int]{}).Push(1).Push(2).Push(3)
	for i, s := range Map(l, func(i int) string { return strings.Repeat("*", i) }).All() {
		fmt.Print(i, s, " ")
	}
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, i int) string { return a + fmt.Sprint(i) }))
	h := &Heap[Pair[string, int]]{less: func(a, b Pair[string, int]) bool { return a.Second < b.Second }}
	for i, w := range []string{"d", "a", "c", "b"} {
		h.Push(MakePair(w, (i*7)%5))
	}
	for {
		p, err := h.Pop()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Print(p, " ")
	}
	var t *Tree[string, int]
	for i, w := range strings.Fields("m c x a d z m") {
		t = t.Insert(w, i)
	}
	t.Walk(func(k string, v int) { fmt.Print(k, "=", v, " ") })
	fmt.Println()
	fmt.Println(Some(3), None[string](), Some("x").OrElse("y"), None[int]().OrElse(7))
	fmt.Printf("%v %+v %T %T\n", Some(1.5), MakePair(1, "x"), MakePair(ID("a"), []int{}), h)
	fmt.Println(Join([]ID{"a", "b"}, "-"), *Ptr(5), Keys(map[ID]bool{"z": true, "b": false}))
	fmt.Println(Num[int]{1}.Add(Num[int]{2}), Largest(Sq(2), Sq(3), Sq(1)))
	fmt.Println(TypeName[map[string][]ID](), TypeName[error](), TypeName[Pair[int, *string]](), Kind(1), Kind([][]int{}), Kind(Some(1)))
	c := NewCache(func(k string) (int, error) {
		if k == "" {
			return 0, errors.New("no key")
		}
		return len(k), nil
	})
	fmt.Println(c.Get("four"))
	fmt.Println(c.Get(""))
	f := Reduce[int, int]
	fmt.Println(f([]int{1, 2, 3, 4}, 0, func(a, b int) int { return a + b }))
	less := cmp.Less[float64]
	fmt.Println(less(1, 2))
	ss := sort.StringSlice{"b", "a"}
	sort.Sort(sort.Reverse(ss))
	fmt.Println(ss, slices.MaxFunc([]Pair[string, int]{{"a", 1}, {"b", 3}}, func(a, b Pair[string, int]) int { return a.Second - b.Second }))
	type local[T any] struct{ x T }
	fmt.Printf("%T %v\n", local[int]{1}, local[string]{"s"})
}
