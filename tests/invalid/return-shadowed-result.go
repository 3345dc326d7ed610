package main

func f() (err error) {
	if err := g(); err != nil {
		return
	}
	{
		var err error
		_ = err
		return
	}
}

func g() error { return nil }

func main() {
	return 1
	return nil, nil
}
