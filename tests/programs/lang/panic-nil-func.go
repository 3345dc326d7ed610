// Calling a nil function.
package main

type hooks struct{ done func(int) }

func main() {
	h := hooks{}
	h.done(1)
}
