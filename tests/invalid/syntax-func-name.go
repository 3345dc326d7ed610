package main

func 1abc() {}
func if() {}
func () {}

func main() {}
