package main

func f(a Foo, b *Bar) map[string]Baz { return nil }

func main() {
	var x chan Qux
	_ = x
	f(nil, nil)
}
