package main

func f() {
	break
	continue
}

func main() {
	if true {
		break
	}
	for {
		func() {
			break
			continue
		}()
	}
	switch 1 {
	case 1:
		continue
	}
	select {
	default:
		continue
	}
	{
		break
	}
	defer func() { continue }()
}
