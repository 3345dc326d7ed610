package main

type myInt int

func main() {
	defer func() {
		defer func() {
			panic(2.5)
		}()
		panic(myInt(7))
	}()
	panic(42)
}
