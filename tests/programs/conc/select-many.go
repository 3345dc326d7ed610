package main

import (
	"fmt"
	"time"
)

func main() {
	a, b, c := make(chan int), make(chan string, 1), make(chan struct{})
	var nilc chan int
	go func() {
		for i := range 3 {
			a <- i
			time.Sleep(5 * time.Millisecond)
		}
		close(a)
	}()
	timeout := time.After(100 * time.Millisecond)
	arr := [2]int{}
	idx := func() int { fmt.Print("idx "); return 1 }
	var ok bool
	for n := 0; n < 10; n++ {
		select {
		case arr[idx()], ok = <-a:
			fmt.Println("a", arr, ok)
			if !ok {
				a = nil
				b <- "now b"
			}
		case s := <-b:
			fmt.Println(s)
			close(c)
		case nilc <- 1:
		case <-nilc:
		case _, ok := <-c:
			fmt.Println("c closed", ok)
			return
		case <-timeout:
			fmt.Println("timeout")
			return
		}
	}
}
