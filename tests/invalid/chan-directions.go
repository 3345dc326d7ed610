package main

func producer(out <-chan int) {
	out <- 1
	close(out)
}
func consumer(in chan<- int) {
	x := <-in
	for v := range in {
		_ = v
	}
	_ = x
}
func main() {
	c := make(chan int)
	var r <-chan int = c
	var s chan<- int = c
	c = r
	var b chan int = s
	r = s
	c <- "x"
	var y string = <-c
	close(5)
	select {
	case r <- 1:
	case <-s:
	case v := <-c + 1:
	}
	_, _ = b, y
}
