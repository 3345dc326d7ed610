// Months, weekdays, zones, the types of package time.
package main

import (
	"errors"
	"fmt"
	"time"
)

func main() {
	for _, m := range []time.Month{time.January, time.February, time.March, time.April, time.May, time.June, time.July, time.August, time.September, time.October, time.November, time.December} {
		fmt.Print(m.String()[:3], int(m), " ")
	}
	fmt.Println()
	for _, d := range []time.Weekday{time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday} {
		fmt.Print(d.String()[:2], int(d), " ")
	}
	fmt.Println()
	fmt.Println(time.Nanosecond, time.Microsecond, time.Millisecond, time.Second, time.Minute, time.Hour)
	var loc *time.Location = time.UTC
	fmt.Println(loc.String(), time.Local != nil, time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).IsDST())
	_, err := time.Parse(time.TimeOnly, "25:00:00")
	var pe *time.ParseError
	fmt.Println(errors.As(err, &pe), pe.Value, pe.Layout, pe.Error())
	var t *time.Timer = time.NewTimer(time.Hour)
	var k *time.Ticker = time.NewTicker(time.Hour)
	fmt.Println(t.Stop(), cap(k.C))
	k.Stop()
	u := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(u.Local().Equal(u), u.Sub(time.Time{}) > 0, time.Time{}.Sub(u), u.Unix())
	d := u.AddDate(0, 1, 30)
	fmt.Println(d.Month() == time.March, d.Weekday() == time.Sunday, d.Sub(u).Hours())
}
