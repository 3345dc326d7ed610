// Errors of strconv in a program that validates its input.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func parse(s string) (int8, error) {
	n, err := strconv.ParseInt(s, 10, 8)
	var ne *strconv.NumError
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("%q does not fit", s)
	case errors.As(err, &ne):
		return 0, fmt.Errorf("%q: %w (%s)", ne.Num, ne.Err, ne.Func)
	}
	return int8(n), nil
}

func main() {
	for _, s := range []string{"12", "200", "x1", "", "-128"} {
		fmt.Println(parse(s))
	}
	e := &strconv.NumError{Func: "F", Num: "n\n", Err: errors.New("why")}
	fmt.Println(e.Error(), e.Unwrap())
}
