// reflect.Select that waits, that sends values of interface and struct types, and what it refuses.
package main

import (
	"fmt"
	"io"
	"reflect"
	"sync"
	"time"
)

type pair struct {
	a int
	b string
}

func refused(name string, cases ...reflect.SelectCase) {
	defer func() { fmt.Println(name+":", recover()) }()
	fmt.Println(reflect.Select(cases))
}

func recv(c any) reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)}
}

func send(c, v any) reflect.SelectCase {
	return reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(c), Send: reflect.ValueOf(v)}
}

// merge reads all channels until each is closed.
func merge(chans ...<-chan pair) (all []pair) {
	var cases []reflect.SelectCase
	for _, c := range chans {
		cases = append(cases, recv(c))
	}
	for len(cases) > 0 {
		i, v, ok := reflect.Select(cases)
		if !ok {
			cases = append(cases[:i], cases[i+1:]...)
			continue
		}
		all = append(all, v.Interface().(pair))
	}
	return all
}

func main() {
	var chans []<-chan pair
	for i := range 4 {
		c := make(chan pair)
		chans = append(chans, c)
		go func() {
			defer close(c)
			time.Sleep(time.Duration(i+1) * 20 * time.Millisecond)
			c <- pair{i, fmt.Sprint("from ", i)}
		}()
	}
	fmt.Println(merge(chans...))

	errs := make(chan error, 1)
	i, v, ok := reflect.Select([]reflect.SelectCase{send(errs, io.EOF)})
	fmt.Println(i, v.IsValid(), ok, <-errs)
	errs <- nil
	i, v, ok = reflect.Select([]reflect.SelectCase{recv(errs)})
	fmt.Println(i, v.IsValid(), v.Interface() == nil, ok)

	out := make(chan pair)
	var wg sync.WaitGroup
	wg.Go(func() {
		time.Sleep(time.Millisecond)
		fmt.Println("got", <-out)
	})
	i, _, _ = reflect.Select([]reflect.SelectCase{recv((chan int)(nil)), send(out, pair{1, "x"}), {Dir: reflect.SelectRecv}})
	wg.Wait()
	fmt.Println("sent by", i)

	done := make(chan struct{})
	close(done)
	i, v, ok = reflect.Select([]reflect.SelectCase{recv(done)})
	fmt.Println(i, v.Kind(), ok)
	i, v, ok = reflect.Select([]reflect.SelectCase{recv(make(chan int)), recv(time.After(5 * time.Millisecond))})
	fmt.Println(i, v.Type(), ok)

	refused("two defaults", reflect.SelectCase{Dir: reflect.SelectDefault}, reflect.SelectCase{Dir: reflect.SelectDefault})
	refused("no direction", reflect.SelectCase{})
	refused("nothing to send", reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(out)})
	refused("a value to receive", reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(out), Send: reflect.ValueOf(1)})
	refused("wrong type", send(out, 1))
	refused("receive only", send((<-chan pair)(out), pair{}))
	refused("send only", recv((chan<- pair)(out)))
	closed := make(chan int)
	close(closed)
	refused("closed", send(closed, 1))
	refused("not a channel", recv(1))
}
