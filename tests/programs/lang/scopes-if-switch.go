// Variables of if, for, switch and case clauses.
package main

import (
	"errors"
	"fmt"
)

func parse(s string) (int, error) {
	if s == "" {
		return 0, errors.New("empty")
	}
	return len(s), nil
}

func main() {
	if n, err := parse("abc"); err != nil {
		fmt.Println("error", err)
	} else if m, err := parse(""); err != nil {
		fmt.Println(n, m, err)
	}
	n, err := parse("x")
	if true {
		n, err := parse("four")
		n++
		fmt.Println(n, err)
	}
	fmt.Println(n, err)
	m, err := parse("")
	fmt.Println(m, err)
	switch v := 3; {
	case v > 2:
		v := "case"
		fmt.Println(v)
	default:
		v := 1.5
		fmt.Println(v)
	}
	for i := 0; i < 2; i++ {
		i := i * 10
		fmt.Println(i)
	}
	switch n := any(n).(type) {
	case int:
		n += 5
		fmt.Println(n)
	}
	select {
	default:
		n := "select"
		fmt.Println(n)
	}
}
