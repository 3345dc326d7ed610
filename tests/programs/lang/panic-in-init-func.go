package main

import "fmt"

func init() {
	fmt.Println("init")
	panic("no config")
}

func main() {}
