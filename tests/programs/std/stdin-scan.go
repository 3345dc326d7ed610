package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	n := 0
	for sc.Scan() {
		n++
	}
	fmt.Println("lines:", n, sc.Err())
	var a, b int
	k, err := fmt.Sscanf("10-20", "%d-%d", &a, &b)
	fmt.Println(k, err, a, b)
	var s string
	var f float64
	k, err = fmt.Sscan("word 3.5 x", &s, &f, &a)
	fmt.Println(k, err, s, f, a)
	_, err = fmt.Scanln(&a)
	fmt.Println(err, errors.Is(err, io.EOF))
	sc = bufio.NewScanner(strings.NewReader("one two\nthree"))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println()
	sc = bufio.NewScanner(strings.NewReader("añb"))
	sc.Split(bufio.ScanRunes)
	for sc.Scan() {
		fmt.Print(sc.Text(), "|")
	}
	fmt.Println()
	r := bufio.NewReader(strings.NewReader("line one\nline two"))
	for {
		line, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", line, err)
		if err != nil {
			break
		}
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "buffered %d %s\n", w.Buffered(), strings.ToUpper("x"))
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	for sc.Scan() {
	}
	fmt.Fprintln(w, sc.Err(), errors.Is(sc.Err(), bufio.ErrTooLong))
	csv := "name,age\nbob,30\nalice,25\n"
	for i, rec := range strings.Split(strings.TrimSpace(csv), "\n") {
		f := strings.SplitN(rec, ",", 2)
		fmt.Fprintf(w, "%d: %-6s|%5s|\n", i, f[0], f[1])
	}
	rd := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Fprintln(w, rd.Replace("<b>"), strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.EqualFold("Go", "GO"), strings.Title("hello world"))
	before, after, ok := strings.Cut("k=v=w", "=")
	fmt.Fprintln(w, before, after, ok, strings.LastIndex("go gopher", "go"), strings.Count("cheese", "e"), strings.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }))
	fmt.Fprintf(w, "%q %q %q\n", strings.Fields("  a  b "), strings.SplitAfter("a,b", ","), strings.TrimLeft("xxabc", "x"))
}
