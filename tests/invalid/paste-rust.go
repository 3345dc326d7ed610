package main

import "fmt"

fn add(a: i32) -> i32 {
	a + 1
}

func main() {
	let mut v = vec![1, 2];
	match v {
		_ => {}
	}
	fmt.Println(v?)
}
