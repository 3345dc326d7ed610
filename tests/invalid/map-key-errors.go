package main

type K struct{ s []int }
type OK struct{ s string }

var a map[[]int]string
var b map[map[string]int]bool
var c map[func()]int
var d map[K]int
var e map[OK]int
var f map[[2]func()]int
var g map[any]int
var h map[[3][]string]int

func F[T any](x map[T]int) {}

func main() {
	_ = map[[]int]int{}
	_ = make(map[K]bool)
}
