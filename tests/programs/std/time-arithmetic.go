// time.Time arithmetic on fixed dates.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 28, 23, 59, 58, 500, time.UTC)
	u := t.Add(2 * time.Second)
	fmt.Println(t, u, u.Sub(t), t.Before(u), t.After(u), t.Equal(u), t.Compare(u))
	fmt.Println(u.AddDate(0, 0, 1).Format(time.DateOnly), u.AddDate(1, 1, 1).Format(time.DateOnly), t.AddDate(0, -2, 3).Format(time.DateTime))
	fmt.Println(u.Year(), u.Month(), u.Day(), u.Hour(), u.Minute(), u.Second(), u.Nanosecond(), u.Weekday(), u.YearDay())
	y, m, d := u.Date()
	hh, mm, ss := t.Clock()
	iy, iw := u.ISOWeek()
	fmt.Println(y, m, d, hh, mm, ss, iy, iw)
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), time.Unix(1700000000, 5).UTC(), time.UnixMilli(1700000000123).UTC(), time.UnixMicro(1).UTC())
	fmt.Println(t.Truncate(time.Hour), t.Round(time.Hour), time.Time{}, time.Time{}.IsZero(), t.IsZero())
	fmt.Println(time.Date(2023, 14, 35, 25, 61, 61, 0, time.UTC))
	z := time.FixedZone("XYZ", 2*60*60)
	v := t.In(z)
	name, off := v.Zone()
	fmt.Println(v, name, off, v.Equal(t), v == t, v.Location(), v.UTC().Location())
	fmt.Println(time.March, time.Saturday, time.Month(13), time.Weekday(8))
	now := time.Now()
	fmt.Println(time.Since(now) >= 0, time.Until(now.Add(time.Hour)) > 59*time.Minute, now.Add(time.Hour).Sub(now))
}
