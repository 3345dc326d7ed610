package main

type List<T> struct {
	items []T
}

func Map<T>(x T) {}

func main() {}
