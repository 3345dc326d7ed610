package main

func main() {
	fmt.Println("no import")
	var wg sync.WaitGroup
	wg.Wait()
}
