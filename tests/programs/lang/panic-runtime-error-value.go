// Recovering a runtime.Error and panicking with it again keeps the text.
package main

import "fmt"

type wrapped struct{ inner any }

func (w wrapped) Error() string { return fmt.Sprintf("wrapped(%v)", w.inner) }

func main() {
	defer func() {
		panic(wrapped{recover()})
	}()
	var s []int
	s[2] = 1
}
