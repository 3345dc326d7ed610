// Package debug looks at a program while it runs.
package debug

import (
	"math"
	"os"
	"runtime"
	"time"
)

// Stack returns the calling goroutine's stack trace.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack prints it to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// FreeOSMemory collects what is not used.
func FreeOSMemory() { runtime.GC() }

// swap sets a variable and returns what it was.
func swap[T any](p *T, v T) T {
	old := *p
	*p = v
	return old
}

var (
	percent       = 100
	limit   int64 = math.MaxInt64
	threads       = 10000
	stack         = 1000000000
	fault   bool
)

// SetGCPercent and the others set what the runtime of real Go heeds, and return what it was.
func SetGCPercent(p int) int {
	if p < 0 {
		p = -1
	}
	return swap(&percent, p)
}

func SetMemoryLimit(bytes int64) int64 {
	if bytes < 0 {
		return limit
	}
	return swap(&limit, bytes)
}

func SetMaxThreads(n int) int           { return swap(&threads, n) }
func SetMaxStack(bytes int) int         { return swap(&stack, bytes) }
func SetPanicOnFault(enabled bool) bool { return swap(&fault, enabled) }
func SetTraceback(level string)         {}

// GCStats tells of past collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
}

// A Module is one of those that a program is made of.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// A BuildSetting says how a program was built.
type BuildSetting struct{ Key, Value string }

// BuildInfo tells of what a program is made.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// ReadBuildInfo returns it.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "command-line-arguments"}, true
}
