package main

import (
	"fmt"
	"time"
)

func doWork(done <-chan interface{}, pulse time.Duration) (<-chan interface{}, <-chan time.Duration) {
	heartbeat := make(chan interface{})
	results := make(chan time.Duration)
	begin := time.Now()
	go func() {
		defer close(heartbeat)
		defer close(results)
		p := time.Tick(pulse)
		work := time.Tick(2 * pulse)
		sendPulse := func() {
			select {
			case heartbeat <- struct{}{}:
			default:
			}
		}
		sendResult := func(r time.Duration) {
			for {
				select {
				case <-done:
					return
				case <-p:
					sendPulse()
				case results <- r:
					return
				}
			}
		}
		for {
			select {
			case <-done:
				return
			case <-p:
				sendPulse()
			case r := <-work:
				sendResult(r.Sub(begin).Truncate(10 * time.Millisecond))
			}
		}
	}()
	return heartbeat, results
}

func main() {
	done := make(chan interface{})
	time.AfterFunc(210*time.Millisecond, func() { close(done) })
	hb, rs := doWork(done, 50*time.Millisecond)
	n, m := 0, 0
	for hb != nil || rs != nil {
		select {
		case _, ok := <-hb:
			if !ok {
				hb = nil
				continue
			}
			n++
		case _, ok := <-rs:
			if !ok {
				rs = nil
				break
			}
			m++
		case <-time.After(time.Second):
			fmt.Println("unhealthy")
			return
		}
	}
	fmt.Println(n >= 2, m)
}
