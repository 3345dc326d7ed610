// Matrices of slices and arrays, aliasing of rows.
package main

import "fmt"

type matrix [][]float64

func newMatrix(r, c int) matrix {
	m := make(matrix, r)
	cells := make([]float64, r*c)
	for i := range m {
		m[i] = cells[i*c : (i+1)*c : (i+1)*c]
	}
	return m
}

func (m matrix) transpose() matrix {
	t := newMatrix(len(m[0]), len(m))
	for i, row := range m {
		for j, v := range row {
			t[j][i] = v
		}
	}
	return t
}

func main() {
	m := newMatrix(2, 3)
	for i := range m {
		for j := range m[i] {
			m[i][j] = float64(i*10 + j)
		}
	}
	fmt.Println(m, m.transpose())
	m[0] = append(m[0], 99)
	fmt.Println(m)
	var cube [2][2][2]int
	cube[1][0][1] = 5
	row := cube[1]
	row[0][1] = 6
	fmt.Println(cube, row)
	board := [3][3]rune{}
	for i := range board {
		for j := range board[i] {
			board[i][j] = '.'
		}
	}
	board[1][1] = 'X'
	for _, r := range board {
		fmt.Println(string(r[:]))
	}
	tri := make([][]int, 5)
	for i := range tri {
		tri[i] = make([]int, i+1)
		tri[i][0], tri[i][i] = 1, 1
		for j := 1; j < i; j++ {
			tri[i][j] = tri[i-1][j-1] + tri[i-1][j]
		}
	}
	fmt.Println(tri)
}
