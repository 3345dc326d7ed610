package main

import "fmt"

x := 5
y = 6
fmt.Println("hi")
var z int := 3
for i := 0; i < 3; i++ {
}
if true {
}

func main() {
	fmt.Println(x)
}
