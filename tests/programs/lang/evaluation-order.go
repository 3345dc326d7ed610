// Calls, receives and logical operators happen in lexical order.
package main

import "fmt"

func t(s string, v bool) bool { fmt.Print(s, " "); return v }
func n(s string, v int) int   { fmt.Print(s, " "); return v }

type st struct{ a, b, c int }

func three(a, b, c int) int { return a + b + c }

func main() {
	fmt.Println(t("a", true) || t("b", true))
	fmt.Println(t("a", false) || t("b", true) && t("c", false))
	fmt.Println(t("a", false) && t("b", true))
	fmt.Println(three(n("1", 1), n("2", 2), n("3", 3)) + n("4", 4)*n("5", 5))
	_ = st{c: n("c", 1), a: n("a", 2), b: n("b", 3)}
	fmt.Println()
	_ = []int{n("x", 1), n("y", 2)}
	_ = map[int]int{n("k1", 1): n("v1", 1), n("k2", 2): n("v2", 2)}
	fmt.Println()
	c := make(chan int, 2)
	c <- 10
	c <- 20
	fmt.Println(three(<-c, n("between", 0), <-c))
	arr := []func(int) int{func(i int) int { return i }, func(i int) int { return -i }}
	fmt.Println(arr[n("index", 1)](n("arg", 7)))
	if v := n("cond", 3); v > n("limit", 2) {
		fmt.Println("taken")
	}
}
