package main

import "fmt"

func main() { fmt.Println(1) }

func main() { fmt.Println(2) }

func helper(a int, a string) (a error) { return nil }

type T int
type T string

var T = 3

func init() int { return 1 }

func x() { init() }
