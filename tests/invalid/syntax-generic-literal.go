package main

type T struct{}

func (t T) m[]() {}

type I interface {
	m[T any]()
}

func main() {
	f := func[T any](x T) {}
}
