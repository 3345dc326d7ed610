// The interfaces of fmt, and scanning through one of them.
package main

import (
	"fmt"
	"strings"
)

type temp float64

func (t temp) Format(f fmt.State, c rune) { fmt.Fprintf(f, "%.1f°", float64(t)) }
func (t temp) GoString() string           { return "temp" }
func (t *temp) Scan(st fmt.ScanState, verb rune) error {
	var f float64
	_, err := fmt.Fscan(st, &f)
	*t = temp(f + 100)
	return err
}

var (
	_ fmt.Formatter  = temp(0)
	_ fmt.GoStringer = temp(0)
	_ fmt.Scanner    = (*temp)(nil)
	_ fmt.Stringer   = time("x")
)

type time string

func (t time) String() string { return "<" + string(t) + ">" }

func main() {
	fmt.Println(temp(1.25), time("noon"), []time{"a", "b"})
	fmt.Printf("%v %s %d|%6s|%-6v|\n", temp(2), time("t"), temp(3), time("w"), time("v"))
	var t temp
	n, err := fmt.Sscan("5", &t)
	fmt.Println(n, err, float64(t))
	var a, b int
	r := strings.NewReader("1-2\n3 4\n")
	n, err = fmt.Fscanf(r, "%d-%d\n", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Fscanln(r, &a, &b)
	fmt.Println(n, err, a, b)
}
