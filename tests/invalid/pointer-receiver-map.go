package main

type C struct{ n int }

func (c *C) Inc() { c.n++ }

func get() C { return C{} }

const k = 5

func main() {
	m := map[string]C{}
	m["a"].Inc()
	m["a"].n++
	m["a"].n = 5
	get().Inc()
	get().n = 1
	C{}.Inc()
	p := &m["a"]
	q := &get()
	r := &k
	s := &C{}.n
	_, _, _, _ = p, q, r, s
	[3]int{}[0] = 1
	[]int{1}[0] = 2
}
