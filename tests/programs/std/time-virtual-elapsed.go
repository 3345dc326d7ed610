// Elapsed time is never shorter than the sleep.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(15 * time.Millisecond)
	el := time.Since(start)
	fmt.Println(el >= 15*time.Millisecond, el < 10*time.Second)
	deadline := start.Add(20 * time.Millisecond)
	<-time.After(time.Until(deadline))
	fmt.Println(!time.Now().Before(deadline), start.Before(time.Now()), time.Now().After(start))
	tm := <-time.NewTimer(time.Millisecond).C
	fmt.Println(tm.Sub(start) > 0, start.Equal(start), start.Sub(start), start.Round(0).Equal(start))
}
