// A dot import brings the names into the file's scope.
package main

import (
	. "fmt"
	. "strings"
)

func main() {
	Println(ToUpper("dot"), Repeat("ab", 2))
	var b Builder
	Fprintf(&b, "%d", 7)
	Println(b.String())
}
