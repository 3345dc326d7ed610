package main

import (
	"fmt"
	"os"
	str "strings"
	. "math"
	_ "sort"
)

func f() (int, error) { return 1, nil }

func main() {
	x := 1
	var y int
	y = 2
	z, err := f()
	for i := 0; i < 3; i++ {
		q := i
	}
	for k, v := range []int{1} {
	}
	if n := 3; true {
	}
	switch t := interface{}(x).(type) {
	case int:
	}
	func() { w := 1 }()
	var a, b = 1, 2
	const c = 3
	type T int
lbl:
}
