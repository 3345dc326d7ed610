package main

func main() {
	var err error
	x := 0
	func() {
		err = nil
		x = 1
	}()
	p := &x
	*p = 3
	var m map[string]int
	m["a"] = 1
	s := []int{1}
	s = append(s, 2)
}
