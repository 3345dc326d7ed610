// Generic types: stack, linked list, set, pair, tree.
package main

import (
	"cmp"
	"fmt"
)

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }
func (s *stack[T]) pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}

type pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }

func makePair[K comparable, V any](k K, v V) pair[K, V] { return pair[K, V]{k, v} }

type set[T comparable] map[T]struct{}

func (s set[T]) add(v T)           { s[v] = struct{}{} }
func (s set[T]) has(v T) (ok bool) { _, ok = s[v]; return }

type tree[T cmp.Ordered] struct {
	left, right *tree[T]
	val         T
}

func (t *tree[T]) insert(v T) *tree[T] {
	if t == nil {
		return &tree[T]{val: v}
	}
	if v < t.val {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree[T]) each(f func(T)) {
	if t != nil {
		t.left.each(f)
		f(t.val)
		t.right.each(f)
	}
}

func main() {
	var s stack[string]
	s.push("a")
	s.push("b")
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	fmt.Println(makePair("x", 1), pair[int, []string]{1, []string{"q"}})
	st := set[rune]{}
	st.add('x')
	fmt.Println(st.has('x'), st.has('y'))
	var t *tree[float64]
	for _, v := range []float64{3, 1, 2} {
		t = t.insert(v)
	}
	t.each(func(f float64) { fmt.Print(f, " ") })
	fmt.Printf("\n%T %T\n", s, makePair(1.5, true))
}
