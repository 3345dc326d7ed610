// t.Run with tables and nesting.
package demo

import (
	"fmt"
	"testing"
)

func double(n int) int { return n * 2 }

func TestTable(t *testing.T) {
	for _, tc := range []struct {
		name     string
		in, want int
	}{
		{"one", 1, 2},
		{"two words", 2, 4},
		{"wrong", 3, 7},
		{"", 0, 0},
		{"one", 5, 10},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := double(tc.in); got != tc.want {
				t.Errorf("double(%d) = %d, want %d", tc.in, got, tc.want)
			}
		})
	}
}

func TestNested(t *testing.T) {
	ok := t.Run("outer", func(t *testing.T) {
		t.Run("inner", func(t *testing.T) {
			fmt.Println("in", t.Name())
		})
		t.Run("bad", func(t *testing.T) { t.Fail() })
		t.Log("outer goes on")
	})
	t.Log("ok:", ok, t.Failed())
}
