// Word counts by mappers, merged by a reducer.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	docs := []string{"a b a", "b c", "c c a"}
	parts := make(chan map[string]int)
	var wg sync.WaitGroup
	for _, d := range docs {
		wg.Go(func() {
			m := map[string]int{}
			for _, w := range strings.Fields(d) {
				m[w]++
			}
			parts <- m
		})
	}
	go func() { wg.Wait(); close(parts) }()
	total := map[string]int{}
	for m := range parts {
		for k, v := range m {
			total[k] += v
		}
	}
	fmt.Println(total)
}
