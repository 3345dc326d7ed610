package main

func g(p *int, f func(int) string, c chan<- int, m map[string]bool) {}

func h() {}

func main() {
	x := 1
	g(x, nil, nil, nil)
	g(&x, func(s string) string { return s }, nil, nil)
	g(&x, nil, make(<-chan int), nil)
	g(&x, nil, make(chan string), map[string]int{})
	g(nil, h, nil, map[int]bool{})
	g(h(), nil, nil, nil)
	g(&x, nil, nil)
	h(1, "a", nil, x)
	h(h())
}
