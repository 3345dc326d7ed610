package main

import (
	"fmt"
	"sync"
)

func fetch(url string, results chan<- string, wg sync.WaitGroup) {
	defer wg.Done()
	resp, err := http.Get(url)
	if err != nil {
		results <- err
		return
	}
	defer resp.Body.Close()
	results <- fmt.Sprintf("%s: %d", url, resp.StatusCode)
}

func main() {
	results := make(chan string)
	var wg sync.WaitGroup
	go fetch("x", results, &wg)
	fmt.Println(<-results)
}
