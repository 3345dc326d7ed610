package main

type T struct{}

func main() {
	_ = int("5")
	_ = string(1.5)
	_ = bool(1)
	_ = int(true)
	_ = []byte(5)
	_ = float64("1")
	_ = T(1)
	_ = []int([]string{})
	_ = map[string]int(nil)
	_ = error("x")
	_ = (*int)(5)
	_ = int(nil)
}
