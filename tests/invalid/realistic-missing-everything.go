package main

func main() {
	wg := sync.WaitGroup{}
	ch := make(chan int)
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ch <- i
			time.Sleep(time.Second)
		}()
	}
	fmt.Println(<-ch)
	log.Fatal(errors.New("x"))
}
