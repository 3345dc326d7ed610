package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add()
	wg.Add("1")
	wg.Done(1)
	wg.wait()
	wg.Go(func() int { return 1 })
	wg.Go(main())
	var mu sync.Mutex
	mu.lock()
	mu.Lock(1)
	x := mu.Lock()
	defer mu.Unlock
	sync.Mutex.Lock()
}
