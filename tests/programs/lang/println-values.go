// println of many kinds of values, numbers in float format, mixed with fmt.
package main

import "fmt"

type small int8
type text string

func main() {
	println(1, -1, 1<<40, uint64(1)<<63)
	println(small(-5), text("named"), 'a', "tab\tquoted\"")
	println(0.5, 1.0, 100.0, 1234567.0, 1e-10, float32(0.1))
	println(true && false, 1 < 2, "a"+"b" == "ab")
	println(1i, complex64(2))
	var e error
	println(e == nil, len("x"), cap(make([]int, 2, 3)), len([3]int{}))
	print("no newline;", 1, 2, "\n")
	print(1.5, " ", true, "\n")
	fmt.Println("to stdout")
	const c = 'x' + 1
	println(c, string(rune(c)), min(2, 3), max(1.5, 2))
}
