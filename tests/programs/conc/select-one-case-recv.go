package main

func main() {
	c := make(chan int)
	select {
	case v, ok := <-c:
		_, _ = v, ok
	}
}
