// Integer verbs with flags, widths and precisions.
package main

import "fmt"

func main() {
	for _, f := range []string{"%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%#X", "%o", "%#o", "%O", "%b", "%#b", "%c", "%q", "%U", "%#U",
		"%8.3d", "%-8.3d|", "%+05d", "%+.2d", "%08b", "%x", "% x", "%3c|", "%-3c|", "%5q", "%+q", "%20U|", "%e", "%s", "%t", "%z", "%.0d", "%+x", "%010X"} {
		fmt.Printf("%-8s [", f)
		fmt.Printf(f, 65)
		fmt.Print("] [")
		fmt.Printf(f, -77)
		fmt.Print("] [")
		fmt.Printf(f, uint8(250))
		fmt.Println("]")
	}
	fmt.Printf("%d %d\n", []int{1, 2}, map[string]int{"a": 1})
	fmt.Printf("%x %X %#x\n", []int{10, 255}, [2]uint8{1, 2}, []uint16{7, 8})
	fmt.Printf("%*d|%-*d|%.*f|%[2]*[1]d\n", 5, 42, 6, 7, 2, 3.14159)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]v %[1]v %v %v\n", "a", "b", "c")
	fmt.Printf("%d %d\n", int64(-1<<63), ^uint64(0))
	fmt.Printf("%c%c%c %U\n", 0x4e16, 'A', 0x1F600, 0x1F600)
}
