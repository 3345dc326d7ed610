// Package flag reads the flags of the command line.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

// ErrHelp is the error of -help and -h where nobody defines them.
var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

func numError(err error) error {
	if errors.Is(err, strconv.ErrSyntax) {
		return errParse
	} else if errors.Is(err, strconv.ErrRange) {
		return errRange
	}
	return err
}

// A Value is what a flag stores.
type Value interface {
	String() string
	Set(string) error
}

// A Getter is a Value that can be read.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// basic is the value of a flag of a basic type.
type basic[T any] struct {
	p     *T
	kind  string
	parse func(string) (T, error)
	show  func(T) string
}

func (b *basic[T]) Set(s string) error {
	v, err := b.parse(s)
	// Also what is wrong sets it.
	*b.p = v
	return err
}

func (b *basic[T]) Get() any         { return *b.p }
func (b *basic[T]) String() string   { return b.show(*b.p) }
func (b *basic[T]) IsBoolFlag() bool { return b.kind == "" }
func (b *basic[T]) name() string     { return b.kind }
func (b *basic[T]) zero() string {
	var zero T
	return b.show(zero)
}

func parseBool(s string) (bool, error) {
	v, err := strconv.ParseBool(s)
	if err != nil {
		err = errParse
	}
	return v, err
}

func parseInt(s string) (int, error) {
	v, err := strconv.ParseInt(s, 0, strconv.IntSize)
	return int(v), numError(err)
}

func parseInt64(s string) (int64, error) {
	v, err := strconv.ParseInt(s, 0, 64)
	return v, numError(err)
}

func parseUint(s string) (uint, error) {
	v, err := strconv.ParseUint(s, 0, strconv.IntSize)
	return uint(v), numError(err)
}

func parseUint64(s string) (uint64, error) {
	v, err := strconv.ParseUint(s, 0, 64)
	return v, numError(err)
}

func parseFloat(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	return v, numError(err)
}

func parseDuration(s string) (time.Duration, error) {
	v, err := time.ParseDuration(s)
	if err != nil {
		err = errParse
	}
	return v, err
}

func parseString(s string) (string, error) { return s, nil }
func showString(s string) string           { return s }
func showFloat(v float64) string           { return strconv.FormatFloat(v, 'g', -1, 64) }
func show[T any](v T) string               { return fmt.Sprint(v) }

type funcValue func(string) error

func (f funcValue) Set(s string) error { return f(s) }
func (f funcValue) String() string     { return "" }

type boolFuncValue func(string) error

func (f boolFuncValue) Set(s string) error { return f(s) }
func (f boolFuncValue) String() string     { return "" }
func (f boolFuncValue) IsBoolFlag() bool   { return true }

// ErrorHandling says what Parse does about errors.
type ErrorHandling int

// Ways of handling errors.
const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// A FlagSet is a set of flags.
type FlagSet struct {
	// Usage tells how the program is used.
	Usage func()

	name   string
	parsed bool
	actual map[string]*Flag
	formal map[string]*Flag
	args   []string
	errs   ErrorHandling
	output io.Writer
}

// A Flag is one flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// NewFlagSet returns an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, errs: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// CommandLine is the set of the package's functions.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

func init() { CommandLine.Usage = func() { Usage() } }

// Usage tells how the program is used; it is a variable that may be changed.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

// Init sets a set's name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.errs = name, errorHandling
}

// Output returns where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where messages go; nil is os.Stderr.
func (f *FlagSet) SetOutput(output io.Writer)   { f.output = output }
func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.errs }

func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for name := range flags {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fn(flags[name])
	}
}

// VisitAll calls fn for all flags, by name; Visit for those that were set.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }
func (f *FlagSet) Visit(fn func(*Flag))    { visit(f.actual, fn) }

// Lookup returns a flag, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.mark(flag)
	return nil
}

func (f *FlagSet) mark(flag *Flag) {
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[flag.Name] = flag
}

// UnquoteUsage returns the name in back quotes of a flag's usage, or one for its type, and the
// usage without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	name = "value"
	if v, ok := flag.Value.(interface{ name() string }); ok {
		name = v.name()
	} else if v, ok := flag.Value.(boolFlag); ok && v.IsBoolFlag() {
		name = ""
	}
	return name, flag.Usage
}

// isZero tells whether a flag's default is that of its type.
func isZero(flag *Flag) bool {
	if v, ok := flag.Value.(interface{ zero() string }); ok {
		return flag.DefValue == v.zero()
	}
	switch flag.DefValue {
	case "", "0", "false", "[]", "0s":
		return true
	}
	return false
}

// PrintDefaults prints all flags, their usage and defaults.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		s := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			s += " " + name
		}
		if len(s) <= 4 {
			s += "\t"
		} else {
			s += "\n    \t"
		}
		s += strings.ReplaceAll(usage, "\n", "\n    \t")
		if !isZero(flag) {
			if _, ok := flag.Value.(*basic[string]); ok {
				s += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				s += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), s, "\n")
	})
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

func (f *FlagSet) NFlag() int     { return len(f.actual) }
func (f *FlagSet) NArg() int      { return len(f.args) }
func (f *FlagSet) Args() []string { return f.args }
func (f *FlagSet) Parsed() bool   { return f.parsed }

// Arg returns the ith argument after the flags, or "".
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.say("flag %q begins with -", name))
	} else if strings.Contains(name, "=") {
		panic(f.say("flag %q contains =", name))
	}
	if _, ok := f.formal[name]; ok {
		if f.name == "" {
			panic(f.say("flag redefined: %s", name))
		}
		panic(f.say("%s flag redefined: %s", f.name, name))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func (f *FlagSet) say(format string, a ...any) string {
	msg := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), msg)
	return msg
}

func (f *FlagSet) fail(format string, a ...any) error {
	msg := f.say(format, a...)
	f.usage()
	return errors.New(msg)
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

// one reads a flag, and tells whether there was one.
func (f *FlagSet) one() (bool, error) {
	if len(f.args) == 0 || len(f.args[0]) < 2 || f.args[0][0] != '-' {
		return false, nil
	}
	s := f.args[0]
	name := s[1:]
	if s[1] == '-' {
		if name = s[2:]; name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", s)
	}
	f.args = f.args[1:]
	name, value, has := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if v, ok := flag.Value.(boolFlag); ok && v.IsBoolFlag() {
		if !has {
			if err := v.Set("true"); err != nil {
				return false, f.fail("invalid boolean flag %s: %v", name, err)
			}
		} else if err := v.Set(value); err != nil {
			return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
		}
	} else {
		if !has && len(f.args) > 0 {
			has = true
			value, f.args = f.args[0], f.args[1:]
		}
		if !has {
			return false, f.fail("flag needs an argument: -%s", name)
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.mark(flag)
	return true, nil
}

// Parse reads the flags at the start of arguments.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		seen, err := f.one()
		if seen {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.errs {
		case ContinueOnError:
			return err
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
	}
}

func define[T any](f *FlagSet, p *T, name string, value T, usage, kind string, parse func(string) (T, error), show func(T) string) *T {
	*p = value
	f.Var(&basic[T]{p, kind, parse, show}, name, usage)
	return p
}

// The flags of basic types: X returns a new variable, XVar sets the one at p.

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	define(f, p, name, value, usage, "", parseBool, show[bool])
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	return define(f, new(bool), name, value, usage, "", parseBool, show[bool])
}

func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}

func Bool(name string, value bool, usage string) *bool { return CommandLine.Bool(name, value, usage) }

func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	define(f, p, name, value, usage, "int", parseInt, show[int])
}

func (f *FlagSet) Int(name string, value int, usage string) *int {
	return define(f, new(int), name, value, usage, "int", parseInt, show[int])
}

func IntVar(p *int, name string, value int, usage string) { CommandLine.IntVar(p, name, value, usage) }

func Int(name string, value int, usage string) *int { return CommandLine.Int(name, value, usage) }

func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	define(f, p, name, value, usage, "int", parseInt64, show[int64])
}

func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	return define(f, new(int64), name, value, usage, "int", parseInt64, show[int64])
}

func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}

func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}

func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	define(f, p, name, value, usage, "uint", parseUint, show[uint])
}

func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	return define(f, new(uint), name, value, usage, "uint", parseUint, show[uint])
}

func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}

func Uint(name string, value uint, usage string) *uint { return CommandLine.Uint(name, value, usage) }

func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	define(f, p, name, value, usage, "uint", parseUint64, show[uint64])
}

func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	return define(f, new(uint64), name, value, usage, "uint", parseUint64, show[uint64])
}

func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}

func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	define(f, p, name, value, usage, "string", parseString, showString)
}

func (f *FlagSet) String(name string, value string, usage string) *string {
	return define(f, new(string), name, value, usage, "string", parseString, showString)
}

func StringVar(p *string, name string, value string, usage string) {
	CommandLine.StringVar(p, name, value, usage)
}

func String(name string, value string, usage string) *string {
	return CommandLine.String(name, value, usage)
}

func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	define(f, p, name, value, usage, "float", parseFloat, showFloat)
}

func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	return define(f, new(float64), name, value, usage, "float", parseFloat, showFloat)
}

func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}

func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}

func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	define(f, p, name, value, usage, "duration", parseDuration, show[time.Duration])
}

func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	return define(f, new(time.Duration), name, value, usage, "duration", parseDuration, show[time.Duration])
}

func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}

func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}

// Func defines a flag that calls fn; BoolFunc one that needs no argument.
func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue(fn), name, usage)
}

func Func(name, usage string, fn func(string) error)     { CommandLine.Func(name, usage, fn) }
func BoolFunc(name, usage string, fn func(string) error) { CommandLine.BoolFunc(name, usage, fn) }
func Var(value Value, name string, usage string)         { CommandLine.Var(value, name, usage) }
func Parse()                                             { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                                       { return CommandLine.Parsed() }
func Arg(i int) string                                   { return CommandLine.Arg(i) }
func Args() []string                                     { return CommandLine.args }
func NArg() int                                          { return len(CommandLine.args) }
func NFlag() int                                         { return len(CommandLine.actual) }
func Lookup(name string) *Flag                           { return CommandLine.formal[name] }
func Set(name, value string) error                       { return CommandLine.Set(name, value) }
func PrintDefaults()                                     { CommandLine.PrintDefaults() }
func Visit(fn func(*Flag))                               { CommandLine.Visit(fn) }
func VisitAll(fn func(*Flag))                            { CommandLine.VisitAll(fn) }
