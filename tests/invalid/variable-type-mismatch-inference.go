package main

import "time"

func main() {
	x := 5
	x = 2.5
	x = "a"
	y := 1.5
	y = x
	s := "a"
	s = 'a'
	s = x
	b := true
	b = 1
	r := 'a'
	r = "b"
	d := time.Second
	d = x
	d = 1.5 * time.Second
	d = x * time.Second
	e := []int{}
	e = nil
	e = []string{}
}
