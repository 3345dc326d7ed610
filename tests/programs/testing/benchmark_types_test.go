// What of benchmarks there is: their types, in a file of tests.
package demo

import (
	"fmt"
	"testing"
	"time"
)

func TestResult(t *testing.T) {
	r := testing.BenchmarkResult{N: 1000, T: 2 * time.Millisecond, MemAllocs: 3000, MemBytes: 64000}
	fmt.Println(r.NsPerOp(), r.AllocsPerOp(), r.AllocedBytesPerOp(), r.MemString())
	fmt.Println(r.String())
	fmt.Println(testing.Testing(), testing.CoverMode() == "")
	_ = testing.InternalTest{Name: "TestX", F: func(*testing.T) {}}
	_, ok := t.Deadline()
	fmt.Println(ok)
}

func TestBenchmark(t *testing.T) {
	n, loops := 0, 0
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(8)
		b.StopTimer()
		b.StartTimer()
		b.ResetTimer()
		for range b.N {
			n++
		}
		b.ReportMetric(1, "things")
	})
	fmt.Println(r.N > 0, n >= r.N)
	testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			loops++
		}
		fmt.Println(b.Elapsed() >= 0)
	})
	fmt.Println(loops > 0)
	testing.Benchmark(func(b *testing.B) {
		b.Run("inner", func(b *testing.B) { n++ })
	})
	testing.Benchmark(func(b *testing.B) {
		b.SetParallelism(2)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
			}
		})
	})
}
