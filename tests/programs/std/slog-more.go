package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"
)

type token string

func (t token) LogValue() slog.Value { return slog.StringValue("***") }

// onlyLoud drops what matters little and counts the rest.
type onlyLoud struct {
	slog.Handler
	least slog.Leveler
	seen  *int
}

func (h onlyLoud) Enabled(_ context.Context, l slog.Level) bool { return l >= h.least.Level() }

func (h onlyLoud) Handle(ctx context.Context, r slog.Record) error {
	*h.seen++
	r.AddAttrs(slog.Int("seen", *h.seen))
	return h.Handler.Handle(ctx, r)
}

func replace(groups []string, a slog.Attr) slog.Attr {
	switch a.Key {
	case slog.TimeKey:
		return slog.Attr{}
	case slog.LevelKey:
		return slog.String("severity", strings.ToLower(a.Value.Any().(slog.Level).String()))
	case slog.MessageKey:
		a.Key = "message"
	case slog.SourceKey:
		src := a.Value.Any().(*slog.Source)
		return slog.String("at", fmt.Sprintf("%s:%d", src.Function, src.Line))
	}
	return a
}

func values() {
	at := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	list := []slog.Value{
		slog.IntValue(1), slog.Int64Value(-2), slog.Uint64Value(3), slog.Float64Value(2.5), slog.BoolValue(true),
		slog.TimeValue(at), slog.DurationValue(time.Minute), slog.StringValue("s"), slog.AnyValue([1]int{1}),
		slog.GroupValue(slog.Int("a", 1), slog.Float64("f", 0.1)), slog.AnyValue(token("x")),
	}
	for _, v := range list {
		switch v.Kind() {
		case slog.KindInt64:
			fmt.Print(v.Int64())
		case slog.KindUint64:
			fmt.Print(v.Uint64())
		case slog.KindFloat64:
			fmt.Print(v.Float64())
		case slog.KindBool:
			fmt.Print(v.Bool())
		case slog.KindTime:
			fmt.Print(v.Time().Unix())
		case slog.KindDuration:
			fmt.Print(v.Duration())
		case slog.KindGroup:
			fmt.Print(v.Group())
		case slog.KindLogValuer:
			var valuer slog.LogValuer = v.LogValuer()
			fmt.Print(valuer.LogValue())
		case slog.KindString, slog.KindAny:
			fmt.Print(v.Any())
		}
		var kind slog.Kind = v.Kind()
		fmt.Println(" ", kind.String(), v.Equal(v), v.Equal(list[0]))
	}
	fmt.Println(slog.Time("t", at), slog.GroupAttrs("g", slog.Int("a", 1)).String(), slog.Int("n", 1).String())
	text, err := slog.LevelWarn.MarshalText()
	fmt.Println(string(text), err, slog.LevelWarn.Level())
	text, err = slog.Level(-3).MarshalJSON()
	fmt.Println(string(text), err)
	var v slog.LevelVar
	v.Set(slog.LevelError)
	fmt.Println(v.Level(), v.String())
}

func main() {
	values()
	ctx := context.Background()
	opts := &slog.HandlerOptions{AddSource: true, Level: slog.LevelDebug, ReplaceAttr: replace}
	var text *slog.TextHandler = slog.NewTextHandler(os.Stdout, opts)
	var json *slog.JSONHandler = slog.NewJSONHandler(os.Stdout, opts)
	for _, h := range []slog.Handler{text, json} {
		slog.SetDefault(slog.New(h))
		slog.DebugContext(ctx, "one", "n", 1)
		slog.InfoContext(ctx, "two")
		slog.Warn("three", "token", token("t"))
		slog.WarnContext(ctx, "four")
		slog.ErrorContext(ctx, "five")
		slog.Log(ctx, slog.LevelInfo, "six", "a", "b")
		slog.LogAttrs(ctx, slog.LevelInfo, "seven", slog.Bool("c", true))
		l := slog.Default()
		l.DebugContext(ctx, "eight")
		l.InfoContext(ctx, "nine")
		l.WarnContext(ctx, "ten")
		l.ErrorContext(ctx, "eleven")
	}
	var r slog.Record = slog.NewRecord(time.Time{}, slog.LevelInfo, "by hand", 0)
	fmt.Println(r.Source() == nil, text.Enabled(ctx, -5), json.Enabled(ctx, -4))
	plain := &slog.HandlerOptions{ReplaceAttr: replace}
	text, json = slog.NewTextHandler(os.Stdout, plain), slog.NewJSONHandler(os.Stdout, plain)
	fmt.Println(text.Handle(ctx, r), json.Handle(ctx, r))
	fmt.Println(text.WithAttrs([]slog.Attr{slog.Int("a", 1)}).WithGroup("g").Handle(ctx, r))
	r.Add("k", "v")
	fmt.Println(text.WithGroup("g").Handle(ctx, r), json.WithAttrs([]slog.Attr{slog.Int("a", 1)}).Handle(ctx, r))
	fmt.Println(json.WithGroup("g").WithAttrs([]slog.Attr{slog.Int("a", 1)}).Handle(ctx, r))
	seen := 0
	l := slog.New(onlyLoud{text, slog.LevelWarn, &seen})
	l.Info("quiet")
	l.Warn("loud")
	l.Error("louder", "x", 1)
	fmt.Println(seen)
}
