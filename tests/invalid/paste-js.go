package main

import "fmt"

func main() {
	let x = 5
	const f = (a) => a + 1
	if (x === 5) {
		fmt.Println(`x`)
	}
	x++ + 1
	for (let i = 0; i < 3; i++) {
	}
}
