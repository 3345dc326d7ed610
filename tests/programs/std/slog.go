package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("REDACTED") }

type user struct {
	id   int
	name string
}

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.id), slog.String("name", u.name))
}

type point struct{ X, Y int }

// bare leaves out the time.
func bare(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	if a.Key == "shout" {
		a.Value = slog.StringValue(strings.ToUpper(a.Value.String()) + strings.Join(groups, "/"))
	}
	return a
}

func use(l *slog.Logger) {
	l.Info("hello", "count", 3, "name", "Gopher Joe", "empty", "", "eq", "a=b", "ok", true)
	l.Debug("details", "pi", 3.14159, "tiny", 1e-9, "huge", 1e300, "u", uint8(7))
	l.Warn("odd", "alone")
	l.Error("failed", "err", errors.New("disk \"full\"\n"), slog.Duration("after", 1500*time.Millisecond))
	l.Info("bad", 42, "k", "v")
	l.Info("secret", "password", secret("hunter2"), "user", user{7, "Ann"})
	l.Info("group", slog.Group("req", "method", "GET", slog.Group("empty"), "size", 12), slog.Group("", "inline", 1))
	l.Info("time", "at", time.Date(2024, 5, 6, 7, 8, 9, 123456789, time.UTC))
	l.Info("nil", "v", nil, "list", []string{"a b", "c"}, "map", map[string]int{"z": 1, "a": 2})
	l.Info("uni", "text", "héllo \u2028 \x01 世界", "tab", "a\tb")
	w := l.With("service", "api").WithGroup("http").With("port", 80)
	w.Info("started", "path", "/x", "shout", "quiet")
	w.Info("nothing more")
	l.WithGroup("g").Info("no attributes")
	l.WithGroup("g").WithGroup("h").Info("deep", "a", 1, slog.Group("i", "b", 2))
	l.Log(context.Background(), slog.Level(2), "between")
	l.LogAttrs(context.Background(), slog.LevelError+1, "attrs", slog.Int64("n", -5), slog.Uint64("u", 5), slog.Bool("b", false))
	fmt.Println(l.Enabled(context.Background(), slog.LevelDebug))
}

func main() {
	var level slog.LevelVar
	opts := &slog.HandlerOptions{Level: &level, ReplaceAttr: bare}
	use(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	level.Set(slog.LevelDebug)
	fmt.Println(&level)
	use(slog.New(slog.NewJSONHandler(os.Stdout, opts)))
	slog.New(slog.NewTextHandler(os.Stdout, opts)).Info("point", "p", point{1, 2}, "pp", &point{3, 4}, "b", []byte("x y"))

	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("through log", "a", 1, slog.Group("g", "b", "c d"))
	slog.Debug("unseen")
	slog.SetLogLoggerLevel(slog.LevelDebug)
	slog.Debug("seen")
	slog.With("x", 1).WithGroup("y").Warn("with", "z", 2)
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	slog.SetLogLoggerLevel(slog.LevelInfo)
	log.Print("from log")
	slog.Error("from slog", "n", 1)
	slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn).Print("bridge")
	slog.New(slog.DiscardHandler).Error("gone")

	for _, l := range []slog.Level{-8, -4, -1, 0, 1, 4, 7, 8, 12} {
		fmt.Print(l, " ")
	}
	fmt.Println()
	var l slog.Level
	fmt.Println(l.UnmarshalText([]byte("warn+1")), l, l.UnmarshalText([]byte("loud")), l.UnmarshalText([]byte("info+x")))
	for _, v := range []any{1, "s", 2.5, true, time.Second, nil, errors.New("e"), secret("x"), user{1, "b"}, []slog.Attr{slog.Int("a", 1)}, point{5, 6}} {
		w := slog.AnyValue(v)
		fmt.Println(w.Kind(), w.Resolve().Kind(), w.Resolve())
	}
	fmt.Println(slog.Int("a", 1).Equal(slog.Int64("a", 1)), slog.Any("a", 1).Equal(slog.Any("a", "1")), slog.String("k", "v"))
	r := slog.NewRecord(time.Time{}, slog.LevelInfo, "made", 0)
	r.Add("a", 1, slog.Int("b", 2))
	r.AddAttrs(slog.String("c", "d"))
	r.Attrs(func(a slog.Attr) bool { fmt.Print(a, ";"); return a.Key != "b" })
	fmt.Println(r.NumAttrs(), slog.NewJSONHandler(os.Stdout, nil).Handle(context.Background(), r.Clone()))
	defer func() { fmt.Println(recover()) }()
	slog.StringValue("x").Int64()
}
