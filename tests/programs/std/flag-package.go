package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func set(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	f.Int("n", 7, "how `many` times")
	f.Int64("big", 0, "a big number")
	f.Uint("u", 3, "unsigned")
	f.Uint64("u64", 0, "unsigned")
	f.Bool("v", false, "verbose")
	f.Bool("color", true, "in colour")
	f.String("name", "world", "whom to greet\nin two lines")
	f.String("empty", "", "nothing")
	f.Float64("rate", 0.5, "rate")
	f.Duration("timeout", 3*time.Second, "how long")
	f.Duration("wait", 0, "pause")
	var l list
	f.Var(&l, "item", "may be repeated")
	f.Func("even", "an even `number`", func(s string) error {
		if len(s)%2 == 1 {
			return errors.New("odd")
		}
		return nil
	})
	f.BoolFunc("loud", "shout", func(s string) error { fmt.Println("loud:", s); return nil })
	return f
}

func try(args ...string) {
	f := set("prog")
	err := f.Parse(args)
	fmt.Printf("%q: %v; %d set, rest %q %q\n", args, err, f.NFlag(), f.Args(), f.Arg(0))
	f.Visit(func(g *flag.Flag) { fmt.Print(" ", g.Name, "=", g.Value, " (", g.DefValue, ")") })
	fmt.Println()
}

func main() {
	try()
	try("-n", "3", "--name=Ann Lee", "-v", "-color=false", "-rate", "1e3", "-timeout=1m30s", "-item", "a", "-item=b", "file", "-n")
	try("-even", "ab", "-loud", "--", "-n", "1")
	try("-u", "0x10", "-big", "-5", "-", "x")
	fmt.Println("--- mistakes")
	for _, args := range []string{"-x", "-n", "-n=abc", "-n=99999999999999999999", "-u=-1", "-v=maybe", "-timeout=3", "-rate=x", "-even=odd", "---n", "-=3", "-u64=1.5"} {
		f := set("prog")
		f.Usage = func() { fmt.Println("usage!") }
		fmt.Println(f.Parse([]string{args}))
	}
	fmt.Println("--- help")
	fmt.Println(set("prog").Parse([]string{"-help"}), set("").Parse([]string{"-h"}) == flag.ErrHelp)
	fmt.Println("--- set")
	f := set("p")
	fmt.Println(f.Set("n", "12"), f.Set("nope", "1"), f.Set("n", "x"), f.Lookup("n").Value, f.Lookup("nope") == nil, f.Parsed())
	fmt.Println(f.Lookup("n").Value.(flag.Getter).Get(), f.Name(), f.ErrorHandling() == flag.ContinueOnError)
	func() {
		defer func() { fmt.Println(recover()) }()
		f.Int("n", 1, "again")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		g := flag.NewFlagSet("g", flag.PanicOnError)
		g.SetOutput(os.Stdout)
		g.Parse([]string{"-q"})
	}()
	n := flag.Int("workers", 4, "number of workers")
	var d time.Duration
	flag.DurationVar(&d, "d", time.Millisecond, "pause")
	flag.Parse()
	fmt.Println(*n, d, flag.NArg(), flag.Args(), flag.Parsed(), flag.NFlag())
	flag.CommandLine.SetOutput(os.Stdout)
	flag.PrintDefaults()
}
