// The forms of for.
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i, " ")
	}
	n := 3
	for n > 0 {
		n--
	}
	for {
		n++
		if n > 5 {
			break
		}
		if n%2 == 0 {
			continue
		}
		fmt.Print("odd", n, " ")
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, "-", j, " ")
	}
	for ; n < 8; n++ {
	}
	for ; ; n++ {
		if n == 10 {
			break
		}
	}
	for n := range 3 {
		fmt.Print("r", n)
	}
	for range 2 {
		fmt.Print("!")
	}
	var k int
	for k = range 5 {
	}
	fmt.Println(n, k)
	for i := range int8(3) {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range 0 {
		fmt.Println("never", i)
	}
	const limit = 2
	var u uint16 = 2
	for i := range u {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range limit {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
}
