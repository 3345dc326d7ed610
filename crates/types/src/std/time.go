// Package time: virtual time. It passes only when every goroutine waits.
package time

import "errors"

// A Duration is a number of nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64   { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Abs returns the absolute value; of the smallest one, the largest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// Truncate rounds towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if r+r < m {
			return d + r
		}
		if e := d - m + r; e < d {
			return e
		}
		return minDuration
	}
	if r+r < m {
		return d - r
	}
	if e := d + m - r; e > d {
		return e
	}
	return maxDuration
}

// String formats as 1h2m3.5s; below a second in smaller units.
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	neg := d < 0
	u := uint64(d)
	if neg {
		u = -u
	}
	var s string
	if u < uint64(Second) {
		switch {
		case u < uint64(Microsecond):
			s = digits(u) + "ns"
		case u < uint64(Millisecond):
			s = decimal(u, 3) + "µs"
		default:
			s = decimal(u, 6) + "ms"
		}
	} else {
		secs := u / uint64(Second)
		frac := u % uint64(Second)
		s = decimal(secs%60*uint64(Second)+frac, 9) + "s"
		if mins := secs / 60; mins > 0 {
			s = digits(mins%60) + "m" + s
			if hours := mins / 60; hours > 0 {
				s = digits(hours) + "h" + s
			}
		}
	}
	if neg {
		return "-" + s
	}
	return s
}

func digits(u uint64) string {
	var buf [20]byte
	i := len(buf)
	for {
		i--
		buf[i] = byte('0' + u%10)
		u /= 10
		if u == 0 {
			return string(buf[i:])
		}
	}
}

// decimal formats u / 10^places without trailing zeros.
func decimal(u uint64, places int) string {
	var frac [9]byte
	n := 0
	for i := places - 1; i >= 0; i-- {
		frac[i] = byte('0' + u%10)
		if frac[i] != '0' && n == 0 {
			n = i + 1
		}
		u /= 10
	}
	if n == 0 {
		return digits(u)
	}
	return digits(u) + "." + string(frac[:n])
}

// padded formats n with at least width digits.
func padded(n, width int) string {
	neg := n < 0
	if neg {
		n = -n
	}
	s := digits(uint64(n))
	for len(s) < width {
		s = "0" + s
	}
	if neg {
		return "-" + s
	}
	return s
}

// ParseDuration parses "1h15m30.5s".
func ParseDuration(s string) (Duration, error) {
	orig := s
	bad := func(what string) (Duration, error) {
		return 0, errors.New("time: " + what + " " + quote(orig))
	}
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return bad("invalid duration")
	}
	var total uint64
	for s != "" {
		if s[0] != '.' && (s[0] < '0' || s[0] > '9') {
			return bad("invalid duration")
		}
		var whole uint64
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			if whole > 1<<63/10 {
				return bad("invalid duration")
			}
			whole = whole*10 + uint64(s[i]-'0')
			if whole > 1<<63 {
				return bad("invalid duration")
			}
			i++
		}
		pre := i > 0
		s = s[i:]
		var frac uint64
		scale := 1.0
		post := false
		if s != "" && s[0] == '.' {
			s = s[1:]
			i = 0
			overflow := false
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				if !overflow {
					if frac > (1<<63-1)/10 {
						overflow = true
					} else {
						next := frac*10 + uint64(s[i]-'0')
						if next > 1<<63 {
							overflow = true
						} else {
							frac = next
							scale *= 10
						}
					}
				}
				i++
			}
			post = i > 0
			s = s[i:]
		}
		if !pre && !post {
			return bad("invalid duration")
		}
		i = 0
		for i < len(s) && s[i] != '.' && (s[i] < '0' || s[i] > '9') {
			i++
		}
		if i == 0 {
			return bad("missing unit in duration")
		}
		name := s[:i]
		s = s[i:]
		var unit uint64
		switch name {
		case "ns":
			unit = uint64(Nanosecond)
		case "us", "µs", "μs":
			unit = uint64(Microsecond)
		case "ms":
			unit = uint64(Millisecond)
		case "s":
			unit = uint64(Second)
		case "m":
			unit = uint64(Minute)
		case "h":
			unit = uint64(Hour)
		default:
			return 0, errors.New("time: unknown unit " + quote(name) + " in duration " + quote(orig))
		}
		if whole > 1<<63/unit {
			return bad("invalid duration")
		}
		whole *= unit
		if frac > 0 {
			whole += uint64(float64(frac) * (float64(unit) / scale))
			if whole > 1<<63 {
				return bad("invalid duration")
			}
		}
		total += whole
		if total > 1<<63 {
			return bad("invalid duration")
		}
	}
	if neg {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return bad("invalid duration")
	}
	return Duration(total), nil
}

func quote(s string) string {
	out := `"`
	for _, c := range s {
		if c == '"' || c == '\\' {
			out += `\`
		}
		out += string(c)
	}
	return out + `"`
}

// A Month is a month of the year.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = []string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + padded(int(m), 0) + ")"
}

// A Weekday is a day of the week.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = []string{
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + padded(int(d), 0) + ")"
}

// A Location is a time zone with a fixed offset.
type Location struct {
	name   string
	offset int
}

var utc = Location{name: "UTC"}

var (
	UTC   = &utc
	Local = &utc
)

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone returns a zone some seconds east of UTC.
func FixedZone(name string, offset int) *Location { return &Location{name, offset} }

// LoadLocation knows UTC only.
func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" || name == "Local" {
		return UTC, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

// A Time is an instant. The runtime knows this layout: seconds since the year 1 (UTC),
// nanoseconds, and the virtual clock's nanoseconds plus one (0 for none).
type Time struct {
	sec  int64
	nsec int64
	mono int64
	loc  *Location
}

const (
	secondsPerDay = 86400
	// unixToInternal is the number of seconds from the year 1 to 1970.
	unixToInternal = 62135596800
)

func now() (sec, nsec, mono int64)

// Now returns the current virtual time.
func Now() Time {
	sec, nsec, mono := now()
	return Time{sec, nsec, mono, Local}
}

func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{sec + unixToInternal, nsec, 0, Local}
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

// Compare compares instants.
func (t Time) Compare(u Time) int {
	a, b := t.sec, u.sec
	if t.mono != 0 && u.mono != 0 {
		a, b = t.mono, u.mono
	} else if a == b {
		a, b = t.nsec, u.nsec
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

func (t Time) Add(d Duration) Time {
	t.sec += int64(d / 1e9)
	t.nsec += int64(d % 1e9)
	if t.nsec >= 1e9 {
		t.sec++
		t.nsec -= 1e9
	} else if t.nsec < 0 {
		t.sec--
		t.nsec += 1e9
	}
	if t.mono != 0 {
		m := t.mono + int64(d)
		if d < 0 && m > t.mono || d > 0 && m < t.mono || m <= 0 {
			m = 0
		}
		t.mono = m
	}
	return t
}

// Sub returns t-u, at most the largest Duration.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		return Duration(t.mono - u.mono)
	}
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if r+r < d {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// remainder gives the time since the year 1 modulo d.
func (t Time) remainder(d Duration) Duration {
	if d%Second == 0 {
		s := int64(d / Second)
		r := t.sec % s
		if r < 0 {
			r += s
		}
		return Duration(r)*Second + Duration(t.nsec)
	}
	// (sec * 1e9 + nsec) % d, bit by bit so that it does not overflow.
	m := uint64(d)
	var r uint64
	sec := uint64(t.sec)
	for i := 63; i >= 0; i-- {
		r = r * 2 % m
		if sec>>i&1 != 0 {
			r = (r + 1) % m
		}
	}
	var product uint64
	for i := 29; i >= 0; i-- {
		product = product * 2 % m
		if uint64(1e9)>>i&1 != 0 {
			product = (product + r) % m
		}
	}
	return Duration((product + uint64(t.nsec)%m) % m)
}

func (t Time) Unix() int64      { return t.sec - unixToInternal }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec/1e3 }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.nsec }

func (t Time) UTC() Time {
	t.loc = UTC
	return t
}

func (t Time) Local() Time {
	t.loc = Local
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.loc = loc
	return t
}

func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

func (t Time) Zone() (name string, offset int) {
	return t.Location().name, t.Location().offset
}

// local gives the seconds since the year 1 in the time's zone.
func (t Time) local() int64 { return t.sec + int64(t.Location().offset) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// civil converts days since the year 1 (January 1st is 0) to a date.
func civil(days int64) (year int, month Month, day int) {
	// Count from March 1st of the year 0, so that leap days come last.
	z := days + 306
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = int(doy - (153*mp+2)/5 + 1)
	y := yoe + era*400
	if mp < 10 {
		return int(y), Month(mp + 3), day
	}
	return int(y + 1), Month(mp - 9), day
}

// daysOf converts a date to days since the year 1.
func daysOf(year int64, month Month, day int64) int64 {
	y := year
	m := int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 306
}

func (t Time) Date() (year int, month Month, day int) {
	return civil(floorDiv(t.local(), secondsPerDay))
}

func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

func (t Time) secondOfDay() int {
	s := t.local()
	return int(s - floorDiv(s, secondsPerDay)*secondsPerDay)
}

func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s % 3600 / 60, s % 60
}

func (t Time) Hour() int       { return t.secondOfDay() / 3600 }
func (t Time) Minute() int     { return t.secondOfDay() % 3600 / 60 }
func (t Time) Second() int     { return t.secondOfDay() % 60 }
func (t Time) Nanosecond() int { return int(t.nsec) }

func (t Time) Weekday() Weekday {
	d := floorDiv(t.local(), secondsPerDay)
	return Weekday((d%7 + 8) % 7)
}

func (t Time) YearDay() int {
	days := floorDiv(t.local(), secondsPerDay)
	return int(days-daysOf(int64(t.Year()), January, 1)) + 1
}

// ISOWeek gives the ISO 8601 week.
func (t Time) ISOWeek() (year, week int) {
	d := Thursday - t.Weekday()
	if d == 4 {
		d = -3
	}
	u := t.AddDate(0, 0, int(d))
	return u.Year(), (u.YearDay()-1)/7 + 1
}

func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), t.Location())
}

// Date makes a time of its parts, which may exceed their usual ranges.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	y := int64(year) + floorDiv(m, 12)
	m -= floorDiv(m, 12) * 12
	n := int64(nsec)
	s := int64(sec) + floorDiv(n, 1e9)
	n -= floorDiv(n, 1e9) * 1e9
	s += int64(min)*60 + int64(hour)*3600
	s += (daysOf(y, Month(m+1), 1) + int64(day) - 1) * secondsPerDay
	return Time{s - int64(loc.offset), n, 0, loc}
}

func Sleep(d Duration)

// A Timer sends the time, or calls a function, once.
type Timer struct {
	C <-chan Time
	h uint64
}

// newTimer starts a timer that sends the time on a channel made for it, of the kind that timers
// have: its length is always 0, and stopping drains it. With a period it keeps ticking.
func newTimer(d, period int64) (c chan Time, h uint64)

// newFunc starts a timer that calls f in a goroutine of its own.
func newFunc(d int64, f func()) (h uint64)

// stopTimer reports whether the timer was active.
func stopTimer(h uint64) bool

// resetTimer reports whether the timer was active.
func resetTimer(h uint64, d, period int64) bool

func NewTimer(d Duration) *Timer {
	c, h := newTimer(int64(d), 0)
	return &Timer{c, h}
}

func AfterFunc(d Duration, f func()) *Timer {
	return &Timer{h: newFunc(int64(d), f)}
}

func After(d Duration) <-chan Time {
	c, _ := newTimer(int64(d), 0)
	return c
}

func (t *Timer) Stop() bool {
	if t.h == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.h)
}

func (t *Timer) Reset(d Duration) bool {
	if t.h == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.h, int64(d), 0)
}

// A Ticker sends the time again and again.
type Ticker struct {
	C <-chan Time
	h uint64
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c, h := newTimer(int64(d), int64(d))
	return &Ticker{c, h}
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	c, _ := newTimer(int64(d), int64(d))
	return c
}

func (t *Ticker) Stop() {
	if t.h != 0 {
		stopTimer(t.h)
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.h == 0 {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer(t.h, int64(d), int64(d))
}

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// elements are the parts of a layout, longer ones before their prefixes.
var elements = []string{
	"January", "Jan", "Monday", "Mon", "MST", "2006", "002", "01", "02", "03", "04", "05", "06",
	"-07:00:00", "-070000", "-07:00", "-0700", "-07", "Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07",
	"15", "_2006", "__2", "_2", "PM", "pm", "1", "2", "3", "4", "5",
}

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }

// nextElement finds the first element of a layout.
func nextElement(layout string) (prefix, element, suffix string) {
	for i := 0; i < len(layout); i++ {
		rest := layout[i:]
		if c := rest[0]; (c == '.' || c == ',') && len(rest) > 1 && (rest[1] == '0' || rest[1] == '9') {
			j := 1
			for j < len(rest) && rest[j] == rest[1] {
				j++
			}
			if j == len(rest) || rest[j] < '0' || rest[j] > '9' {
				return layout[:i], rest[:j], rest[j:]
			}
		}
		for _, e := range elements {
			if !hasPrefix(rest, e) {
				continue
			}
			if e == "_2006" {
				// A space and the year.
				return layout[:i+1], "2006", rest[5:]
			}
			if e == "Jan" && len(rest) > 3 && rest[3] >= 'a' && rest[3] <= 'z' {
				break
			}
			if e == "Mon" && len(rest) > 3 && rest[3] >= 'a' && rest[3] <= 'z' {
				break
			}
			return layout[:i], e, rest[len(e):]
		}
	}
	return layout, "", ""
}

func zone(offset int, sep string, seconds bool) string {
	sign := "+"
	if offset < 0 {
		sign = "-"
		offset = -offset
	}
	s := sign + padded(offset/3600, 2) + sep + padded(offset%3600/60, 2)
	if seconds {
		s += sep + padded(offset%60, 2)
	}
	return s
}

func fraction(nsec int64, element string) string {
	n := len(element) - 1
	s := padded(int(nsec), 9)
	if n < 9 {
		s = s[:n]
	}
	if element[1] == '9' {
		for s != "" && s[len(s)-1] == '0' {
			s = s[:len(s)-1]
		}
		if s == "" {
			return ""
		}
	}
	return element[:1] + s
}

// Format formats t after the model of the layout, which shows the reference time.
func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

// AppendFormat appends the result of Format.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	name, offset := t.Zone()
	for layout != "" {
		prefix, element, suffix := nextElement(layout)
		b = append(b, prefix...)
		layout = suffix
		var s string
		switch element {
		case "":
			return b
		case "2006":
			s = padded(year, 4)
		case "06":
			s = padded(year%100, 2)
		case "January":
			s = month.String()
		case "Jan":
			s = month.String()[:3]
		case "01":
			s = padded(int(month), 2)
		case "1":
			s = padded(int(month), 0)
		case "Monday":
			s = t.Weekday().String()
		case "Mon":
			s = t.Weekday().String()[:3]
		case "02":
			s = padded(day, 2)
		case "_2":
			s = padded(day, 0)
			if day < 10 {
				s = " " + s
			}
		case "2":
			s = padded(day, 0)
		case "002":
			s = padded(t.YearDay(), 3)
		case "__2":
			s = padded(t.YearDay(), 0)
			for len(s) < 3 {
				s = " " + s
			}
		case "15":
			s = padded(hour, 2)
		case "03":
			s = padded((hour+11)%12+1, 2)
		case "3":
			s = padded((hour+11)%12+1, 0)
		case "04":
			s = padded(min, 2)
		case "4":
			s = padded(min, 0)
		case "05":
			s = padded(sec, 2)
		case "5":
			s = padded(sec, 0)
		case "PM":
			s = "AM"
			if hour >= 12 {
				s = "PM"
			}
		case "pm":
			s = "am"
			if hour >= 12 {
				s = "pm"
			}
		case "MST":
			s = name
			if s == "" {
				s = zone(offset, "", false)
			}
		case "Z07:00", "Z0700", "Z07", "Z07:00:00", "Z070000":
			if offset == 0 {
				s = "Z"
				break
			}
			element = "-" + element[1:]
			fallthrough
		default:
			switch element {
			case "-07:00":
				s = zone(offset, ":", false)
			case "-0700":
				s = zone(offset, "", false)
			case "-07":
				s = zone(offset, "", false)[:3]
			case "-07:00:00":
				s = zone(offset, ":", true)
			case "-070000":
				s = zone(offset, "", true)
			default:
				s = fraction(t.nsec, element)
			}
		}
		b = append(b, s...)
	}
	return b
}

// String shows the monotonic clock's reading too, as m=±value.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.mono != 0 {
		m := t.mono - 1
		s += " m=+" + digits(uint64(m/1e9)) + "." + padded(int(m%1e9), 9)
	}
	return s
}

func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	s := "time.Date(" + padded(year, 0) + ", "
	if January <= month && month <= December {
		s += "time." + month.String()
	} else {
		s += padded(int(month), 0)
	}
	for _, n := range []int{day, hour, min, sec, int(t.nsec)} {
		s += ", " + padded(n, 0)
	}
	switch t.Location() {
	case UTC:
		return s + ", time.UTC)"
	}
	return s + ", time.Location(" + quote(t.Location().name) + "))"
}

// A ParseError says why a text does not follow a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
			quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// number takes between min and max digits off the front of s.
func number(s string, min, max int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < max && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i >= min
}

func nameIndex(names []string, s string, short bool) (index int, rest string, ok bool) {
	for i, name := range names {
		if short {
			name = name[:3]
		}
		if len(s) >= len(name) && lower(s[:len(name)]) == lower(name) {
			return i, s[len(name):], true
		}
	}
	return 0, s, false
}

func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// Parse reads a time that was formatted after the layout; without a zone it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC) }

// ParseInLocation is Parse with a zone for times that show none.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc)
}

func parse(layout, value string, loc *Location) (Time, error) {
	origLayout, origValue := layout, value
	year, month, day, yday := 0, 1, 1, -1
	hour, min, sec, nsec := 0, 0, 0, 0
	pm, am := false, false
	monthSet, daySet := false, false
	for {
		prefix, element, suffix := nextElement(layout)
		if !hasPrefix(value, prefix) {
			return Time{}, &ParseError{origLayout, origValue, prefix, value, ""}
		}
		value = value[len(prefix):]
		if element == "" {
			if value != "" {
				return Time{}, &ParseError{origLayout, origValue, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = suffix
		hold := value
		ok := true
		outside := ""
		switch element {
		case "2006":
			year, value, ok = number(value, 4, 4)
		case "06":
			year, value, ok = number(value, 2, 2)
			if year >= 69 {
				year += 1900
			} else {
				year += 2000
			}
		case "January", "Jan":
			month, value, ok = nameIndex(monthNames, value, element == "Jan")
			month++
			monthSet = true
		case "01":
			month, value, ok = number(value, 2, 2)
			monthSet = true
		case "1":
			month, value, ok = number(value, 1, 2)
			monthSet = true
		case "Monday", "Mon":
			_, value, ok = nameIndex(dayNames, value, element == "Mon")
		case "02", "2", "_2":
			if element == "_2" && hasPrefix(value, " ") {
				value = value[1:]
			}
			least := 1
			if element == "02" {
				least = 2
			}
			day, value, ok = number(value, least, 2)
			daySet = true
		case "002", "__2":
			for element == "__2" && hasPrefix(value, " ") {
				value = value[1:]
			}
			yday, value, ok = number(value, 1, 3)
		case "15":
			hour, value, ok = number(value, 1, 2)
			if hour > 23 {
				outside = "hour"
			}
		case "03", "3":
			hour, value, ok = number(value, len(element), 2)
			if hour > 12 {
				outside = "hour"
			}
		case "04", "4":
			min, value, ok = number(value, len(element), 2)
			if min > 59 {
				outside = "minute"
			}
		case "05", "5":
			sec, value, ok = number(value, len(element), 2)
			if sec > 59 {
				outside = "second"
			}
			// A fraction may follow though the layout has none.
			if ok && len(value) > 1 && (value[0] == '.' || value[0] == ',') && value[1] >= '0' && value[1] <= '9' {
				_, next, _ := nextElement(layout)
				if next == "" || next[0] != '.' && next[0] != ',' {
					nsec, value = parseFraction(value[1:])
				}
			}
		case "PM", "pm":
			if len(value) < 2 {
				ok = false
				break
			}
			p := value[:2]
			value = value[2:]
			switch p {
			case "PM", "pm":
				pm = true
			case "AM", "am":
				am = true
			default:
				ok = false
			}
		case "MST":
			if hasPrefix(value, "UTC") {
				loc = UTC
				value = value[3:]
				break
			}
			i := 0
			for i < len(value) && value[i] >= 'A' && value[i] <= 'Z' {
				i++
			}
			ok = i == 3 || i == 4
			if ok {
				loc = FixedZone(value[:i], 0)
				value = value[i:]
			}
		default:
			if element[0] == '.' || element[0] == ',' {
				if element[1] == '9' && (value == "" || value[0] != element[0]) {
					break
				}
				n := len(element)
				if element[1] == '0' {
					if len(value) < n || value[0] != element[0] {
						ok = false
						break
					}
					nsec, _ = parseFraction(value[1:n])
					value = value[n:]
				} else {
					nsec, value = parseFraction(value[1:])
				}
				break
			}
			if element[0] == 'Z' && hasPrefix(value, "Z") {
				loc = UTC
				value = value[1:]
				break
			}
			loc, value, ok = parseZone(element[1:], value)
		}
		if outside != "" {
			return Time{}, &ParseError{origLayout, origValue, element, value, ": " + outside + " out of range"}
		}
		if !ok {
			return Time{}, &ParseError{origLayout, origValue, element, hold, ""}
		}
		if monthSet && (month < 1 || month > 12) {
			return Time{}, &ParseError{origLayout, origValue, element, value, ": month out of range"}
		}
	}
	if pm && hour < 12 {
		hour += 12
	} else if am && hour == 12 {
		hour = 0
	}
	if yday >= 0 && !monthSet && !daySet {
		t := Date(year, January, 1, hour, min, sec, nsec, loc)
		return t.AddDate(0, 0, yday-1), nil
	}
	if day < 1 || day > daysIn(Month(month), year) {
		return Time{}, &ParseError{origLayout, origValue, "", value, ": day out of range"}
	}
	return Date(year, Month(month), day, hour, min, sec, nsec, loc), nil
}

func daysIn(m Month, year int) int {
	next := daysOf(int64(year), m+1, 1)
	if m == December {
		next = daysOf(int64(year)+1, January, 1)
	}
	return int(next - daysOf(int64(year), m, 1))
}

func parseFraction(s string) (nsec int, rest string) {
	i := 0
	scale := 100000000
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		nsec += int(s[i]-'0') * scale
		scale /= 10
		i++
	}
	return nsec, s[i:]
}

func parseZone(model, s string) (loc *Location, rest string, ok bool) {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return UTC, s, false
	}
	neg := s[0] == '-'
	s = s[1:]
	offset := 0
	unit := 3600
	for model != "" {
		if model[0] == ':' {
			if s == "" || s[0] != ':' {
				return UTC, s, false
			}
			model, s = model[1:], s[1:]
			continue
		}
		var n int
		n, s, ok = number(s, 2, 2)
		if !ok {
			return UTC, s, false
		}
		offset += n * unit
		unit /= 60
		model = model[2:]
	}
	if neg {
		offset = -offset
	}
	if offset == 0 {
		return UTC, s, true
	}
	return FixedZone("", offset), s, true
}
