package main

import (
	"fmt"
	"io"
	"sort"
)

type R struct{}

func (R) Read(p []byte) int { return 0 }

type L []int

func (l L) Len() int           { return len(l) }
func (l L) Less(i, j int) bool { return l[i] < l[j] }

type E struct{}

func (E) Error() {}

func newReader() io.Reader { return R{} }
func newError() error      { return E{} }

func main() {
	sort.Sort(L{})
	var s fmt.Stringer = newReader()
	var w io.Writer = newReader()
	var rw io.ReadWriter = w
	_, _ = s, rw
}
