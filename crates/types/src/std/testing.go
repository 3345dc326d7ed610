// Package testing runs functions named TestXxx, and says of each what happened, as go test -v does.
package testing

import (
	"context"
	"errors"
	"fmt"
	"internal/region"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An InternalTest is a test function with its name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// An InternalFuzzTarget is a fuzz test with its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// An InternalExample is an example, with what it has to print.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// capture keeps back what is written to standard output from now on.
func capture()

// captured ends that, and returns what was written.
func captured() string

// run runs the example and tells whether it printed what it should.
func (e *InternalExample) run() (ok bool) {
	fmt.Printf("=== RUN   %s\n", e.Name)
	capture()
	start := time.Now()
	finished := false
	defer func() {
		took := time.Since(start)
		out := captured()
		reason := recover()
		fail := e.fault(out)
		if reason == nil && !finished {
			reason = errGoexit
		}
		if reason != nil {
			fmt.Printf("--- FAIL: %s (%.2fs)\n", e.Name, took.Seconds())
			panic(reason)
		}
		verdict := "PASS"
		if fail != "" {
			verdict = "FAIL"
		}
		fmt.Printf("--- %s: %s (%.2fs)\n%s", verdict, e.Name, took.Seconds(), fail)
		ok = fail == ""
	}()
	e.F()
	finished = true
	return
}

// fault says how what was printed differs from what should be.
func (e *InternalExample) fault(out string) string {
	got, want := strings.TrimSpace(out), strings.TrimSpace(e.Output)
	if !e.Unordered {
		if got == want {
			return ""
		}
		return fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	gotLines := slices.Sorted(strings.SplitSeq(got, "\n"))
	wantLines := slices.Sorted(strings.SplitSeq(want, "\n"))
	if slices.Equal(gotLines, wantLines) {
		return ""
	}
	return fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", out, e.Output)
}

// An F is what a fuzz test knows of itself. Only its seeds are run, as go test does without -fuzz.
type F struct {
	*common
	t      *T
	seeds  [][]any
	called bool
}

// call calls f, a function, with t and the arguments.
func call(f any, t *T, args []any)

// unfit says why f cannot be called with a *T and each of the seeds; what begins with "testing: " is a panic.
func unfit(f any, seeds [][]any) string

// Add adds a seed.
func (f *F) Add(args ...any) {
	for _, a := range args {
		switch a.(type) {
		case []byte, string, bool, byte, rune, float32, float64, int, int8, int16, int64, uint, uint16, uint32, uint64:
		default:
			panic(fmt.Sprintf("testing: unsupported type to Add %T", a))
		}
	}
	f.seeds = append(f.seeds, args)
}

// Fuzz calls ff, a function of a *T and more, with each seed.
func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.failed {
		return
	}
	f.Helper()
	switch text := unfit(ff, f.seeds); {
	case strings.HasPrefix(text, "testing: "):
		panic(text)
	case text != "":
		f.Fatal(text)
	}
	for i, seed := range f.seeds {
		f.t.Run("seed#"+strconv.Itoa(i), func(t *T) { call(ff, t, seed) })
	}
}

// TB is what tests and benchmarks have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Chdir(dir string)
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string

	private()
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
	_ TB = (*F)(nil)
)

// lastName is the test whose output came last.
var lastName string

// update prints about a test.
func update(name, format string, args ...any) {
	lastName = name
	fmt.Printf(format, args...)
}

// logged prints what a test has logged.
func logged(name, s string) {
	region.Enter()
	changed := lastName != "" && lastName != name
	lastName = name
	region.Exit()
	if changed {
		fmt.Printf("=== NAME  %s\n", name)
	}
	fmt.Print(s)
}

type common struct {
	parent   *common
	name     string
	level    int
	report   string // what the subtests have to say, until the test is over
	failed   bool
	skipped  bool
	done     bool
	finished bool
	parallel bool
	cleaning bool
	helpers  map[string]bool
	cleanups []func()
	names    map[string]int // of subtests
	start    time.Time
	took     time.Duration
	barrier  chan bool // closed when parallel subtests may begin
	signal   chan bool // tells the parent that the test is over or paused
	subs     []*T
	ctx      context.Context
	cancel   context.CancelFunc
}

func (c *common) private() {}

// Name returns the name of the test.
func (c *common) Name() string { return c.name }

// Fail marks the test as failed and goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	region.Enter()
	late := c.done
	c.failed = true
	region.Exit()
	if late {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
}

// Failed tells whether the test has failed.
func (c *common) Failed() bool {
	region.Enter()
	failed := c.failed
	region.Exit()
	return failed
}

// FailNow marks the test as failed and ends it.
func (c *common) FailNow() {
	c.Fail()
	c.finished = true
	runtime.Goexit()
}

// where returns file and line of the frame that logs, helpers left out.
func (c *common) where(skip int) string {
	file, line := "???", 1
	for i := skip; ; i++ {
		pc, f, l, ok := runtime.Caller(i)
		if !ok {
			break
		}
		name := runtime.FuncForPC(pc).Name()
		if strings.HasPrefix(name, "testing.") {
			break
		}
		file, line = f, l
		if !c.helpers[name] {
			break
		}
	}
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	return file + ":" + strconv.Itoa(line) + ": "
}

// log prints s with the place of the caller skip levels up.
func (c *common) log(s string, skip int) {
	if c.done {
		for p := c.parent; p != nil; p = p.parent {
			if !p.done {
				p.log(s, skip+1)
				return
			}
		}
		panic("Log in goroutine after " + c.name + " has completed: " + s)
	}
	s = strings.TrimSuffix(s, "\n")
	s = strings.ReplaceAll(s, "\n", "\n        ")
	logged(c.name, "    "+c.where(skip+1)+s+"\n")
}

// Log prints its arguments as Println does.
func (c *common) Log(args ...any) { c.log(fmt.Sprintln(args...), 2) }

// Logf prints its arguments as Printf does.
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...), 2) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...), 2)
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), 2)
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...), 2)
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), 2)
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...), 2)
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), 2)
	c.SkipNow()
}

// SkipNow marks the test as skipped and ends it.
func (c *common) SkipNow() {
	c.skipped = true
	c.finished = true
	runtime.Goexit()
}

// Skipped tells whether the test was skipped.
func (c *common) Skipped() bool { return c.skipped }

// Helper marks the calling function as one whose lines are not shown.
func (c *common) Helper() {
	pc, _, _, ok := runtime.Caller(1)
	if !ok {
		return
	}
	name := runtime.FuncForPC(pc).Name()
	region.Enter()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[name] = true
	region.Exit()
}

// Cleanup lets f be called when the test and its subtests are over, the last one first.
func (c *common) Cleanup(f func()) {
	region.Enter()
	c.cleanups = append(c.cleanups, f)
	region.Exit()
}

// clean runs the functions of Cleanup.
func (c *common) clean() {
	c.cleaning = true
	defer func() { c.cleaning = false }()
	if c.cancel != nil {
		c.cancel()
	}
	for {
		region.Enter()
		n := len(c.cleanups)
		var f func()
		if n > 0 {
			f = c.cleanups[n-1]
			c.cleanups = c.cleanups[:n-1]
		}
		region.Exit()
		if f == nil {
			return
		}
		// A panic or Goexit does not keep the others from running.
		defer func() {
			if len(c.cleanups) > 0 {
				c.clean()
			}
		}()
		f()
	}
}

// cleanSafely is clean; it returns the value of a panic.
func (c *common) cleanSafely() (reason any) {
	defer func() { reason = recover() }()
	c.clean()
	return nil
}

// Context returns a context that is cancelled just before the functions of Cleanup are called.
func (c *common) Context() context.Context { return c.ctx }

// Setenv sets a variable of the environment until the test is over.
func (c *common) Setenv(key, value string) {
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// There are no files here.
func (c *common) noFiles(what string) {
	c.Fatalf("%s: %v", what, errors.ErrUnsupported)
}

// TempDir would make a directory.
func (c *common) TempDir() string {
	c.noFiles("TempDir")
	return ""
}

// Chdir would change the directory.
func (c *common) Chdir(dir string) { c.noFiles("Chdir") }

// ArtifactDir would make a directory.
func (c *common) ArtifactDir() string {
	c.noFiles("ArtifactDir")
	return ""
}

// Attr prints an attribute of the test.
func (c *common) Attr(key, value string) {
	update(c.name, "=== ATTR  %s %v %v\n", c.name, key, value)
}

// Output returns a writer whose lines appear as if logged, without their place.
func (c *common) Output() io.Writer { return output{c} }

type output struct{ c *common }

func (o output) Write(p []byte) (n int, err error) {
	for line := range strings.Lines(string(p)) {
		logged(o.c.name, "    "+strings.TrimSuffix(line, "\n")+"\n")
	}
	return len(p), nil
}

// A T is what a test knows of itself.
type T struct {
	common
	denyParallel bool
}

var errGoexit = errors.New("test executed panic(nil) or runtime.Goexit")

// Deadline tells when the tests have to be over: never.
func (t *T) Deadline() (deadline time.Time, ok bool) { return }

// Setenv sets a variable of the environment until the test is over.
func (t *T) Setenv(key, value string) {
	if t.parallel {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.denyParallel = true
	t.common.Setenv(key, value)
}

// Chdir would change the directory.
func (t *T) Chdir(dir string) { t.common.Chdir(dir) }

// slots limits how many parallel tests run at once.
type slots struct {
	running int
	waiting []chan bool
}

var limit slots

func (s *slots) take() {
	region.Enter()
	if s.running < runtime.GOMAXPROCS(0) {
		s.running++
		region.Exit()
		return
	}
	c := make(chan bool)
	s.waiting = append(s.waiting, c)
	region.Exit()
	<-c
}

func (s *slots) give() {
	region.Enter()
	if len(s.waiting) == 0 {
		s.running--
		region.Exit()
		return
	}
	c := s.waiting[0]
	s.waiting = s.waiting[1:]
	region.Exit()
	c <- true
}

// Parallel lets the test run together with other parallel ones after the serial ones.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.denyParallel {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.parallel = true
	if t.parent.barrier == nil {
		return
	}
	t.took += time.Since(t.start)
	t.parent.subs = append(t.parent.subs, t)
	update(t.name, "=== PAUSE %s\n", t.name)
	t.signal <- true
	<-t.parent.barrier
	limit.take()
	update(t.name, "=== CONT  %s\n", t.name)
	t.start = time.Now()
}

// tellParent hands a line about the test, and what its subtests said, to the parent or the output.
func (c *common) tellParent(verdict string) {
	s := fmt.Sprintf("--- %s: %s (%.2fs)\n", verdict, c.name, c.took.Seconds()) + c.report
	c.report = ""
	p := c.parent
	if p.parent == nil {
		update(c.name, "%s", s)
		return
	}
	for line := range strings.Lines(s) {
		p.report += "    " + line
	}
}

func (c *common) tell() {
	if c.parent == nil {
		return
	}
	switch {
	case c.Failed():
		c.tellParent("FAIL")
	case c.Skipped():
		c.tellParent("SKIP")
	default:
		c.tellParent("PASS")
	}
}

// die ends the program with the test's panic, after everything has been said.
func (t *T) die(reason any) {
	t.Fail()
	if r := t.cleanSafely(); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	t.took += time.Since(t.start)
	for c := &t.common; c.parent != nil; c = c.parent {
		c.tellParent("FAIL")
		c.parent.took += time.Since(c.parent.start)
		if r := c.parent.cleanSafely(); r != nil {
			fmt.Printf("cleanup panicked with %v", r)
		}
	}
}

func tRunner(t *T, fn func(t *T)) {
	defer func() {
		reason := recover()
		signal := true
		if !t.finished && reason == nil {
			reason = errGoexit
			for p := t.parent; p != nil; p = p.parent {
				if p.finished {
					t.Errorf("%v: subtest may have called FailNow on a parent test", reason)
					reason = nil
					signal = false
					break
				}
			}
		}
		if reason != nil {
			t.die(reason)
			panic(reason)
		}
		t.took += time.Since(t.start)
		if len(t.subs) > 0 {
			// Parallel subtests run now; meanwhile this test counts as not running.
			limit.give()
			close(t.barrier)
			for _, sub := range t.subs {
				<-sub.signal
			}
			if reason := t.cleanSafely(); reason != nil {
				t.die(reason)
				panic(reason)
			}
			if !t.parallel {
				limit.take()
			}
		} else if t.parallel {
			limit.give()
		}
		t.tell()
		t.done = true
		t.signal <- signal
	}()
	defer func() {
		if len(t.subs) == 0 {
			t.clean()
		}
	}()
	t.start = time.Now()
	fn(t)
	t.finished = true
}

// rewrite makes a name without spaces and with nothing that cannot be printed.
func rewrite(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case isSpace(r):
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isSpace(r rune) bool { return strings.TrimSpace(string(r)) == "" }

// unique returns the full name of a new subtest.
func (c *common) unique(name string) string {
	name = rewrite(name)
	base := name
	if c.level > 0 {
		base = c.name + "/" + name
	}
	if c.names == nil {
		c.names = map[string]int{}
	}
	for {
		n := c.names[base]
		c.names[base] = n + 1
		if n == 0 && name != "" {
			return base
		}
		full := fmt.Sprintf("%s#%02d", base, n)
		if c.names[full] == 0 {
			return full
		}
	}
}

// Run runs f as a subtest in a goroutine of its own, and tells whether it succeeded. It waits until
// f returns or calls Parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.cleaning {
		panic("testing: t.Run called during t.Cleanup")
	}
	ctx, cancel := context.WithCancel(context.Background())
	region.Enter()
	sub := &T{common: common{
		parent:  &t.common,
		name:    t.unique(name),
		level:   t.level + 1,
		barrier: make(chan bool),
		signal:  make(chan bool, 1),
		ctx:     ctx,
		cancel:  cancel,
	}}
	region.Exit()
	update(sub.name, "=== RUN   %s\n", sub.name)
	go tRunner(sub, f)
	if !<-sub.signal {
		// The subtest ended this test, too.
		runtime.Goexit()
	}
	return !sub.failed
}

// An M runs the tests.
type M struct {
	tests    []InternalTest
	targets  []InternalFuzzTarget
	examples []InternalExample
	code     int
}

// Run runs the tests and returns the code to exit with.
func (m *M) Run() (code int) {
	if len(m.tests) == 0 && len(m.targets) == 0 && len(m.examples) == 0 {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	failed := runAll(func(t *T) {
		for _, test := range m.tests {
			t.Run(test.Name, test.F)
		}
	})
	failed = runAll(func(t *T) {
		for _, target := range m.targets {
			t.Run(target.Name, func(t *T) { target.Fn(&F{common: &t.common, t: t}) })
		}
	}) || failed
	for _, e := range m.examples {
		failed = !e.run() || failed
	}
	if failed {
		fmt.Println("FAIL")
		m.code = 1
	} else {
		fmt.Println("PASS")
		m.code = 0
	}
	return m.code
}

// runAll runs f as what is above all tests, and tells whether one has failed.
func runAll(f func(t *T)) bool {
	root := &T{common: common{barrier: make(chan bool), signal: make(chan bool, 1)}}
	limit.take()
	tRunner(root, f)
	limit.give()
	return root.Failed()
}

// runTests is the program if the learner's package has something for go test; testMain may be nil.
func runTests(tests []InternalTest, targets []InternalFuzzTarget, examples []InternalExample, testMain func(m *M)) {
	m := &M{tests: tests, targets: targets, examples: examples}
	if testMain != nil {
		testMain(m)
	} else {
		m.Run()
	}
	if m.code != 0 {
		os.Exit(m.code)
	}
}

var _ = runTests

// Short tells whether tests should be short.
func Short() bool { return false }

// Verbose tells whether everything is printed.
func Verbose() bool { return true }

// Testing tells whether this is a test.
func Testing() bool { return lastName != "" }

// CoverMode returns the mode of coverage: none.
func CoverMode() string { return "" }

// AllocsPerRun calls f runs times; nothing here depends on how much is allocated.
func AllocsPerRun(runs int, f func()) (avg float64) {
	f()
	for range runs {
		f()
	}
	return 0
}

// A B is what a benchmark knows of itself. Time stands still while goroutines run, so that nothing
// can be measured here but waiting: everything is run once.
type B struct {
	common
	N      int
	looped bool
	bytes  int64
}

func (b *B) StartTimer()            {}
func (b *B) StopTimer()             {}
func (b *B) ResetTimer()            {}
func (b *B) ReportAllocs()          {}
func (b *B) SetBytes(n int64)       { b.bytes = n }
func (b *B) SetParallelism(p int)   {}
func (b *B) Elapsed() time.Duration { return time.Since(b.start) }

func (b *B) ReportMetric(n float64, unit string) {}

// Loop is true once.
func (b *B) Loop() bool {
	first := !b.looped
	b.looped = true
	return first
}

// Run runs f as a part of the benchmark.
func (b *B) Run(name string, f func(b *B)) bool {
	sub := &B{common: common{parent: &b.common, name: b.name + "/" + rewrite(name), level: b.level + 1, ctx: context.Background()}, N: 1}
	sub.start = time.Now()
	f(sub)
	sub.clean()
	return !sub.failed
}

// A PB is what RunParallel hands to its function.
type PB struct{ ended bool }

// Next is true once.
func (pb *PB) Next() bool {
	first := !pb.ended
	pb.ended = true
	return first
}

// RunParallel calls body in several goroutines.
func (b *B) RunParallel(body func(*PB)) {
	n := runtime.GOMAXPROCS(0)
	over := make(chan bool)
	for range n {
		go func() {
			body(&PB{})
			over <- true
		}()
	}
	for range n {
		<-over
	}
}

// A BenchmarkResult is what a benchmark has measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

// NsPerOp returns the nanoseconds of one run.
func (r BenchmarkResult) NsPerOp() int64 {
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) AllocsPerOp() int64       { return r.per(r.MemAllocs) }
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.per(r.MemBytes) }

func (r BenchmarkResult) per(total uint64) int64 {
	if r.N <= 0 {
		return 0
	}
	return int64(total) / int64(r.N)
}

func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

func (r BenchmarkResult) String() string           { return fmt.Sprintf("%8d\t%10d ns/op", r.N, r.NsPerOp()) }

// Benchmark runs f once.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{common: common{ctx: context.Background()}, N: 1}
	b.start = time.Now()
	f(b)
	b.clean()
	return BenchmarkResult{N: 1, T: b.Elapsed(), Bytes: b.bytes}
}
