package main

func main() { a(); b(); c() }
func f() { var x int; var y string = 1; z() }
