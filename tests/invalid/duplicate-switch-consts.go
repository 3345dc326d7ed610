package main

const (
	A = iota
	B
	C = 1
)

type E int

const (
	X E = 1
	Y E = 1
)

func main() {
	switch 1 {
	case A:
	case B:
	case C:
	}
	var e E
	switch e {
	case X, Y:
	}
	switch "a" + "b" {
	case "ab", "a" + "b":
	}
	switch true {
	case true:
	case false:
	case true:
	}
	switch 1.5 {
	case 1.5, 3 / 2.0:
	}
}
