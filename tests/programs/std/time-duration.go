// time.Duration: constants, printing, methods.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 1e6, 1500 * time.Microsecond, time.Second, 90 * time.Second, time.Hour + 2*time.Second, -5 * time.Minute, 100*time.Hour + 1, 1<<63 - 1, -1 << 63, 2*time.Second + 500*time.Millisecond} {
		fmt.Println(d, d.String() == fmt.Sprint(d))
	}
	d := 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond
	fmt.Println(d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
	fmt.Println(d.Round(time.Hour), d.Round(time.Minute), d.Truncate(time.Minute), d.Truncate(7*time.Second), (-d).Abs(), d.Round(time.Second))
	fmt.Printf("%v %d %s %T %+v %#v %10v| %x\n", time.Second, time.Second, time.Second, time.Second, time.Second, time.Second, time.Second, time.Second)
	for _, s := range []string{"1h15m30.918s", "-1.5h", "300ms", "1us", "2µs", "0", "+5s", "", "3", "1x", ".s", "1h-2m"} {
		v, err := time.ParseDuration(s)
		fmt.Println(v, err)
	}
	n := 3
	fmt.Println(time.Duration(n)*time.Second, time.Second*2/3, time.Minute/time.Second, int64(time.Millisecond))
	fmt.Println([]time.Duration{1, time.Second}, map[string]time.Duration{"a": time.Minute}, struct{ D time.Duration }{time.Hour})
}
