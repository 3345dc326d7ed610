// Multiple and named results, variadics, recursion, function values.
package main

import "fmt"

func divmod(a, b int) (q, r int) {
	q = a / b
	r = a % b
	return
}

func sum(base int, xs ...int) int {
	for _, x := range xs {
		base += x
	}
	return base
}

func fact(n uint64) uint64 {
	if n == 0 {
		return 1
	}
	return n * fact(n-1)
}

func apply(f func(int, int) int, a, b int) int { return f(a, b) }

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func unnamed(int, string) (_ int, _ error) { return }

func main() {
	fmt.Println(divmod(17, 5))
	q, _ := divmod(9, 2)
	fmt.Println(q, sum(1), sum(1, 2, 3), sum(0, []int{4, 5}...), sum(3, nil...))
	fmt.Println(fact(20))
	fmt.Println(apply(func(a, b int) int { return a*10 + b }, 4, 2))
	inc := func(x int) int { return x + 1 }
	fmt.Println(compose(inc, inc, func(x int) int { return x * x })(1))
	fmt.Println(sum(divmod(17, 5)))
	fmt.Println(unnamed(1, ""))
	var f func()
	fmt.Println(f == nil)
	func() { fmt.Println("immediately") }()
}
