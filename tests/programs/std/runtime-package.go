// package runtime.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

func main() {
	fmt.Println(runtime.NumCPU() >= 1, runtime.NumGoroutine(), strings.HasPrefix(runtime.Version(), "go1."), runtime.GOOS != "", runtime.GOARCH != "")
	old := runtime.GOMAXPROCS(2)
	fmt.Println(old >= 1, runtime.GOMAXPROCS(0))
	runtime.GC()
	runtime.Gosched()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("goexit runs deferred calls")
		runtime.Goexit()
	}()
	<-done
	func() {
		defer func() {
			err := recover().(error)
			var re runtime.Error
			fmt.Println(errors.As(err, &re), err)
		}()
		var a []int
		_ = a[len(a)]
	}()
	func() {
		defer func() {
			e := recover().(*runtime.TypeAssertionError)
			fmt.Println(e)
		}()
		var x any = 1
		_ = x.(string)
	}()
	func() {
		defer func() {
			_, ok := recover().(*runtime.PanicNilError)
			fmt.Println(ok)
		}()
		panic(nil)
	}()
	runtime.KeepAlive(old)
}
