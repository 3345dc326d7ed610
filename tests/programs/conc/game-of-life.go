// Each row of the next generation is computed by its own goroutine.
package main

import (
	"fmt"
	"sync"
)

type grid [6][6]bool

func (g *grid) alive(r, c int) int {
	if g[(r+6)%6][(c+6)%6] {
		return 1
	}
	return 0
}

func (g *grid) next() *grid {
	var n grid
	var wg sync.WaitGroup
	for r := range g {
		wg.Go(func() {
			for c := range g[r] {
				k := 0
				for dr := -1; dr <= 1; dr++ {
					for dc := -1; dc <= 1; dc++ {
						if dr != 0 || dc != 0 {
							k += g.alive(r+dr, c+dc)
						}
					}
				}
				n[r][c] = k == 3 || k == 2 && g[r][c]
			}
		})
	}
	wg.Wait()
	return &n
}

func main() {
	g := &grid{}
	for _, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		g[p[0]][p[1]] = true
	}
	for range 4 {
		g = g.next()
	}
	for _, row := range g {
		for _, c := range row {
			if c {
				fmt.Print("#")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
}
