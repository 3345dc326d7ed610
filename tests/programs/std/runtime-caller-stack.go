// runtime.Caller and the types of runtime errors.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], ":", line, " ", ok)
}

func main() {
	fmt.Println(where())
	func() {
		defer func() {
			e, ok := recover().(runtime.Error)
			fmt.Println(ok, e.Error())
			e.RuntimeError()
		}()
		x := 0
		fmt.Println(1 / x)
	}()
	func() {
		defer func() {
			e := recover().(*runtime.PanicNilError)
			fmt.Println(e.Error())
		}()
		panic(nil)
	}()
	runtime.LockOSThread()
	runtime.UnlockOSThread()
}
