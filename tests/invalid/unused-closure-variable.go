package main

func main() {
	f := func() {
		n := 1
	}
	f()
	go func(p int) {
		q := p
	}(1)
	switch t := any(1).(type) {
	case int:
	}
}
