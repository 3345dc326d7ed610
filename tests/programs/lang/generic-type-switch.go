// Type switches and zero values inside generic code.
package main

import "fmt"

type num interface{ ~int | ~string | ~float64 }

func kind[T any](v T) string {
	switch x := any(v).(type) {
	case int:
		return fmt.Sprint("int ", x+1)
	case string:
		return "string " + x
	case []T:
		return "slice of itself"
	case fmt.Stringer:
		return "stringer " + x.String()
	}
	return fmt.Sprintf("%T", v)
}

func isZero[T comparable](v T) bool {
	var zero T
	return v == zero
}

func add[T num](a, b T) T { return a + b }

type matrix[T ~int | ~float64] [2][2]T

func (m matrix[T]) mul(o matrix[T]) (r matrix[T]) {
	for i := range 2 {
		for j := range 2 {
			for k := range 2 {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

type st struct{}

func (st) String() string { return "st" }

func main() {
	fmt.Println(kind(1), kind("a"), kind(2.5), kind(st{}), kind([]int{}))
	fmt.Println(isZero(0), isZero("x"), isZero(struct{ a int }{}), isZero[error](nil))
	fmt.Println(add(1, 2), add("a", "b"), add(0.1, 0.2))
	m := matrix[int]{{1, 1}, {1, 0}}
	fmt.Println(m.mul(m).mul(m))
}
