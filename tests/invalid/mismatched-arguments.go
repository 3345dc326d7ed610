package main

import (
	"fmt"
	"strings"
	"time"
)

func f(a int, b ...string) {}
func two() (int, int)      { return 1, 2 }

func main() {
	f(two())
	f(1, []int{1}...)
	f([]string{"a"}...)
	strings.ToUpper(1)
	strings.Repeat("a", "b")
	time.Sleep(1.5)
	n := 3
	time.Sleep(n * time.Second)
	fmt.Println(two(), 1)
	f(two(), "x")
	fmt.Sprintf(1)
}
