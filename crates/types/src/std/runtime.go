// Package runtime talks to the scheduler, the collector and the errors of the running program.
package runtime

// Error is a panic raised by the runtime itself.
type Error interface {
	error

	// RuntimeError has no purpose but to mark types that are runtime errors.
	RuntimeError()
}

type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct{ msg string }

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.msg }

// A PanicNilError happens when code calls panic(nil).
type PanicNilError struct{ _ [0]*PanicNilError }

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string { return "runtime error: panic called with nil argument" }

const (
	GOOS     string = "linux"
	GOARCH   string = "amd64"
	Compiler        = "gc"
)

// GOMAXPROCS sets how many processors run goroutines at once, and returns how many there were.
// With n < 1 nothing changes.
func GOMAXPROCS(n int) int

// SetDefaultGOMAXPROCS sets GOMAXPROCS to what it was at the start.
func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }

// NumCPU returns how many processors the machine has.
func NumCPU() int

// NumGoroutine returns how many goroutines exist.
func NumGoroutine() int

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the calling goroutine after its deferred calls.
func Goexit()

// GC runs a garbage collection.
func GC()

// NumCgoCall returns the number of calls into C: none.
func NumCgoCall() int64 { return 0 }

// Version returns the version of Go whose behaviour this is.
func Version() string { return "go1.27.3" }

// GOROOT returns the root of the Go tree.
func GOROOT() string { return "/usr/local/go" }

// KeepAlive keeps x reachable until here.
func KeepAlive(x any) {}

// LockOSThread wires the goroutine to its thread.
func LockOSThread() {}

// UnlockOSThread undoes LockOSThread.
func UnlockOSThread() {}

// SetFinalizer would run finalizer when obj has become unreachable; here it never runs.
func SetFinalizer(obj any, finalizer any) {}

// A Cleanup is a handle to a cleanup call.
type Cleanup struct{ id uint64 }

// Stop cancels the cleanup call.
func (c Cleanup) Stop() {}

// AddCleanup would run cleanup(arg) some time after ptr has become unreachable; here it never runs.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup { return Cleanup{} }

// A MemStats holds statistics of the memory.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
}

// memStats returns bytes in use, bytes ever allocated, objects ever allocated, objects in use,
// bytes of stacks, collections.
func memStats() (alloc, total, mallocs, objects, stack, gcs uint64)

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	alloc, total, mallocs, objects, stack, gcs := memStats()
	*m = MemStats{
		Alloc: alloc, TotalAlloc: total, Sys: alloc + stack, Mallocs: mallocs, Frees: mallocs - objects,
		HeapAlloc: alloc, HeapSys: alloc, HeapInuse: alloc, HeapObjects: objects,
		StackInuse: stack, StackSys: stack, NumGC: uint32(gcs), EnableGC: true,
	}
}

// stack returns the trace of the calling goroutine, or of all.
func stack(all bool) string

// Stack writes a trace of the calling goroutine, or of all, into buf, and returns how many bytes it wrote.
func Stack(buf []byte, all bool) int { return copy(buf, stack(all)) }

// caller returns the program counter of the frame skip levels above the function that calls it, 0 if there is none.
func caller(skip int) (pc uintptr)

// describe tells the place that a program counter denotes.
func describe(pc uintptr) (file string, line int, function string)

// Caller reports file and line of the frame skip levels above the caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	if pc = caller(skip + 1); pc == 0 {
		return 0, "", 0, false
	}
	file, line, _ = describe(pc)
	return pc, file, line, true
}

// Callers fills pc with the program counters of the calling goroutine's frames.
func Callers(skip int, pc []uintptr) int {
	n := 0
	for ; n < len(pc); n++ {
		p := caller(skip + n)
		if p == 0 {
			break
		}
		pc[n] = p
	}
	return n
}

// A Func is a function of the running program.
type Func struct{ name string }

// FuncForPC returns the function that contains pc, or nil.
func FuncForPC(pc uintptr) *Func {
	if _, _, name := describe(pc); name != "" {
		return &Func{name}
	}
	return nil
}

// Name returns the function's name.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// FileLine returns the source position of pc.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	file, line, _ = describe(pc)
	return
}

// Entry returns the function's address.
func (f *Func) Entry() uintptr { return 0 }

// A Frame is what Frames returns for each call.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames translates program counters into frames.
type Frames struct{ pcs []uintptr }

// CallersFrames takes what Callers returned.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame and whether there are more.
func (ci *Frames) Next() (frame Frame, more bool) {
	if len(ci.pcs) == 0 {
		return Frame{}, false
	}
	pc := ci.pcs[0]
	ci.pcs = ci.pcs[1:]
	file, line, name := describe(pc)
	return Frame{PC: pc, Func: FuncForPC(pc), Function: name, File: file, Line: line}, len(ci.pcs) > 0
}
