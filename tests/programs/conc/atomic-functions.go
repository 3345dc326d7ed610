// The atomic functions over plain variables.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var i32 int32
	var i64 int64
	var u32 uint32
	var u64 uint64
	var up uintptr
	fmt.Println(atomic.AddInt32(&i32, 3), atomic.AddInt64(&i64, -4), atomic.AddUint32(&u32, 5), atomic.AddUint64(&u64, 6), atomic.AddUintptr(&up, 7))
	fmt.Println(atomic.LoadInt32(&i32), atomic.LoadInt64(&i64), atomic.LoadUint32(&u32), atomic.LoadUint64(&u64), atomic.LoadUintptr(&up))
	fmt.Println(atomic.SwapInt32(&i32, 30), atomic.SwapInt64(&i64, 40), atomic.SwapUint32(&u32, 50), atomic.SwapUint64(&u64, 60), atomic.SwapUintptr(&up, 70))
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 30, 31), atomic.CompareAndSwapInt64(&i64, 0, 1), atomic.CompareAndSwapUint32(&u32, 50, 51), atomic.CompareAndSwapUint64(&u64, 1, 2), atomic.CompareAndSwapUintptr(&up, 70, 71))
	fmt.Println(atomic.AndInt32(&i32, 15), atomic.AndInt64(&i64, 8), atomic.AndUint32(&u32, 3), atomic.AndUint64(&u64, 12), atomic.AndUintptr(&up, 7))
	fmt.Println(atomic.OrInt32(&i32, 64), atomic.OrInt64(&i64, 1), atomic.OrUint32(&u32, 4), atomic.OrUint64(&u64, 1), atomic.OrUintptr(&up, 8))
	fmt.Println(i32, i64, u32, u64, up)
	atomic.StoreInt32(&i32, 0)
	atomic.StoreInt64(&i64, 0)
	atomic.StoreUint32(&u32, 0)
	atomic.StoreUint64(&u64, 0)
	atomic.StoreUintptr(&up, 0)
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() { atomic.AddInt32(&i32, 2) })
	}
	wg.Wait()
	fmt.Println(i32, i64, u32, u64, up)
}
