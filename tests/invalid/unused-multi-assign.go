package main

func two() (int, error) { return 0, nil }

func main() {
	a, err := two()
	b, err := two()
	if c, err := two(); err != nil {
	}
	_ = err
}
