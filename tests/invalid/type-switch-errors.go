package main

func main() {
	var x any = 1
	switch y := x.(type) {
	case 1:
	case int, int:
	case nil, nil:
	case Foo:
	default:
	default:
	}
	switch x.(type) {
	case x:
	case "a":
	}
	switch z := x.(type) {
	}
	switch x := x; x.(type) {
	}
	y := x.(type)
}
