package main

import "fmt"

type E struct{ a, b int }

func main() {
	for _, v := range []any{1.5, true, 'x', uint8(3), complex(1, 2), "multi\nline", E{1, 2}, &E{}, []int{1}, nil, fmt.Errorf("e\nf")} {
		func() {
			defer func() { fmt.Println("got", recover() != nil) }()
			panic(v)
		}()
	}
	panic(1.5)
}
