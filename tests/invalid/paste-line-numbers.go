package main

1 import "fmt"
2
3 func main() {
4 	fmt.Println("x")
5 }
