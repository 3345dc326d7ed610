// Labels on blocks of every kind, jumping backwards and forwards.
package main

import "fmt"

func attempt(n int) (err error) {
	tries := 0
retry:
	tries++
	if tries < n {
		goto retry
	}
	if tries > 3 {
		err = fmt.Errorf("%d tries", tries)
		goto out
	}
	fmt.Println("done after", tries)
out:
	return
}

func search(grid [][]int, want int) (r, c int) {
	r, c = -1, -1
rows:
	for i, row := range grid {
		for j, v := range row {
			switch {
			case v < 0:
				continue rows
			case v == want:
				r, c = i, j
				break rows
			}
		}
	}
	return
}

func main() {
	fmt.Println(attempt(2), attempt(5))
	fmt.Println(search([][]int{{1, -1, 5}, {2, 5}, {5}}, 5))
	i := 0
L:
	for {
		select {
		default:
			i++
			if i == 3 {
				break L
			}
			continue L
		}
	}
S:
	switch {
	default:
		for range 10 {
			if i++; i > 6 {
				break S
			}
		}
	}
T:
	switch any(i).(type) {
	case int:
		if i > 5 {
			break T
		}
		fmt.Println("unreachable")
	}
	fmt.Println(i)
}
