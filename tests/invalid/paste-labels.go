package main

import "fmt"

func main() {
outer:
	for i := range 3 {
		for j := range 3 {
			if j == 1 {
				continue outter
			}
			break inner
		}
		func() {
			break outer
		}()
		fmt.Println(i)
	}
unused:
	fmt.Println()
	goto missing
}
