// Sscan, Sscanf, Sscanln, Fscan.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var a, b int
	var s string
	var f float64
	n, err := fmt.Sscan("1 2 word 3.5", &a, &b, &s, &f)
	fmt.Println(n, err, a, b, s, f)
	n, err = fmt.Sscanf("7-abc", "%d-%s", &a, &s)
	fmt.Println(n, err, a, s)
	n, err = fmt.Sscanf("x", "%d", &a)
	fmt.Println(n, err)
	n, err = fmt.Sscanln("5 6\n7", &a, &b)
	fmt.Println(n, err, a, b)
	r := strings.NewReader("10 20\n30")
	for {
		var v int
		if _, err := fmt.Fscan(r, &v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Print(v, " ")
	}
}
