package main

var a map[string
var b map string]int
var c map[]int

func main() {}
