package main

const a = b
const b = c + 1
const c = a

type T [len(x)]int

var x T

const n = len(arr)

var arr [n]int

func main() {}
