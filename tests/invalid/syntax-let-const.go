package main

func main() {
	let x = 5
	const y = 6;
	int z = 7
	final a = 8
}
