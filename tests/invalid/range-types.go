package main

type T struct{}

func main() {
	var p *[]int
	for range p {
	}
	var t T
	for range t {
	}
	for range true {
	}
	for range 'a' {
	}
	for range 1.0 {
	}
	for range -5 {
	}
	var f float64 = 3
	for range f {
	}
	var c chan<- int
	for range c {
	}
	for range main {
	}
	for range 1 << 70 {
	}
}
