package main

import "fmt"

var fmt = 1

func strings() {}

func main() {
	_ = fmt
}
