package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

func worker(wg *sync.WaitGroup) { defer wg.Done(); time.Sleep(10 * time.Millisecond) }

func where() string {
	_, f, l, ok := runtime.Caller(1)
	return fmt.Sprint(f[strings.LastIndex(f, "/")+1:], ":", l, ok)
}

func main() {
	fmt.Println(runtime.NumGoroutine())
	var wg sync.WaitGroup
	for range 5 {
		wg.Add(1)
		go worker(&wg)
	}
	fmt.Println(runtime.NumGoroutine())
	wg.Wait()
	time.Sleep(time.Millisecond)
	fmt.Println(runtime.NumGoroutine(), where())
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name())
	buf := make([]byte, 4096)
	n := runtime.Stack(buf, false)
	fmt.Println(strings.Split(string(buf[:n]), "\n")[0], strings.Contains(string(buf[:n]), "main.main()"))
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler, strings.HasPrefix(runtime.Version(), "go1."))
	go func() {
		defer wg.Done()
		defer fmt.Println("deferred in goexit")
		runtime.Goexit()
		fmt.Println("unreachable")
	}()
	wg.Add(1)
	wg.Wait()
	runtime.Gosched()
	runtime.GC()
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.Alloc > 0, len(os.Args))
	host, found := os.LookupEnv("NOPE_NOT_SET")
	fmt.Printf("%q %t %q\n", host, found, os.Getenv("NOPE"))
	fmt.Fprintln(os.Stderr, "to stderr")
	defer fmt.Println("not run")
	os.Exit(7)
}
