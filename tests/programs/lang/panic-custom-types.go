package main

import "fmt"

type Code int

func (c Code) Error() string { return fmt.Sprintf("code %d", int(c)) }

type Wrap struct {
	Op  string
	Err error
}

func (w *Wrap) Error() string { return w.Op + ": " + w.Err.Error() }

func level3(n int) {
	if n == 0 {
		panic(&Wrap{"level3", Code(42)})
	}
	level3(n - 1)
}

type S struct{}

func (s S) Method()   { level3(2) }
func (s *S) PMethod() { s.Method() }

func main() {
	defer fmt.Println("deferred 1")
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("re-panic", r)
			panic(fmt.Sprintf("again: %v", r))
		}
	}()
	func() {
		(&S{}).PMethod()
	}()
}
