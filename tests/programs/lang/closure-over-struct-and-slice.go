// What closures and method values capture: variables, not values.
package main

import "fmt"

type cfg struct{ n int }

func main() {
	c := cfg{1}
	show := func() int { return c.n }
	c.n = 2
	c = cfg{3}
	fmt.Println(show())
	s := []int{1, 2, 3}
	sum := func() (t int) {
		for _, v := range s {
			t += v
		}
		return
	}
	s[0] = 10
	s = append(s, 100)
	fmt.Println(sum())
	var fs [3]func() int
	for i := range fs {
		x := i * i
		fs[i] = func() int { x++; return x }
	}
	fmt.Println(fs[0](), fs[1](), fs[2](), fs[2]())
	acc := map[string]func(int){}
	total := 0
	acc["add"] = func(n int) { total += n }
	acc["sub"] = func(n int) { total -= n }
	acc["add"](5)
	acc["sub"](2)
	fmt.Println(total)
	func(p *int) { *p *= 10 }(&total)
	fmt.Println(total)
	if f := func() bool { total++; return total > 30 }; f() {
		fmt.Println("over", total)
	}
}
