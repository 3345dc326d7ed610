package main

func main() {
	goto a
	x := 1
	_ = x
a:
	goto b
	for {
	b:
	}
	if true {
		goto c
	}
	var y int
	_ = y
c:
	goto missing
	func() { goto a }()
}
