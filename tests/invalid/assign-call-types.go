package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

type User struct {
	Name string
	age  int
}

func greet(name string, n int) string { return strings.Repeat(name, n) }

func main() {
	var n int = "five"
	var s string = 5
	s = 'c'
	n = 3.5
	n = nil
	greet("a")
	greet("a", 1, 2)
	greet(1, "a")
	r := greet("a", 2) + 1
	u := User{"bob"}
	u2 := User{Name: "x", Age: 3}
	u3 := User{Name: 1}
	u.Nme = "z"
	time.Sleep("1s")
	var d float64 = 2
	time.Sleep(d * time.Second)
	k := 3
	time.Sleep(k * time.Second)
	i, err := strconv.Atoi(5)
	fmt.Println(n, s, r, u, u2, u3, d, i, err)
}
