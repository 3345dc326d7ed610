package main

func f() {}

func main() {
	defer f
	go f
	defer 1
	go func() {}
	defer (f())
	defer len("a")
	go int(3)
	defer recover()
}
