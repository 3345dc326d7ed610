package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type words []string

func (w *words) String() string     { return strings.Join(*w, " ") }
func (w *words) Set(s string) error { *w = append(*w, s); return nil }

type settings struct {
	b bool
	i int
	l int64
	u uint
	w uint64
	s string
	f float64
	d time.Duration
}

// define defines a flag of each type in a set of its own.
func define(f *flag.FlagSet, s *settings) {
	f.BoolVar(&s.b, "b", true, "a bool")
	f.IntVar(&s.i, "i", 1, "an int")
	f.Int64Var(&s.l, "l", -2, "an int64")
	f.UintVar(&s.u, "u", 3, "a uint")
	f.Uint64Var(&s.w, "w", 4, "a uint64")
	f.StringVar(&s.s, "s", "five", "a string")
	f.Float64Var(&s.f, "f", 6.5, "a float64")
	f.DurationVar(&s.d, "d", 7*time.Second, "a duration")
}

func main() {
	var s settings
	f := flag.NewFlagSet("set", flag.ExitOnError)
	var how flag.ErrorHandling = flag.ContinueOnError
	f.Init("other", how)
	f.SetOutput(os.Stdout)
	define(f, &s)
	fmt.Printf("%+v\n", s)
	err := f.Parse(strings.Fields("-b=0 -i 10 -l 20 -u 30 -w 40 -s fifty -f 60 -d 70ms a b c"))
	fmt.Printf("%+v %v %d %s\n", s, err, f.NArg(), f.Name())
	f.VisitAll(func(g *flag.Flag) {
		name, usage := flag.UnquoteUsage(g)
		fmt.Printf("%s %q %q %v\n", g.Name, name, usage, g.Value)
	})
	f.PrintDefaults()
	fmt.Fprintln(f.Output(), "to the same place")

	fmt.Println("--- the command line")
	flag.CommandLine = flag.NewFlagSet("command", flag.ContinueOnError)
	flag.CommandLine.SetOutput(os.Stdout)
	var t settings
	flag.BoolVar(&t.b, "b", false, "a bool")
	flag.IntVar(&t.i, "i", 0, "an int")
	flag.Int64Var(&t.l, "l", 0, "an int64")
	flag.UintVar(&t.u, "u", 0, "a uint")
	flag.Uint64Var(&t.w, "w", 0, "a uint64")
	flag.StringVar(&t.s, "s", "", "a string")
	flag.Float64Var(&t.f, "f", 0, "a float64")
	flag.DurationVar(&t.d, "d", 0, "a duration")
	b := flag.Bool("bool", false, "")
	l := flag.Int64("int64", 1, "")
	u := flag.Uint("uint", 2, "")
	w := flag.Uint64("uint64", 3, "")
	str := flag.String("string", "4", "")
	x := flag.Float64("float", 5, "")
	d := flag.Duration("duration", 6, "")
	var list words
	flag.Var(&list, "word", "a `word`")
	flag.Func("func", "called", func(s string) error { fmt.Println("func", s); return nil })
	flag.BoolFunc("boolfunc", "called", func(s string) error {
		if s != "true" {
			return errors.New("only true")
		}
		return nil
	})
	err = flag.CommandLine.Parse(strings.Fields("-bool -word a -word b -func x -boolfunc -float 1e-3 rest"))
	fmt.Println(err, *b, *l, *u, *w, *str, *x, *d, list, flag.Arg(0), flag.Arg(1) == "")
	fmt.Println(flag.Set("i", "8"), t.i, flag.Set("boolfunc", "false"), flag.Set("b", "x"))
	var v flag.Value = flag.Lookup("word").Value
	fmt.Println(v, v.Set("c"), list)
	flag.Visit(func(g *flag.Flag) { fmt.Print(g.Name, " ") })
	fmt.Println()
	n := 0
	flag.VisitAll(func(*flag.Flag) { n++ })
	fmt.Println(n, flag.CommandLine.Parse([]string{"-boolfunc=no"}))
	flag.Usage = func() { fmt.Println("my usage") }
	flag.Usage()
}
