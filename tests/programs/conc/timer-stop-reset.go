// Timers: Stop, Reset and their results.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	fmt.Println(t.Reset(5 * time.Millisecond))
	<-t.C
	fmt.Println("fired")
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println("fired again", len(t.C), cap(t.C))
}
