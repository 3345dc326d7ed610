package main

class Foo {
	int x;
}

func main() {}
