package main

import "fmt"

type T struct{}

func main() {
	var i int
	_ = i.(int)
	var s fmt.Stringer
	_ = s.(T)
	switch i.(type) {
	}
	switch s.(type) {
	case T:
	}
	var e any
	_ = e.(type)
	_ = e.(Missing)
}
