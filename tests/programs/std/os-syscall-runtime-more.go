// The rest of os, os/signal, syscall and runtime that is here.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"
)

func where() string {
	pcs := make([]uintptr, 8)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	f, _ := frames.Next()
	return fmt.Sprint(f.Function, " ", f.Line)
}

type tree struct{ left *tree }

func main() {
	for _, e := range []error{os.ErrInvalid, os.ErrPermission, os.ErrExist, os.ErrNotExist, os.ErrClosed, os.ErrProcessDone} {
		fmt.Println(e)
	}
	pe := &os.PathError{Op: "open", Path: "x", Err: os.ErrNotExist}
	fmt.Println(pe.Error(), pe.Unwrap() == os.ErrNotExist, errors.Is(pe, os.ErrNotExist))
	os.Setenv("COLOUR", "blue")
	v, ok := os.LookupEnv("COLOUR")
	fmt.Println(v, ok, os.Getenv("COLOUR"))
	os.Unsetenv("COLOUR")
	_, ok = os.LookupEnv("COLOUR")
	fmt.Println(ok, os.Getpid() > 0, os.Getppid() > 0, syscall.Getpid() == os.Getpid())
	host, err := os.Hostname()
	fmt.Println(host != "", err)
	var f *os.File = os.Stdout
	fmt.Println(f.Name(), f.Fd(), os.Stdin.Name(), os.Stdin.Fd(), os.Stderr.Fd())
	n, err := os.Stdin.Read(make([]byte, 4))
	fmt.Println(n, err == io.EOF)
	var word string
	n, err = fmt.Scan(&word)
	fmt.Println(n, err)
	n, err = fmt.Scanln(&word)
	fmt.Println(n, err)
	n, err = fmt.Scanf("%s", &word)
	fmt.Println(n, err)
	from, to := time.Date(2024, 1, 2, 3, 4, 5, 6, time.UTC).ZoneBounds()
	fmt.Println(from.IsZero(), to.IsZero())
	fmt.Println(os.Stdout.Sync() == nil || true)
	fmt.Println(os.Stdin.Close())

	for _, s := range []syscall.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGKILL, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGTERM} {
		var sig os.Signal = s
		sig.Signal()
		fmt.Print(int(s), " ", s.String(), "; ")
	}
	fmt.Println(os.Interrupt, os.Kill)
	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGTERM))
	ts := syscall.NsecToTimespec(1_500_000_000)
	sec, nsec := ts.Unix()
	fmt.Println(sec, nsec, ts.Nano(), syscall.TimespecToNsec(syscall.Timespec{Sec: 2, Nsec: 5}))
	start := time.Now()
	ts = syscall.NsecToTimespec(int64(20 * time.Millisecond))
	fmt.Println(syscall.Nanosleep(&ts, nil), time.Since(start) >= 20*time.Millisecond)

	fmt.Println(runtime.Compiler, runtime.NumCgoCall(), runtime.GOROOT() == "")
	runtime.SetDefaultGOMAXPROCS()
	runtime.SetFinalizer(&tree{}, func(*tree) {})
	var c runtime.Cleanup = runtime.AddCleanup(&tree{}, func(int) {}, 1)
	c.Stop()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	keep := make([]*tree, 1000)
	for i := range keep {
		keep[i] = &tree{}
	}
	runtime.ReadMemStats(&after)
	fmt.Println(after.Mallocs-before.Mallocs >= 1000, after.TotalAlloc > before.TotalAlloc, len(keep))
	buf := make([]byte, 1000)
	text := string(buf[:runtime.Stack(buf, false)])
	fmt.Println(strings.HasPrefix(text, "goroutine 1 [running]:\nmain.main()"))
	fmt.Println(where())
	func() { fmt.Println(where()) }()
	pc, _, _, _ := runtime.Caller(0)
	fn := runtime.FuncForPC(pc)
	_, line := fn.FileLine(pc)
	fmt.Println(fn.Name(), line)
	defer func() {
		e := recover().(*runtime.TypeAssertionError)
		e.RuntimeError()
		fmt.Println(e.Error())
		defer func() {
			p := recover().(*runtime.PanicNilError)
			p.RuntimeError()
			fmt.Println(p)
		}()
		panic(nil)
	}()
	var x any = 1
	fmt.Println(x.(string))
}
