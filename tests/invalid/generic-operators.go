package main

func a[T any](x, y T) bool            { return x == y }
func b[T any](x, y T) T               { return x + y }
func c[T comparable](x, y T) bool     { return x < y }
func d[T int | string](x T) T         { return x * 2 }
func e[T any](x T) int                { return len(x) }
func f[T any](x T)                    { x.Foo() }
func g[T int | float64](x T) T        { return x % 2 }
func h[T any]() T                     { return nil }
func i[T any]() T                     { return 0 }
func j[T []int | map[int]int](x T)    { x[0] = "a" }
func k[T any](x T)                    { _ = x.(int) }
func l[T any](x T)                    { switch x.(type) {} }

func main() {}
