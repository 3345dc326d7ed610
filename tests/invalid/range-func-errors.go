package main

func a(yield func(int) bool)          {}
func b(yield func(int))               {}
func c(f func(int, int, int) bool)    {}
func d(yield func(int) bool) int      { return 1 }
func e()                              {}
func f(yield func(int) bool, n int)   {}
func g(yield func(...int) bool)       {}

func main() {
	for x, y := range a {
		_, _ = x, y
	}
	for range b {
	}
	for range c {
	}
	for range d {
	}
	for range e {
	}
	for range f {
	}
	for range g {
	}
	for x := range a {
		var s string = x
		_ = s
	}
}
