// The 30th Fibonacci number by plain recursion: 1.3 million calls and no concurrency at all.
package main

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	if fib(30) != 832040 {
		panic("wrong")
	}
}
