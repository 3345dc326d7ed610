// An interface variable is two words.
package main

import "fmt"

func main() {
	var v any = 1
	done := make(chan bool)
	go func() {
		v = "text"
		close(done)
	}()
	_, ok := v.(int)
	<-done
	fmt.Println(ok || !ok)
}
