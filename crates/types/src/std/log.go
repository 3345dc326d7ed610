// Package log: lines with a prefix.
package log

import (
	"fmt"
	"internal/region"
	"io"
	"os"
	"runtime"
	"time"
)

const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

// A Logger writes lines to a Writer.
type Logger struct {
	prefix string
	flag   int
	out    io.Writer
}

func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{prefix: prefix, flag: flag, out: out}
}

var std = New(os.Stderr, "", LstdFlags)

func Default() *Logger { return std }

func (l *Logger) SetOutput(w io.Writer) {
	region.Enter()
	l.out = w
	region.Exit()
}

func (l *Logger) SetPrefix(prefix string) {
	region.Enter()
	l.prefix = prefix
	region.Exit()
}

func (l *Logger) SetFlags(flag int) {
	region.Enter()
	l.flag = flag
	region.Exit()
}

func (l *Logger) Prefix() string    { return l.prefix }
func (l *Logger) Flags() int        { return l.flag }
func (l *Logger) Writer() io.Writer { return l.out }

func pad(n, width int) string {
	s := fmt.Sprint(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func header(prefix string, flag int, calldepth int) string {
	s := ""
	if flag&Lmsgprefix == 0 {
		s = prefix
	}
	if flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		t := time.Now()
		if flag&LUTC != 0 {
			t = t.UTC()
		}
		if flag&Ldate != 0 {
			year, month, day := t.Date()
			s += pad(year, 4) + "/" + pad(int(month), 2) + "/" + pad(day, 2) + " "
		}
		if flag&(Ltime|Lmicroseconds) != 0 {
			hour, min, sec := t.Clock()
			s += pad(hour, 2) + ":" + pad(min, 2) + ":" + pad(sec, 2)
			if flag&Lmicroseconds != 0 {
				s += "." + pad(t.Nanosecond()/1e3, 6)
			}
			s += " "
		}
	}
	if flag&(Lshortfile|Llongfile) != 0 {
		_, file, line, ok := runtime.Caller(calldepth)
		if !ok {
			file, line = "???", 0
		}
		if flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		s += file + ":" + fmt.Sprint(line) + ": "
	}
	if flag&Lmsgprefix != 0 {
		s += prefix
	}
	return s
}

func (l *Logger) emit(calldepth int, s string) error {
	region.Enter()
	prefix, flag, out := l.prefix, l.flag, l.out
	region.Exit()
	line := header(prefix, flag, calldepth+1) + s
	if len(s) == 0 || s[len(s)-1] != '\n' {
		line += "\n"
	}
	_, err := fmt.Fprint(out, line)
	return err
}

func (l *Logger) Output(calldepth int, s string) error { return l.emit(calldepth+1, s) }

func (l *Logger) Print(v ...any)                 { l.emit(2, fmt.Sprint(v...)) }
func (l *Logger) Printf(format string, v ...any) { l.emit(2, fmt.Sprintf(format, v...)) }
func (l *Logger) Println(v ...any)               { l.emit(2, fmt.Sprintln(v...)) }

func (l *Logger) Fatal(v ...any) {
	l.emit(2, fmt.Sprint(v...))
	os.Exit(1)
}

func (l *Logger) Fatalf(format string, v ...any) {
	l.emit(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func (l *Logger) Fatalln(v ...any) {
	l.emit(2, fmt.Sprintln(v...))
	os.Exit(1)
}

func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.emit(2, s)
	panic(s)
}

func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.emit(2, s)
	panic(s)
}

func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.emit(2, s)
	panic(s)
}

func SetOutput(w io.Writer)   { std.SetOutput(w) }
func SetPrefix(prefix string) { std.SetPrefix(prefix) }
func SetFlags(flag int)       { std.SetFlags(flag) }
func Prefix() string          { return std.Prefix() }
func Flags() int              { return std.Flags() }
func Writer() io.Writer       { return std.Writer() }

func Output(calldepth int, s string) error { return std.emit(calldepth+1, s) }

func Print(v ...any)                 { std.emit(2, fmt.Sprint(v...)) }
func Printf(format string, v ...any) { std.emit(2, fmt.Sprintf(format, v...)) }
func Println(v ...any)               { std.emit(2, fmt.Sprintln(v...)) }

func Fatal(v ...any) {
	std.emit(2, fmt.Sprint(v...))
	os.Exit(1)
}

func Fatalf(format string, v ...any) {
	std.emit(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func Fatalln(v ...any) {
	std.emit(2, fmt.Sprintln(v...))
	os.Exit(1)
}

func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.emit(2, s)
	panic(s)
}

func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.emit(2, s)
	panic(s)
}

func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.emit(2, s)
	panic(s)
}
