package main

var a = b
var b = c()

func c() int { return a }

var x int = x

func main() {}
