package main

func (t Missing) a()  {}
func (t *Missing) b() {}
func (t T[int]) c()   {}

type T struct{}

func (t T) d() { t.missing() }
func (T) e()   { t.d() }

func main() {}
