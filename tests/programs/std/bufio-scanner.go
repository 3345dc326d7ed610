// bufio: Scanner, Reader, Writer.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(strings.NewReader("one\ntwo words\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q\n", sc.Text())
	}
	fmt.Println(sc.Err())
	ws := bufio.NewScanner(strings.NewReader(" a bb  ccc "))
	ws.Split(bufio.ScanWords)
	n := 0
	for ws.Scan() {
		n += len(ws.Bytes())
	}
	rs := bufio.NewScanner(strings.NewReader("hé"))
	rs.Split(bufio.ScanRunes)
	for rs.Scan() {
		fmt.Print(rs.Text(), "|")
	}
	fmt.Println(n)
	r := bufio.NewReader(strings.NewReader("key: value\nnext"))
	k, _ := r.ReadString(':')
	b, _ := r.Peek(3)
	fmt.Printf("%q %q\n", k, b)
	rest, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", rest, err)
	last, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", last, err)
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "buffered %d\n", w.Buffered())
	fmt.Print("before flush\n")
	w.Flush()
	w.WriteString("lost without flush")
}
