package main

import (
	"fmt"
	"os"
)

func main() {
	x := fmt
	fmt = nil
	fmt()
	_ = os
	var y fmt
}
