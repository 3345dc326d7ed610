package main

func main() {
	m := map[string]int{"a" 1, "b": 2}
	n := map[string]int{"a": }
	_, _ = m, n
}
