package main

import "fmt"

func main() {
	x := 3
	switch x {
	case 1, 2, 1:
	case "a":
	case 2:
	case x > 2:
	default:
	default:
	}
	switch x.(type) {
	case int:
	}
	var i interface{} = x
	switch v := i.(type) {
	case int, int:
	case fmt.Stringer:
		fallthrough
	case Foo:
	case nil, nil:
	}
	switch {
	case x:
	case true, true:
	}
	select {
	case x := 3:
	default:
	default:
	}
	break
	continue
	fallthrough
	for {
		func() { break }()
	}
	goto nowhere
}
