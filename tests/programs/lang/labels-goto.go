// Labelled break and continue, goto.
package main

import "fmt"

func main() {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	n := 0
again:
	n++
	if n < 3 {
		goto again
	}
	fmt.Println(n)
sw:
	switch n {
	case 3:
		for {
			break sw
		}
		fmt.Println("unreachable")
	}
	for i := range 3 {
		if i == 1 {
			goto done
		}
	}
done:
	fmt.Println("done")
	goto end
end:
}
