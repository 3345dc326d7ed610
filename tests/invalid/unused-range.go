package main

func main() {
	for k, v := range map[string]int{} {
	}
	for i := range 10 {
	}
	for i := 0; ; {
	}
	ch := make(chan int)
	for x := range ch {
	}
	select {
	case v, ok := <-ch:
	}
}
