// The or-done pattern: the first of many done channels ends all.
package main

import "fmt"

func or(chans ...<-chan struct{}) <-chan struct{} {
	switch len(chans) {
	case 0:
		return nil
	case 1:
		return chans[0]
	}
	out := make(chan struct{})
	go func() {
		defer close(out)
		switch len(chans) {
		case 2:
			select {
			case <-chans[0]:
			case <-chans[1]:
			}
		default:
			select {
			case <-chans[0]:
			case <-chans[1]:
			case <-chans[2]:
			case <-or(append(chans[3:], out)...):
			}
		}
	}()
	return out
}

func main() {
	cs := make([]<-chan struct{}, 6)
	var last chan struct{}
	for i := range cs {
		c := make(chan struct{})
		cs[i], last = c, c
	}
	done := or(cs...)
	select {
	case <-done:
		fmt.Println("too early")
	default:
		fmt.Println("waiting")
	}
	close(last)
	<-done
	fmt.Println("done", or() == nil)
}
