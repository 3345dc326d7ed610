package main

import (
	"bytes"
	"fmt"
	"runtime/debug"
	"strings"
)

//go:noinline
func inner() []byte { return debug.Stack() }

func main() {
	s := string(inner())
	lines := strings.Split(s, "\n")
	fmt.Println(strings.HasPrefix(s, "goroutine 1 [running]:\n"), lines[1], lines[3], lines[5])
	fmt.Println(bytes.Contains(inner(), []byte("main.inner()")))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-7), debug.SetGCPercent(100))
	fmt.Println(debug.SetMaxThreads(10), debug.SetMaxThreads(10000), debug.SetMaxStack(1<<20), debug.SetPanicOnFault(true))
	fmt.Println(debug.SetMemoryLimit(-1) == 1<<63-1, debug.SetMemoryLimit(1<<30) == 1<<63-1, debug.SetMemoryLimit(-1))
	debug.FreeOSMemory()
	var gc debug.GCStats
	debug.ReadGCStats(&gc)
	fmt.Println(gc.NumGC > 0)
	info, ok := debug.ReadBuildInfo()
	fmt.Println(ok, info.GoVersion)
	var of debug.BuildInfo = *info
	var _ debug.Module = of.Main
	var _ []debug.BuildSetting = of.Settings
	debug.SetTraceback("all")
	print := debug.PrintStack
	fmt.Println(print != nil)
	defer func() {
		r := recover()
		fmt.Println("recovered:", r, strings.Contains(string(debug.Stack()), "panic("))
	}()
	var m map[string]int
	m["x"] = 1
}
