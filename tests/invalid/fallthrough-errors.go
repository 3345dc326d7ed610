package main

func main() {
	x := 1
	switch x {
	case 1:
		fallthrough
		println("after")
	case 2:
		if x > 1 {
			fallthrough
		}
	case 3:
		{
			fallthrough
		}
	default:
		fallthrough
	}
	fallthrough
	for {
		fallthrough
	}
	select {
	default:
		fallthrough
	}
}
