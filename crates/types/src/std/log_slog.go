// Package slog logs records with attributes, as text or JSON.
package slog

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
	"unicode/utf8"
)

// Keys of what every record has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// A Level is how much a record matters.
type Level int

// Usual levels.
const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// String returns a level's name, with what it lies above it: "INFO+2".
func (l Level) String() string {
	str := func(base string, val Level) string {
		if val == 0 {
			return base
		}
		return fmt.Sprintf("%s%+d", base, int(val))
	}
	switch {
	case l < LevelInfo:
		return str("DEBUG", l-LevelDebug)
	case l < LevelWarn:
		return str("INFO", l-LevelInfo)
	case l < LevelError:
		return str("WARN", l-LevelWarn)
	}
	return str("ERROR", l-LevelError)
}

func (l Level) Level() Level                 { return l }
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalText reads what String returns, in any case.
func (l *Level) UnmarshalText(data []byte) error {
	s := string(data)
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		var err error
		name = s[:i]
		if offset, err = strconv.Atoi(s[i:]); err != nil {
			return fmt.Errorf("slog: level string %q: %w", s, err)
		}
	}
	switch strings.ToUpper(name) {
	case "DEBUG":
		*l = LevelDebug
	case "INFO":
		*l = LevelInfo
	case "WARN":
		*l = LevelWarn
	case "ERROR":
		*l = LevelError
	default:
		return fmt.Errorf("slog: level string %q: %w", s, errors.New("unknown name"))
	}
	*l += Level(offset)
	return nil
}

// A Leveler has a level.
type Leveler interface{ Level() Level }

// A LevelVar is a level that may change.
type LevelVar struct{ val atomic.Int64 }

func (v *LevelVar) Level() Level   { return Level(v.val.Load()) }
func (v *LevelVar) Set(l Level)    { v.val.Store(int64(l)) }
func (v *LevelVar) String() string { return fmt.Sprintf("LevelVar(%s)", v.Level()) }

// A Kind is what a Value holds.
type Kind int

// Kinds of values.
const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kinds = []string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string {
	if k >= 0 && int(k) < len(kinds) {
		return kinds[k]
	}
	return "<unknown slog.Kind>"
}

// A Value is any value, the usual ones as they are.
type Value struct {
	_    [0]func()
	kind Kind
	v    any
}

// A LogValuer says itself what is logged of it.
type LogValuer interface{ LogValue() Value }

func StringValue(value string) Value      { return Value{kind: KindString, v: value} }
func IntValue(v int) Value                { return Int64Value(int64(v)) }
func Int64Value(v int64) Value            { return Value{kind: KindInt64, v: v} }
func Uint64Value(v uint64) Value          { return Value{kind: KindUint64, v: v} }
func Float64Value(v float64) Value        { return Value{kind: KindFloat64, v: v} }
func BoolValue(v bool) Value              { return Value{kind: KindBool, v: v} }
func TimeValue(v time.Time) Value         { return Value{kind: KindTime, v: v.Round(0)} }
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, v: v} }

// GroupValue returns a group, without groups that are empty.
func GroupValue(as ...Attr) Value {
	list := make([]Attr, 0, len(as))
	for _, a := range as {
		if !a.Value.isEmptyGroup() {
			list = append(list, a)
		}
	}
	return Value{kind: KindGroup, v: list}
}

// AnyValue returns a value of the kind that fits.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return Int64Value(int64(v))
	case uint:
		return Uint64Value(uint64(v))
	case int64:
		return Int64Value(v)
	case uint64:
		return Uint64Value(v)
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{v: v}
	case Value:
		return v
	case LogValuer:
		return Value{kind: KindLogValuer, v: v}
	}
	return Value{v: v}
}

func (v Value) Kind() Kind { return v.kind }
func (v Value) Any() any   { return v.v }

func (v Value) want(k Kind) {
	if v.kind != k {
		panic(fmt.Sprintf("Value kind is %s, not %s", v.kind, k))
	}
}

func (v Value) Int64() int64 {
	v.want(KindInt64)
	return v.v.(int64)
}

func (v Value) Uint64() uint64 {
	v.want(KindUint64)
	return v.v.(uint64)
}

func (v Value) Bool() bool {
	v.want(KindBool)
	return v.v.(bool)
}

func (v Value) Float64() float64 {
	v.want(KindFloat64)
	return v.v.(float64)
}

func (v Value) Duration() time.Duration {
	v.want(KindDuration)
	return v.v.(time.Duration)
}

func (v Value) Time() time.Time {
	v.want(KindTime)
	return v.v.(time.Time)
}

func (v Value) LogValuer() LogValuer { return v.v.(LogValuer) }
func (v Value) Group() []Attr        { return v.v.([]Attr) }

func (v Value) isEmptyGroup() bool { return v.kind == KindGroup && len(v.Group()) == 0 }

// String returns what fmt.Sprint would, mostly.
func (v Value) String() string {
	switch v.kind {
	case KindString:
		return v.v.(string)
	case KindFloat64:
		return strconv.FormatFloat(v.v.(float64), 'g', -1, 64)
	}
	return fmt.Sprint(v.v)
}

// Equal tells whether two values are the same.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindGroup:
		a, b := v.Group(), w.Group()
		for i := range a {
			if len(a) != len(b) || !a[i].Equal(b[i]) {
				return false
			}
		}
		return len(a) == len(b)
	}
	return v.v == w.v
}

// Resolve asks LogValuers until there is a value.
func (v Value) Resolve() (rv Value) {
	orig := v
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%s", fmt.Sprint(r)))
		}
	}()
	for i := 0; i < 100; i++ {
		if v.kind != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on %T", orig.v))
}

// An Attr is a key and a value.
type Attr struct {
	Key   string
	Value Value
}

func String(key, value string) Attr             { return Attr{key, StringValue(value)} }
func Int64(key string, value int64) Attr        { return Attr{key, Int64Value(value)} }
func Int(key string, value int) Attr            { return Int64(key, int64(value)) }
func Uint64(key string, v uint64) Attr          { return Attr{key, Uint64Value(v)} }
func Float64(key string, v float64) Attr        { return Attr{key, Float64Value(v)} }
func Bool(key string, v bool) Attr              { return Attr{key, BoolValue(v)} }
func Time(key string, v time.Time) Attr         { return Attr{key, TimeValue(v)} }
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }
func Group(key string, args ...any) Attr        { return Attr{key, GroupValue(attrs(args)...)} }
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }
func Any(key string, value any) Attr            { return Attr{key, AnyValue(value)} }

func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }
func (a Attr) String() string    { return a.Key + "=" + a.Value.String() }
func (a Attr) isEmpty() bool     { return a.Key == "" && a.Value.kind == KindAny && a.Value.v == nil }

// attrs makes attributes of keys and values by turns.
func attrs(args []any) (list []Attr) {
	for len(args) > 0 {
		switch x := args[0].(type) {
		case string:
			if len(args) == 1 {
				list, args = append(list, String("!BADKEY", x)), nil
			} else {
				list, args = append(list, Any(x, args[1])), args[2:]
			}
		case Attr:
			list, args = append(list, x), args[1:]
		default:
			list, args = append(list, Any("!BADKEY", x)), args[1:]
		}
	}
	return list
}

// A Source is a place in a program.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// A Record is one thing to be logged.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
	list    []Attr
}

func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

func (r Record) NumAttrs() int { return len(r.list) }

func (r Record) Clone() Record {
	r.list = append([]Attr(nil), r.list...)
	return r
}

func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.list {
		if !f(a) {
			return
		}
	}
}

func (r *Record) AddAttrs(as ...Attr) {
	n := len(r.list)
	r.list = r.list[:n:n]
	for _, a := range as {
		if !a.Value.isEmptyGroup() {
			r.list = append(r.list, a)
		}
	}
}

func (r *Record) Add(args ...any) { r.AddAttrs(attrs(args)...) }

// Source returns where the record was made, or nil.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	f := runtime.FuncForPC(r.PC)
	file, line := f.FileLine(r.PC)
	return &Source{f.Name(), file, line}
}

// A Handler does something with records.
type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

// HandlerOptions are those of the package's handlers.
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

// scope is a group that was opened, or attributes that were added, by With.
type scope struct {
	group string
	list  []Attr
}

// common is what handlers share.
type common struct {
	opts   HandlerOptions
	mu     *sync.Mutex
	w      io.Writer
	scopes []scope
}

func newCommon(w io.Writer, opts *HandlerOptions) *common {
	c := &common{mu: new(sync.Mutex), w: w}
	if opts != nil {
		c.opts = *opts
	}
	return c
}

func (c *common) enabled(l Level) bool {
	least := LevelInfo
	if c.opts.Level != nil {
		least = c.opts.Level.Level()
	}
	return l >= least
}

func (c *common) with(s scope) *common {
	d := *c
	d.scopes = append(c.scopes[:len(c.scopes):len(c.scopes)], s)
	return &d
}

func (c *common) withAttrs(as []Attr) *common {
	list := make([]Attr, len(as))
	for i, a := range as {
		list[i] = Attr{a.Key, a.Value.Resolve()}
	}
	return c.with(scope{list: list})
}

// all returns a record's attributes in their groups.
func (c *common) all(r Record) []Attr {
	list := r.list
	for i := len(c.scopes) - 1; i >= 0; i-- {
		s := c.scopes[i]
		if s.group == "" {
			list = append(append([]Attr(nil), s.list...), list...)
		} else if len(list) > 0 {
			list = []Attr{{s.group, GroupValue(list...)}}
		}
	}
	return list
}

// line is one record as it is written.
type line struct {
	c      *common
	json   bool
	groups []string
}

func (l *line) key(key string) string {
	if l.json {
		return quoteJSON(key) + ":"
	}
	if len(l.groups) > 0 {
		key = strings.Join(l.groups, ".") + "." + key
	}
	return quote(key) + "="
}

func (l *line) sep() string {
	if l.json {
		return ","
	}
	return " "
}

// builtin adds what every record has.
func (l *line) builtin(parts []string, key string, v Value) []string {
	if rep := l.c.opts.ReplaceAttr; rep != nil {
		a := rep(nil, Attr{key, v})
		if a.isEmpty() {
			return parts
		}
		key, v = a.Key, a.Value.Resolve()
	}
	return append(parts, l.key(key)+l.value(v))
}

func (l *line) attrs(parts []string, list []Attr) []string {
	for _, a := range list {
		a.Value = a.Value.Resolve()
		if rep := l.c.opts.ReplaceAttr; rep != nil && a.Value.kind != KindGroup {
			a = rep(l.groups, a)
			a.Value = a.Value.Resolve()
		}
		if a.isEmpty() {
			continue
		}
		if src, ok := a.Value.v.(*Source); ok && a.Value.kind == KindAny && !l.json {
			a.Value = StringValue(fmt.Sprintf("%s:%d", src.File, src.Line))
		}
		switch {
		case a.Value.kind != KindGroup:
			parts = append(parts, l.key(a.Key)+l.value(a.Value))
		case a.Key == "":
			parts = l.attrs(parts, a.Value.Group())
		default:
			n := len(l.groups)
			l.groups = append(l.groups[:n:n], a.Key)
			inner := l.attrs(nil, a.Value.Group())
			l.groups = l.groups[:n]
			if !l.json {
				parts = append(parts, inner...)
			} else if len(inner) > 0 {
				parts = append(parts, l.key(a.Key)+"{"+strings.Join(inner, ",")+"}")
			}
		}
	}
	return parts
}

func (c *common) handle(r Record, json bool) error {
	l := &line{c: c, json: json}
	var parts []string
	if !r.Time.IsZero() {
		parts = l.builtin(parts, TimeKey, TimeValue(r.Time))
	}
	parts = l.builtin(parts, LevelKey, AnyValue(r.Level))
	if c.opts.AddSource {
		src := r.Source()
		if src == nil {
			src = &Source{}
		}
		parts = l.builtin(parts, SourceKey, AnyValue(src))
	}
	parts = l.builtin(parts, MessageKey, StringValue(r.Message))
	text := strings.Join(l.attrs(parts, c.all(r)), l.sep())
	if json {
		text = "{" + text + "}"
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := io.WriteString(c.w, text+"\n")
	return err
}

func (l *line) value(v Value) string {
	if l.json {
		return json(v)
	}
	switch v.kind {
	case KindTime:
		return v.Time().Format("2006-01-02T15:04:05.000Z07:00")
	case KindAny:
		switch x := v.v.(type) {
		case *Source:
			return quote(fmt.Sprintf("%s:%d", x.File, x.Line))
		case interface{ MarshalText() ([]byte, error) }:
			b, err := x.MarshalText()
			if err != nil {
				return quote("!ERROR:" + err.Error())
			}
			return quote(string(b))
		case []byte:
			return quote(string(x))
		}
		return quote(fmt.Sprintf("%+v", v.v))
	}
	return quote(v.String())
}

// quote quotes what would not be read as one word.
func quote(s string) string {
	for _, r := range s {
		if r == utf8.RuneError || r == ' ' || r == '"' || r == '=' || !unicode.IsPrint(r) {
			return strconv.Quote(s)
		}
	}
	if s == "" {
		return `""`
	}
	return s
}

func quoteJSON(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\b':
			b.WriteString(`\b`)
		case r == '\f':
			b.WriteString(`\f`)
		case r < ' ' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// json returns a value as JSON. There is no encoding/json: of other types than the basic ones only
// slices and maps of these are known.
func json(v Value) string {
	switch v.kind {
	case KindString:
		return quoteJSON(v.v.(string))
	case KindFloat64:
		f := v.v.(float64)
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return quoteJSON("!ERROR:json: unsupported value: " + strconv.FormatFloat(f, 'g', -1, 64))
		}
		if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
			return strings.Replace(strconv.FormatFloat(f, 'e', -1, 64), "e-0", "e-", 1)
		}
		return strconv.FormatFloat(f, 'f', -1, 64)
	case KindInt64, KindUint64, KindBool:
		return v.String()
	case KindDuration:
		return strconv.FormatInt(int64(v.Duration()), 10)
	case KindTime:
		return quoteJSON(v.Time().Format(time.RFC3339Nano))
	case KindGroup:
		l := &line{c: &common{}, json: true}
		return "{" + strings.Join(l.attrs(nil, v.Group()), ",") + "}"
	}
	switch x := v.v.(type) {
	case nil:
		return "null"
	case *Source:
		return "{" + `"function":` + quoteJSON(x.Function) + `,"file":` + quoteJSON(x.File) + `,"line":` + strconv.Itoa(x.Line) + "}"
	case interface{ MarshalJSON() ([]byte, error) }:
		b, err := x.MarshalJSON()
		if err != nil {
			return quoteJSON("!ERROR:" + err.Error())
		}
		return string(b)
	case error:
		return quoteJSON(x.Error())
	case interface{ MarshalText() ([]byte, error) }:
		b, err := x.MarshalText()
		if err != nil {
			return quoteJSON("!ERROR:" + err.Error())
		}
		return quoteJSON(string(b))
	case []string:
		return list(x)
	case []int:
		return list(x)
	case []int64:
		return list(x)
	case []float64:
		return list(x)
	case []bool:
		return list(x)
	case []any:
		return list(x)
	case map[string]string:
		return object(x)
	case map[string]int:
		return object(x)
	case map[string]any:
		return object(x)
	}
	panic(fmt.Sprintf("not supported in Interleave: %T as JSON", v.v))
}

func list[T any](x []T) string {
	if x == nil {
		return "null"
	}
	parts := make([]string, len(x))
	for i, v := range x {
		parts[i] = json(AnyValue(v))
	}
	return "[" + strings.Join(parts, ",") + "]"
}

func object[T any](x map[string]T) string {
	if x == nil {
		return "null"
	}
	var keys, parts []string
	for k := range x {
		i := 0
		for i < len(keys) && keys[i] < k {
			i++
		}
		keys = append(keys[:i], append([]string{k}, keys[i:]...)...)
	}
	for _, k := range keys {
		parts = append(parts, quoteJSON(k)+":"+json(AnyValue(x[k])))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// A TextHandler writes key=value.
type TextHandler struct{ c *common }

func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommon(w, opts)}
}

func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.c.enabled(level) }
func (h *TextHandler) Handle(_ context.Context, r Record) error    { return h.c.handle(r, false) }
func (h *TextHandler) WithAttrs(attrs []Attr) Handler              { return &TextHandler{h.c.withAttrs(attrs)} }
func (h *TextHandler) WithGroup(name string) Handler {
	return &TextHandler{h.c.with(scope{group: name})}
}

// A JSONHandler writes an object a line.
type JSONHandler struct{ c *common }

func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommon(w, opts)}
}

func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.c.enabled(level) }
func (h *JSONHandler) Handle(_ context.Context, r Record) error    { return h.c.handle(r, true) }
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler              { return &JSONHandler{h.c.withAttrs(attrs)} }
func (h *JSONHandler) WithGroup(name string) Handler {
	return &JSONHandler{h.c.with(scope{group: name})}
}

type discard struct{}

func (discard) Enabled(context.Context, Level) bool  { return false }
func (discard) Handle(context.Context, Record) error { return nil }
func (d discard) WithAttrs([]Attr) Handler           { return d }
func (d discard) WithGroup(string) Handler           { return d }

// DiscardHandler does nothing.
var DiscardHandler Handler = discard{}

var logLevel LevelVar

// SetLogLoggerLevel sets the level of the default logger, and returns what it was.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = logLevel.Level()
	logLevel.Set(level)
	return
}

// plain writes through package log.
type plain struct{ c *common }

func (plain) Enabled(_ context.Context, l Level) bool { return l >= logLevel.Level() }
func (h plain) WithAttrs(attrs []Attr) Handler        { return plain{h.c.withAttrs(attrs)} }
func (h plain) WithGroup(name string) Handler         { return plain{h.c.with(scope{group: name})} }

func (h plain) Handle(_ context.Context, r Record) error {
	l := &line{c: h.c}
	parts := l.attrs([]string{r.Level.String(), r.Message}, h.c.all(r))
	return log.Output(4, strings.Join(parts, " "))
}

// bridge is what package log writes to when another handler is the default.
type bridge struct{ h Handler }

func (b bridge) Write(buf []byte) (int, error) {
	level := logLevel.Level()
	if !b.h.Enabled(context.Background(), level) {
		return 0, nil
	}
	msg := strings.TrimSuffix(string(buf), "\n")
	return len(buf), b.h.Handle(context.Background(), NewRecord(time.Now(), level, msg, 0))
}

var usual atomic.Pointer[Logger]

func init() { usual.Store(New(plain{newCommon(nil, nil)})) }

// Default returns the logger of the package's functions.
func Default() *Logger { return usual.Load() }

// SetDefault sets it; package log then writes to it, too.
func SetDefault(l *Logger) {
	usual.Store(l)
	if _, ok := l.h.(plain); !ok {
		log.SetOutput(bridge{l.h})
		log.SetFlags(0)
	}
}

// NewLogLogger returns a logger of package log that writes to a handler.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(leveled{h, level}, "", 0)
}

type leveled struct {
	h     Handler
	level Level
}

func (b leveled) Write(buf []byte) (int, error) {
	if !b.h.Enabled(context.Background(), b.level) {
		return 0, nil
	}
	msg := strings.TrimSuffix(string(buf), "\n")
	return len(buf), b.h.Handle(context.Background(), NewRecord(time.Now(), b.level, msg, 0))
}

// A Logger makes records.
type Logger struct{ h Handler }

func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

func With(args ...any) *Logger     { return Default().With(args...) }
func (l *Logger) Handler() Handler { return l.h }
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.h.WithAttrs(attrs(args))}
}

func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.h.WithGroup(name)}
}

func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.h.Enabled(ctx, level)
}

func (l *Logger) log(ctx context.Context, level Level, msg string, list func() []Attr) {
	if !l.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.AddAttrs(list()...)
	if ctx == nil {
		ctx = context.Background()
	}
	_ = l.h.Handle(ctx, r)
}

func (l *Logger) Debug(msg string, args ...any) {
	l.log(context.Background(), LevelDebug, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, func() []Attr { return attrs(args) })
}

func Debug(msg string, args ...any) {
	Default().log(context.Background(), LevelDebug, msg, func() []Attr { return attrs(args) })
}

func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) Info(msg string, args ...any) {
	l.log(context.Background(), LevelInfo, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, func() []Attr { return attrs(args) })
}

func Info(msg string, args ...any) {
	Default().log(context.Background(), LevelInfo, msg, func() []Attr { return attrs(args) })
}

func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) Warn(msg string, args ...any) {
	l.log(context.Background(), LevelWarn, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, func() []Attr { return attrs(args) })
}

func Warn(msg string, args ...any) {
	Default().log(context.Background(), LevelWarn, msg, func() []Attr { return attrs(args) })
}

func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) Error(msg string, args ...any) {
	l.log(context.Background(), LevelError, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, func() []Attr { return attrs(args) })
}

func Error(msg string, args ...any) {
	Default().log(context.Background(), LevelError, msg, func() []Attr { return attrs(args) })
}

func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, func() []Attr { return attrs(args) })
}

func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, list ...Attr) {
	l.log(ctx, level, msg, func() []Attr { return list })
}

func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, func() []Attr { return attrs(args) })
}

func LogAttrs(ctx context.Context, level Level, msg string, list ...Attr) {
	Default().log(ctx, level, msg, func() []Attr { return list })
}
