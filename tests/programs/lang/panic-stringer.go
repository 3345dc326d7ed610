// panic prints errors and Stringers by their methods, others by kind.
package main

type code int

func (c code) String() string { return "code!" }

type boom struct{ why string }

func (b boom) Error() string { return "boom: " + b.why }

func main() {
	defer func() {
		panic(boom{"again"})
	}()
	panic(code(3))
}
