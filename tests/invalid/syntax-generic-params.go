package main

func f[]() {}
func g[T]() {}
func h[T any, ]() {}
func i[T any U any]() {}
type S[] struct{}

func main() {}
