// A whole struct is copied while a field is written.
package main

import "fmt"

type s struct{ a, b int }

func main() {
	var v s
	done := make(chan bool)
	go func() {
		v.b = 1
		close(done)
	}()
	w := v
	<-done
	fmt.Println(w.a)
}
