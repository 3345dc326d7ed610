package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 123456789, time.UTC)
	for _, l := range []string{time.RFC3339, time.RFC3339Nano, time.Kitchen, time.RFC1123, time.RFC850, time.ANSIC, time.UnixDate, time.Stamp, time.StampMicro, time.DateTime, time.DateOnly, "2006-01-02T15:04:05.000", "Jan _2 '06 at 3:04pm (MST)", "Monday, 02-Jan-06", "15h04m05s.999", "06/1/2", "002 __2"} {
		fmt.Println(t.Format(l))
	}
	fmt.Println(t, t.Unix(), t.UnixMilli(), t.Weekday(), t.YearDay(), t.Month(), int(t.Month()))
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.IsZero(), time.Time{}.IsZero())
	fmt.Println(t.AddDate(1, 0, 0), t.AddDate(0, 1, 1).Format(time.DateOnly))
	fmt.Println(t.Add(36*time.Hour).Sub(t), t.Truncate(time.Hour), t.Round(time.Minute))
	p, err := time.Parse("2006-01-02 15:04", "2023-07-04 09:30")
	fmt.Println(p, err)
	_, err = time.Parse(time.RFC3339, "2023-13-01T00:00:00Z")
	fmt.Println(err)
	_, err = time.Parse("2006-01-02", "hello")
	fmt.Println(err)
	d, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, err, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Round(time.Minute), d.Truncate(time.Hour))
	_, err = time.ParseDuration("1x")
	fmt.Println(err)
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 1e6, 15e5, 1e9, 61e9, 3600e9, -5e8, 100 * time.Hour} {
		fmt.Print(d, " ")
	}
	fmt.Println()
	fmt.Println(t.Before(p), t.After(p), t.Equal(t.In(time.FixedZone("X", 3600))), t.In(time.FixedZone("EST", -5*3600)))
	fmt.Printf("%v %s %d %T %.1f\n", d, d, d, d, d.Hours())
	fmt.Println(time.Unix(1700000000, 5).UTC(), time.UnixMilli(1700000000123).UTC())
	start := time.Now()
	time.Sleep(30 * time.Millisecond)
	el := time.Since(start)
	fmt.Println(el >= 30*time.Millisecond, el < 300*time.Millisecond)
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	tk := time.NewTicker(5 * time.Millisecond)
	for i := range 3 {
		<-tk.C
		fmt.Print("tick", i, " ")
	}
	tk.Stop()
	fmt.Println()
	select {
	case <-time.After(20 * time.Millisecond):
		fmt.Println("timeout")
	}
	done := make(chan bool)
	time.AfterFunc(5*time.Millisecond, func() { close(done) })
	<-done
	fmt.Printf("%#v\n", 3*time.Second)
	fmt.Printf("%#v\n", t)
}
