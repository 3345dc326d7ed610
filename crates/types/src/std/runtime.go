// Package runtime: the scheduler's knobs, and the values of runtime panics.
package runtime

// Error identifies an error of the runtime.
type Error interface {
	error
	RuntimeError()
}

// errorString is a runtime error described by a text.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string { return "runtime error: " + string(e) }

// plainError is a runtime error without the prefix.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string { return string(e) }

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	msg string
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string { return e.msg }

// A PanicNilError is the value of panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string {
	return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"
}

func (*PanicNilError) RuntimeError() {}

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

func GOMAXPROCS(n int) int
func NumCPU() int
func NumGoroutine() int
func Gosched()
func Goexit()
func Caller(skip int) (pc uintptr, file string, line int, ok bool)

func NumCgoCall() int64                   { return 0 }
func GC()                                 { Gosched() }
func Version() string                     { return "go1.27.3" }
func KeepAlive(x any)                     {}
func LockOSThread()                       {}
func UnlockOSThread()                     {}
func GOROOT() string                      { return "" }
func SetFinalizer(obj any, finalizer any) {}

// A MemStats has the counters that programs like to print.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Mallocs, Frees  uint64
	HeapAlloc, HeapSys, HeapInuse, HeapIdle uint64
	HeapObjects, NextGC, PauseTotalNs       uint64
	NumGC                                   uint32
}

func heapBytes() uint64

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	n := heapBytes()
	m.Alloc, m.TotalAlloc, m.Sys = n, n, n
	m.HeapAlloc, m.HeapSys, m.HeapInuse = n, n, n
}
