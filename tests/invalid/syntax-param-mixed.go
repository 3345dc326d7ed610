package main

func f(a int, string) {}
func g(a, b int, ...string) {}
func h(int, b string) {}

func main() {}
