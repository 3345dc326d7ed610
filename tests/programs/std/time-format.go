// Formatting and parsing times.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.March, 5, 7, 8, 9, 123456789, time.UTC)
	for _, l := range []string{time.ANSIC, time.UnixDate, time.RFC822, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, time.RFC822Z, time.RubyDate, time.Layout,
		"15h04", "2/1/06 3:4:5 pm", "Jan _2 Monday 002 .000 ,999 Z07:00 -0700 MST", "05.00 05.999999"} {
		fmt.Println(t.Format(l))
	}
	fmt.Println(t.String(), t.GoString(), string(t.AppendFormat([]byte("at "), time.TimeOnly)))
	p, err := time.Parse("2006-01-02 15:04:05", "2023-12-25 10:20:30")
	fmt.Println(p, err)
	p, err = time.Parse(time.RFC3339, "2023-12-25T10:20:30+02:00")
	fmt.Println(p.UTC(), err)
	_, err = time.Parse(time.DateOnly, "2023-13-01")
	fmt.Println(err)
	_, err = time.Parse(time.DateOnly, "x")
	fmt.Println(err)
	p, err = time.ParseInLocation(time.DateTime, "2023-01-02 03:04:05", time.UTC)
	fmt.Println(p, err)
	loc, err := time.LoadLocation("UTC")
	fmt.Println(loc, err)
}
