package main

func f() {}

func main() {
	x := 5
	switch x {
	case "a":
	case 1, 2.5:
	case 'c', nil:
	}
	switch f() {
	}
	switch f {
	case nil:
	}
	switch []int{} {
	}
	s := "a"
	switch s {
	case 1:
	case x:
	}
	var e error
	switch e {
	case 1:
	case "x":
	}
}
