package main

type P struct {
	x, y int
	name string
}

func main() {
	_ = P{1, 2}
	_ = P{1, 2, "a", 4}
	_ = P{x: 1, 2}
	_ = P{z: 1}
	_ = P{x: "a"}
	_ = P{1, "b", "c"}
	_ = &P{"q": 1}
}
