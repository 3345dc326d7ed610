package main

func main() {
	_ = int{1}
	_ = string{"a"}
	_ = func(){}
	_ = *int{}
	_ = chan int{}
	_ = interface{}{}
	_ = Foo{1}
	_ = {1, 2}
	x := []{1, 2}
}
