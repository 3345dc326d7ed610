package main

func main() {
	m := map[string]int{"a": "b", 1: 2}
	m[1] = 2
	m["a"] = "b"
	var n map[string]string = m
	_ = m["a"] + "x"
	v, ok := m["a"], true
	v, ok = m["x"]
	ok = m["x"]
	delete(m, 1)
	delete(m)
	_ = n
	for k, v := range m {
		k = v
	}
}
