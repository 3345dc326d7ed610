package main

func main() {
	go
	defer
	go println
	defer (println("x"))
	go func() {}
}
