package main

type T struct {
	name string
}

func (t T) name() string { return "" }
func (t T) get() int     { return 1 }
func (t *T) get() int    { return 2 }
func (T) x()             {}
func (T) x(int)          {}

type I int

func (I) String() string { return "" }
func (I) String() int    { return 1 }

func main() {}
