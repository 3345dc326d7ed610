// A little table with computed widths.
package main

import (
	"fmt"
	"strings"
)

func main() {
	rows := [][]string{{"id", "name", "score"}, {"1", "ann", "9.5"}, {"20", "benjamin", "10"}}
	w := make([]int, 3)
	for _, r := range rows {
		for i, c := range r {
			w[i] = max(w[i], len(c))
		}
	}
	for i, r := range rows {
		for j, c := range r {
			if j == 1 {
				fmt.Printf("%-*s ", w[j], c)
			} else {
				fmt.Printf("%*s ", w[j], c)
			}
		}
		fmt.Println("|")
		if i == 0 {
			fmt.Println(strings.Repeat("-", w[0]+w[1]+w[2]+3))
		}
	}
	for i := 1; i <= 3; i++ {
		fmt.Printf("%3d%%|%-6.2f|%+06d|%6t|%#o|%q\n", i*10, float64(i)/3, i, i%2 == 0, i*8, rune('a'+i))
	}
}
