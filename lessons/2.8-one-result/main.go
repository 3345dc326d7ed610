package main

import (
	"fmt"
	"time"
)

const (
	oven  = 250 //param 50..500
	tasks = 3   //param 0..6
)

func bake() <-chan string {
	cake := make(chan string, 1)
	go func() {
		time.Sleep(oven * time.Millisecond)
		cake <- "cake"
	}()
	return cake
}

func main() {
	start := time.Now()
	cake := bake()
	for n := 1; n <= tasks; n++ {
		time.Sleep(60 * time.Millisecond)
		fmt.Println("washed dish", n)
	}
	fmt.Println("the", <-cake, "is ready")
	fmt.Println("after", time.Since(start).Round(10*time.Millisecond))
}
