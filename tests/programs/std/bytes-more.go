// The rest of package bytes.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

func main() {
	b := []byte("Hello, Wörld! hello")
	fmt.Println(bytes.MinRead, bytes.ErrTooLarge, bytes.ContainsAny(b, "xyz!"), bytes.ContainsRune(b, 'ö'), bytes.ContainsFunc(b, unicode.IsDigit))
	fmt.Println(bytes.EqualFold([]byte("Go"), []byte("GO")), bytes.IndexAny(b, "wWö"), bytes.IndexFunc(b, unicode.IsSpace), bytes.IndexRune(b, 'ö'))
	fmt.Println(bytes.LastIndexAny(b, "lo"), bytes.LastIndexByte(b, 'h'), bytes.LastIndexFunc(b, unicode.IsUpper))
	fmt.Printf("%s %s %s %s\n", bytes.Map(func(r rune) rune {
		if r == 'l' {
			return -1
		}
		return unicode.ToUpper(r)
	}, b), bytes.ToLower(b), bytes.ToTitle(b), bytes.Title([]byte("some words")))
	fmt.Printf("%s %s %s\n", bytes.ToUpperSpecial(unicode.TurkishCase, []byte("iı")), bytes.ToLowerSpecial(unicode.TurkishCase, []byte("Iİ")), bytes.ToTitleSpecial(unicode.TurkishCase, []byte("i")))
	fmt.Printf("%q %v %s\n", bytes.ToValidUTF8([]byte("a\xffb"), []byte("?")), bytes.Runes([]byte("aö")), bytes.Replace(b, []byte("l"), []byte("L"), 2))
	c := bytes.Clone(b)
	c[0] = 'J'
	fmt.Printf("%c %c %v\n", b[0], c[0], bytes.Clone(nil) == nil)
	fmt.Printf("%q %q %q\n", bytes.SplitAfter([]byte("a,b,c"), []byte(",")), bytes.SplitN([]byte("a,b,c"), []byte(","), 2), bytes.SplitAfterN([]byte("a,b,c"), []byte(","), 2))
	fmt.Printf("%q\n", bytes.FieldsFunc([]byte("a1b22c"), unicode.IsDigit))
	in := []byte("--a-b--")
	dash := func(r rune) bool { return r == '-' }
	fmt.Printf("%s %s %s %s %s %s\n", bytes.TrimLeftFunc(in, dash), bytes.TrimRightFunc(in, dash), bytes.TrimFunc(in, dash), bytes.Trim(in, "-"), bytes.TrimLeft(in, "-"), bytes.TrimRight(in, "-"))
	fmt.Printf("%s %s\n", bytes.TrimPrefix(in, []byte("--")), bytes.TrimSuffix(in, []byte("-")))
	after, found := bytes.CutPrefix(in, []byte("--a"))
	fmt.Printf("%s %v ", after, found)
	before, found := bytes.CutSuffix(in, []byte("x"))
	fmt.Printf("%s %v ", before, found)
	before, after, found = bytes.Cut([]byte("k=v"), []byte("="))
	fmt.Printf("%s %s %v\n", before, after, found)
	for l := range bytes.Lines([]byte("x\ny\nz")) {
		fmt.Printf("%q ", l)
	}
	for l := range bytes.SplitSeq([]byte("1 2"), []byte(" ")) {
		fmt.Printf("%q ", l)
	}
	for l := range bytes.SplitAfterSeq([]byte("1 2"), []byte(" ")) {
		fmt.Printf("%q ", l)
	}
	for l := range bytes.FieldsSeq([]byte(" a  b ")) {
		fmt.Printf("%q ", l)
	}
	for l := range bytes.FieldsFuncSeq([]byte("a-b"), dash) {
		fmt.Printf("%q ", l)
	}
	fmt.Println()

	buf := bytes.NewBuffer([]byte("start "))
	buf.Grow(100)
	fmt.Println(buf.Cap() >= 106, buf.Available() >= 100, len(buf.AvailableBuffer()))
	p, err := buf.Peek(3)
	fmt.Printf("%s %v\n", p, err)
	_, err = buf.Peek(50)
	fmt.Println(err)
	n, _ := buf.ReadFrom(strings.NewReader("and some"))
	fmt.Println(n, buf.Len())
	small := make([]byte, 2)
	buf.Read(small)
	fmt.Printf("%s %v %v\n", small, buf.UnreadByte(), buf.UnreadByte())
	buf.ReadRune()
	fmt.Println(buf.UnreadRune(), buf.UnreadRune())
	line, err := buf.ReadBytes(' ')
	fmt.Printf("%q %v\n", line, err)
	line, err = buf.ReadBytes('!')
	fmt.Printf("%q %v\n", line, err)

	r := bytes.NewReader([]byte("first"))
	r.Reset([]byte("second"))
	all, _ := io.ReadAll(r)
	fmt.Printf("%s %d\n", all, r.Size())
	var _ *bytes.Reader = r
}
