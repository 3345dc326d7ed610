func main() {
	println("x")
}
