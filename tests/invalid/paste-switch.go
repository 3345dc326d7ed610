package main

import "fmt"

func main() {
	var x any = 1
	switch v := x.(type) {
	case int, string:
		fmt.Println(v + 1)
	case int:
	case fmt.Foo:
	}
	switch y := 3; y {
	case "a":
	case 1, 2, 1:
	case y > 2:
	default:
	default:
	}
	switch x.(type) {
	case nil, nil:
	}
}
