// reflect.Select over a slice of channels.
package main

import (
	"fmt"
	"reflect"
)

func main() {
	chans := make([]chan int, 3)
	cases := make([]reflect.SelectCase, 3)
	for i := range chans {
		chans[i] = make(chan int, 1)
		cases[i] = reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(chans[i])}
	}
	chans[1] <- 42
	i, v, ok := reflect.Select(cases)
	fmt.Println(i, v.Int(), ok)
	close(chans[2])
	i, v, ok = reflect.Select(cases)
	fmt.Println(i, v.Interface(), ok)
	cases[2] = reflect.SelectCase{Dir: reflect.SelectDefault}
	i, _, ok = reflect.Select(cases)
	fmt.Println(i, ok)
	cases[2] = reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(chans[0]), Send: reflect.ValueOf(7)}
	i, _, _ = reflect.Select(cases)
	fmt.Println(i, <-chans[0])
}
