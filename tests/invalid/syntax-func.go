package main

func add(a int b int) int {
	return a + b
}
func sub(a, b) int {
	return a - b
}
func mul(int a, int b) int {
	return a * b
}
func div(a int, b int) -> int {
	return a / b
}
func (x int) {
}
func main {
}
