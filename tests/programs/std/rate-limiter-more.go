// The rest of x/time/rate on given times.
package main

import (
	"fmt"
	"time"

	"golang.org/x/time/rate"
)

func main() {
	t := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	var l *rate.Limiter = rate.NewLimiter(rate.Limit(2), 4)
	fmt.Println(l.AllowN(t, 4), l.TokensAt(t), l.TokensAt(t.Add(time.Second)))
	l.SetLimitAt(t, 4)
	l.SetBurstAt(t, 8)
	fmt.Println(l.Limit(), l.Burst(), l.TokensAt(t.Add(time.Second)))
	l.SetLimit(1)
	l.SetBurst(2)
	fmt.Println(l.Limit(), l.Burst())
	var r *rate.Reservation = l.ReserveN(t, 3)
	fmt.Println(r.OK(), r.DelayFrom(t) == rate.InfDuration)
	q := rate.NewLimiter(rate.Every(time.Hour), 1)
	one, two := q.Reserve(), q.Reserve()
	fmt.Println(one.Delay(), two.Delay() > 59*time.Minute)
	two.Cancel()
	fmt.Println(q.Tokens() < 1)
	s := rate.Sometimes{First: 2, Every: 4}
	for i := range 9 {
		s.Do(func() { fmt.Print(i, " ") })
	}
	fmt.Println()
}
