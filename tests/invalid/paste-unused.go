package main

import (
	"fmt"
	"os"
	str "strings"
	_ "time"
	"sync"
)

func main() {
	a := 1
	var b, c int
	for i, v := range []int{} {
	}
	if x := f(); true {
	}
	switch y := any(1).(type) {
	}
	func() { d := 2 }()
	b = 3
	err := fmt.Errorf("x")
}

func f() int { return 0 }
