// String and byte verbs.
package main

import "fmt"

type name string
type raw []byte

func main() {
	for _, f := range []string{"%s", "%10s|", "%-10s|", "%.2s", "%5.1s|", "%q", "%#q", "%+q", "%x", "%X", "% x", "%#x", "%# x", "%v", "%-8q|", "%010s", "%d", "%c", "%t"} {
		fmt.Printf("%-6s [", f)
		fmt.Printf(f, "héy\n")
		fmt.Print("] [")
		fmt.Printf(f, []byte("ab`"))
		fmt.Print("] [")
		fmt.Printf(f, name("n"))
		fmt.Println("]")
	}
	fmt.Printf("%s %q %v\n", []string{"a", "b c"}, []string{"a", "b c"}, []string{"a", "b c"})
	fmt.Printf("%s %v %x\n", raw("raw"), raw("raw"), raw("raw"))
	fmt.Printf("%q %q %#q\n", 'x', '\n', '世')
	fmt.Printf("%6s|%-6s|%06d|%s\n", "日本", "日本", 12, [3]byte{65, 66, 67})
	fmt.Printf("%s %s\n", fmt.Sprint("a", "b", 1, 2, "c", 3.5, nil, nil), fmt.Sprintln("x", 1))
	fmt.Printf("%v %s\n", [2][]byte{[]byte("x"), nil}, [][]byte{[]byte("yz")})
	fmt.Printf("%q\n", "tab\t\x00\x7f\u200b\U0001F600\xff")
	fmt.Printf("%t %5t %v\n", true, false, []bool{true})
}
