package main

import "fmt"

public class Main {
	public static void main(String[] args) {
		System.out.println("x");
	}
}

func main() {
	int x = 5;
	fmt.Println(x)
}
