// recover in its possible places.
package main

import (
	"errors"
	"fmt"
)

func safe(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			switch x := r.(type) {
			case error:
				err = fmt.Errorf("wrapped: %w", x)
			default:
				err = fmt.Errorf("panic: %v", x)
			}
		}
	}()
	f()
	return nil
}

var errBase = errors.New("base")

func helper() { fmt.Println("helper sees", recover()) }

func notDirect() {
	defer func() {
		func() { fmt.Println("nested recover", recover()) }()
	}()
	panic("deep")
}

func repanic() {
	defer func() { fmt.Println("outer got", recover()) }()
	defer func() {
		r := recover()
		panic(fmt.Sprint("again ", r))
	}()
	panic("once")
}

func replaced() {
	defer func() { fmt.Println(recover()) }()
	defer func() { panic("second") }()
	panic("first")
}

func main() {
	fmt.Println(recover())
	fmt.Println(safe(func() {}))
	fmt.Println(safe(func() { panic("text") }))
	err := safe(func() { panic(errBase) })
	fmt.Println(err, errors.Is(err, errBase))
	fmt.Println(safe(func() { var m map[string]int; m["x"] = 1 }))
	fmt.Println(safe(notDirect))
	func() {
		defer helper()
		panic(42)
	}()
	repanic()
	replaced()
	fmt.Println(safe(func() { panic(nil) }))
	fmt.Println("done")
}
