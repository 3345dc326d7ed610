// golang.org/x/time/rate: tokens and reservations on given times.
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/time/rate"
)

func main() {
	l := rate.NewLimiter(10, 2)
	fmt.Println(l.Limit(), l.Burst())
	t := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(l.AllowN(t, 1), l.AllowN(t, 1), l.AllowN(t, 1))
	fmt.Println(l.AllowN(t.Add(100*time.Millisecond), 1), l.AllowN(t.Add(150*time.Millisecond), 1))
	r := l.ReserveN(t.Add(time.Second), 2)
	fmt.Println(r.OK(), r.DelayFrom(t.Add(time.Second)))
	r2 := l.ReserveN(t.Add(time.Second), 1)
	fmt.Println(r2.OK(), r2.DelayFrom(t.Add(time.Second)).Round(time.Millisecond))
	r2.CancelAt(t.Add(time.Second))
	fmt.Println(l.ReserveN(t, 3).OK())
	fmt.Println(rate.Every(250*time.Millisecond), rate.Inf > 1e300)
	w := rate.NewLimiter(rate.Every(10*time.Millisecond), 1)
	for range 3 {
		fmt.Println(w.Wait(context.Background()))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(w.Wait(ctx))
	fmt.Println(w.WaitN(context.Background(), 5))
	none := rate.NewLimiter(0, 0)
	fmt.Println(none.Allow(), rate.NewLimiter(rate.Inf, 0).Allow())
}
