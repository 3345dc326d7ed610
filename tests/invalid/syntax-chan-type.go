package main

var a chan
var b <-int
var c chan<-
var d <-chan

func main() {}
