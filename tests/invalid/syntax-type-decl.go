package main

type Foo
type Bar = 
type struct {
}

func main() {}
