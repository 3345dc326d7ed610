// Five levels of precedence.
package main

import "fmt"

func main() {
	a, b, c := 6, 3, 2
	fmt.Println(a+b*c, (a+b)*c, a-b-c, a/b*c, a%4*b, a<<1+1, 1+a<<1)
	fmt.Println(a|b&c, a^b|c, a&^b+c, a&b == c, a == 6 && b == 4 || c == 2)
	fmt.Println(-a+b, -a*-b, ^a&b, !true || true, !(a > b) == false)
	fmt.Println(a+b > c*2 && c < b, 1<<2<<1, 100>>1>>1, 2*3%4, 7-2*3+1)
	p := &a
	fmt.Println(*p*2, -*p, *p**p)
	x := []int{1, 2, 3}
	fmt.Println(x[1]*x[2]+x[0], len(x)-1 > c-1)
	ch := make(chan int, 1)
	ch <- a + b
	fmt.Println(<-ch+1, !(<-func() chan bool { c := make(chan bool, 1); c <- true; return c }()))
}
