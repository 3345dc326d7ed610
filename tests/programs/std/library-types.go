// Types of the library that programs seldom name.
package main

import (
	"bufio"
	"fmt"
	"io"
	"runtime"
	"strings"
	"syscall"
)

func words(s *bufio.Scanner) (n int) {
	for s.Split(bufio.ScanWords); s.Scan(); {
		n++
	}
	return n
}

func name(f *runtime.Func) string { return f.Name() }

func first(f *runtime.Frames) runtime.Frame {
	frame, _ := f.Next()
	return frame
}

func relay(r *io.PipeReader, w *io.PipeWriter) string {
	go func() {
		defer w.Close()
		io.WriteString(w, "relayed")
	}()
	b, _ := io.ReadAll(r)
	return string(b)
}

func size(s *io.SectionReader) int64 { return s.Size() }

func main() {
	fmt.Println(words(bufio.NewScanner(strings.NewReader("three short words"))))
	pcs := make([]uintptr, 1)
	runtime.Callers(1, pcs)
	pc, _, _, _ := runtime.Caller(0)
	f := runtime.FuncForPC(pc)
	fmt.Println(name(f), f.Entry() <= pc)
	fmt.Println(first(runtime.CallersFrames(pcs)).Function)
	fmt.Println(relay(io.Pipe()))
	fmt.Println(size(io.NewSectionReader(strings.NewReader("abc"), 1, 2)))
	var o *io.OffsetWriter
	fmt.Println(o == nil)
	syscall.SIGINT.Signal()
}
