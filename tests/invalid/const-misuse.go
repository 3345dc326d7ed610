package main

import "fmt"

const x int
const y = []int{1}
const z = f()
const (
	a = iota
	b, c
	d, e = 1
)
const p = &x
const q = nil
const r string = 5
const s = "a" + 1
const t = 1 / 0.0
const u = -5 >> -1
const v uint = 3 - 5

func f() int { return 1 }

func main() { fmt.Println(iota) }
