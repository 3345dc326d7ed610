package main

const a
const b int
const c := 5
const (
	d
	e = 1
)

func main() {}
