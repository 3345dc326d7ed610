package main

type T int

func () a()         {}
func (t T, u T) b() {}
func (t T) c        {}
func (t ...T) d()   {}

func main() {}
