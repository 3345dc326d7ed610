// Package tabwriter aligns columns of text whose cells end with tabs ("elastic tabstops").
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

const (
	FilterHTML          uint = 1 << iota // tags are no text, entities are one character
	StripEscape                          // Escape is not passed through
	AlignRight                           // text stands at the right of its cell
	DiscardEmptyColumns                  // columns of empty cells ended by '\v' vanish
	TabIndent                            // empty cells at the left are padded with tabs
	Debug                                // a bar between columns
)

// Escape begins and ends text in which nothing is special.
const Escape = '\xff'

type cell struct {
	text  []byte
	width int
	hard  bool // ended by '\t'
}

// A Writer pads cells so that those of a column have the same width. A column is made of tab-terminated cells
// in consecutive lines.
type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint

	lines   [][]cell // complete cells; the last line is not complete
	current cell
	counted int  // bytes of the current cell whose width is known
	end     byte // what ends the escaped part that was begun, or 0
	widths  []int
}

// NewWriter returns a Writer; see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets where text goes, the least width of a cell, the width of a tab, what is added to a cell's width, and
// the character that fills cells.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*w = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	w.reset()
	return w
}

func (w *Writer) reset() {
	w.lines = [][]cell{nil}
	w.current, w.counted, w.end = cell{}, 0, 0
}

// Write takes text; what cannot change any more is written.
func (w *Writer) Write(buf []byte) (n int, err error) {
	defer w.explain("Write")
	for i, c := range buf {
		if w.end != 0 {
			if c == w.end {
				to := i + 1
				if c == Escape && w.flags&StripEscape != 0 {
					to = i
				}
				w.add(buf[n:to])
				w.endEscape()
				n = i + 1
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			w.add(buf[n:i])
			w.count()
			n = i + 1
			cells := w.endCell(c == '\t')
			if c == '\t' || c == '\v' {
				break
			}
			w.lines = append(w.lines, nil)
			// The text of a line without columns matters to no other line.
			if c == '\f' || cells == 1 {
				if err = w.flush(); err == nil && c == '\f' && w.flags&Debug != 0 {
					_, err = io.WriteString(w.out, "---\n")
				}
				if err != nil {
					return n, err
				}
			}
		case Escape:
			w.add(buf[n:i])
			w.count()
			n = i
			if w.flags&StripEscape != 0 {
				n++
			}
			w.end = Escape
		case '<', '&':
			if w.flags&FilterHTML != 0 {
				w.add(buf[n:i])
				w.count()
				n = i
				w.end = '>'
				if c == '&' {
					w.end = ';'
				}
			}
		}
	}
	w.add(buf[n:])
	return len(buf), nil
}

// Flush writes what has been kept.
func (w *Writer) Flush() error {
	defer w.explain("Flush")
	return w.flush()
}

// explain says of a panic of the underlying writer what it came from.
func (w *Writer) explain(op string) {
	if e := recover(); e != nil {
		if op == "Flush" {
			w.reset()
		}
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", op, e))
	}
}

func (w *Writer) flush() error {
	if len(w.current.text) > 0 {
		if w.end != 0 {
			w.endEscape()
		} else {
			w.count()
		}
		w.endCell(false)
	}
	text := w.layout(nil, 0, len(w.lines))
	w.reset()
	if len(text) == 0 {
		return nil
	}
	n, err := w.out.Write(text)
	if err == nil && n != len(text) {
		err = io.ErrShortWrite
	}
	return err
}

func (w *Writer) add(text []byte) { w.current.text = append(w.current.text, text...) }

func (w *Writer) count() {
	w.current.width += utf8.RuneCount(w.current.text[w.counted:])
	w.counted = len(w.current.text)
}

func (w *Writer) endEscape() {
	switch w.end {
	case Escape:
		w.count()
		if w.flags&StripEscape == 0 {
			w.current.width -= 2
		}
	case ';':
		w.current.width++
	}
	w.counted = len(w.current.text)
	w.end = 0
}

// endCell ends the current cell and returns how many its line has.
func (w *Writer) endCell(hard bool) int {
	w.current.hard = hard
	last := len(w.lines) - 1
	w.lines[last] = append(w.lines[last], w.current)
	w.current, w.counted = cell{}, 0
	return len(w.lines[last])
}

// layout appends the lines from..to, whose first len(w.widths) columns have a width.
func (w *Writer) layout(out []byte, from, to int) []byte {
	column := len(w.widths)
	for i := from; i < to; i++ {
		if column >= len(w.lines[i])-1 {
			continue
		}
		out = w.write(out, from, i)
		from = i
		width, empty := w.minwidth, true
		for ; i < to && column < len(w.lines[i])-1; i++ {
			c := w.lines[i][column]
			width = max(width, c.width+w.padding)
			empty = empty && c.width == 0 && !c.hard
		}
		if empty && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.widths = append(w.widths, width)
		out = w.layout(out, from, i)
		w.widths = w.widths[:column]
		from = i
	}
	return w.write(out, from, to)
}

// write appends the lines from..to, all of whose columns have a width.
func (w *Writer) write(out []byte, from, to int) []byte {
	for i := from; i < to; i++ {
		tabs := w.flags&TabIndent != 0
		for j, c := range w.lines[i] {
			if j > 0 && w.flags&Debug != 0 {
				out = append(out, '|')
			}
			tabs = tabs && len(c.text) == 0
			if w.flags&AlignRight == 0 {
				out = append(out, c.text...)
			}
			if j < len(w.widths) {
				out = w.pad(out, c.width, w.widths[j], tabs)
			}
			if w.flags&AlignRight != 0 {
				out = append(out, c.text...)
			}
		}
		if i+1 < len(w.lines) {
			out = append(out, '\n')
		}
	}
	return out
}

func (w *Writer) pad(out []byte, width, cell int, tabs bool) []byte {
	char, n := w.padchar, cell-width
	if char == '\t' || tabs {
		if w.tabwidth == 0 {
			return out
		}
		cell = (cell + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		char, n = '\t', (cell-width+w.tabwidth-1)/w.tabwidth
	}
	for range n {
		out = append(out, char)
	}
	return out
}
