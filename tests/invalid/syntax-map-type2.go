package main

var b map{string}int

func main() {
	x := map<string, int>{}
}
