// go with a method, a closure, a builtin-free function value; arguments are evaluated at once.
package main

import "fmt"

type acc struct{ c chan string }

func (a acc) say(s string)   { a.c <- "value " + s }
func (a *acc) tell(s string) { a.c <- "pointer " + s }

func main() {
	a := acc{make(chan string)}
	go a.say("one")
	fmt.Println(<-a.c)
	go (&a).tell("two")
	fmt.Println(<-a.c)
	f := a.say
	go f("three")
	fmt.Println(<-a.c)
	x := 1
	go func(n int) { a.c <- fmt.Sprint(n) }(x)
	x = 2
	fmt.Println(<-a.c, x)
	go acc.say(a, "expr")
	fmt.Println(<-a.c)
	m := map[string]func(string){"k": a.tell}
	go m["k"]("map")
	fmt.Println(<-a.c)
}
