package main

func main() {
	i := 0
	j := i++
	++i
	_ = j
}
