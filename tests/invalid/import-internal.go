package main

import "internal/abi"

func main() {
	_ = abi.FuncPCABI0
}
