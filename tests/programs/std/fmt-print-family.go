// Print, Println, Printf, their S, F and Append forms.
package main

import (
	"fmt"
	"os"
)

func main() {
	n, err := fmt.Println("a", 1, true, nil, 'x', 2.5)
	fmt.Println(n, err)
	n, _ = fmt.Print("a", "b", 1, 2, true, false, "c", "\n")
	fmt.Println(n)
	n, _ = fmt.Printf("%s-%d\n", "x", 5)
	fmt.Println(n)
	s := fmt.Sprint("x", 1, 2, "y")
	t := fmt.Sprintln("end", 3)
	u := fmt.Sprintf("%03d", 7)
	fmt.Printf("%q %q %q\n", s, t, u)
	fmt.Fprint(os.Stdout, "to ", "stdout", "\n")
	fmt.Fprintln(os.Stdout, "line", 1)
	fmt.Fprintf(os.Stdout, "%v\n", []int{1})
	fmt.Fprintln(os.Stderr, "to stderr")
	fmt.Fprintf(os.Stderr, "%d%%\n", 50)
	fmt.Fprint(os.Stderr, "x\n")
	b := fmt.Append(nil, "a", 1)
	b = fmt.Appendf(b, "[%d]", 2)
	b = fmt.Appendln(b, "z")
	fmt.Printf("%q\n", b)
	fmt.Println()
	fmt.Print()
	fmt.Print("\n")
	fmt.Print(1, 2, "\n")
	fmt.Print([]int{1}, []int{2}, "a", 3, 4, "b", "\n")
}
