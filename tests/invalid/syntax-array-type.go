package main

var a [3 int
var b []
var c [3]
var d int[]
var e [int]string

func main() {}
