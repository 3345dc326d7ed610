// A formatted string with a newline.
package main

import "fmt"

func main() {
	panic(fmt.Sprintf("bad value %d\nsecond line", 7))
}
