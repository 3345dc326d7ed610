// The builtins print and println write to standard error.
package main

func main() {
	print("a", 1, true, 'x', "\n")
	println("b", 2, false, -7, uint8(200))
	println(1.5, 0.1, 1e100, -2.25, float32(3))
	println(nil == nil2(), "", "end")
	println()
	print()
	println(2+3i, int64(-1<<63), ^uint64(0))
	var s []int
	println(len(s), cap(s))
	const big = 1 << 40
	println(big, "日本")
	var zero float64
	println(1/zero, -1/zero, zero/zero)
}

func nil2() any { return nil }
