// Every flag of text/tabwriter.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
)

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no room") }

func main() {
	text := "a\tb\tc\naaaa\tbbbbbb\tc\n\n\tx\ty\nonly\n日本\té\tz\nlong cell here\t\t|\n\v\vsoft\n"
	for _, c := range []struct {
		min, tab, pad int
		char          byte
		flags         uint
	}{
		{0, 8, 1, ' ', 0}, {8, 8, 0, '\t', 0}, {5, 0, 2, '.', tabwriter.AlignRight}, {0, 4, 1, '\t', tabwriter.AlignRight},
		{0, 8, 1, ' ', tabwriter.Debug}, {0, 8, 1, '-', tabwriter.TabIndent}, {3, 8, 1, ' ', tabwriter.DiscardEmptyColumns},
		{0, 8, 1, ' ', tabwriter.FilterHTML}, {0, 0, 1, '\t', 0}, {1, 3, 0, ' ', tabwriter.AlignRight | tabwriter.Debug | tabwriter.TabIndent},
	} {
		var b strings.Builder
		w := tabwriter.NewWriter(&b, c.min, c.tab, c.pad, c.char, c.flags)
		for part := range strings.SplitSeq(text, "b") {
			fmt.Fprint(w, part, "b")
		}
		fmt.Fprint(w, "<b>bold</b>\t&amp;\tend\nxx\ty\tz\f1\t22\t333\f4444\t5\t6")
		w.Flush()
		fmt.Println(strings.ReplaceAll(strings.ReplaceAll(b.String(), " ", "_"), "\t", "→"))
	}
	for _, flags := range []uint{0, tabwriter.StripEscape} {
		w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '.', flags)
		fmt.Fprintf(w, "%ca\tb%c\tc\n", rune(0), rune(0))
		w.Write([]byte("\xffa\tb\xff\tc\nxxxxxxx\ty\n"))
		w.Flush()
	}
	w := new(tabwriter.Writer).Init(failing{}, 0, 8, 1, ' ', 0)
	fmt.Fprint(w, "a\tb\n")
	fmt.Println(w.Flush())
	w.Init(os.Stdout, 0, 8, 1, ' ', 0)
	fmt.Fprint(w, "written at once\n")
	fmt.Println("then this")
	fmt.Fprint(w, "a\tkept\n")
	fmt.Println("before that")
	fmt.Println(w.Flush(), w.Flush())
	defer func() { fmt.Println(recover()) }()
	w.Init(os.Stdout, -1, 0, 0, ' ', 0)
}
