// Package time measures and shows time. Here the clock is virtual: it begins on 10 November 2009
// at 23:00 UTC, and stands still while any goroutine can run.
package time

import "errors"

// A Duration is a time in nanoseconds.
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

func digits(u uint64) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + u%10)
		if u /= 10; u == 0 {
			return string(b[i:])
		}
	}
}

// decimal writes u / 10**places without trailing zeros.
func decimal(u uint64, places int) string {
	unit := uint64(1)
	for range places {
		unit *= 10
	}
	s := digits(u / unit)
	if u %= unit; u == 0 {
		return s
	}
	frac := digits(u + unit)[1:]
	for frac[len(frac)-1] == '0' {
		frac = frac[:len(frac)-1]
	}
	return s + "." + frac
}

// String writes d as "72h3m0.5s".
func (d Duration) String() string {
	u, sign := uint64(d), ""
	if d < 0 {
		u, sign = -u, "-"
	}
	switch {
	case u == 0:
		return "0s"
	case u < uint64(Microsecond):
		return sign + digits(u) + "ns"
	case u < uint64(Millisecond):
		return sign + decimal(u, 3) + "µs"
	case u < uint64(Second):
		return sign + decimal(u, 6) + "ms"
	}
	s := decimal(u%uint64(Minute), 9) + "s"
	if m := u / uint64(Minute); m > 0 {
		s = digits(m%60) + "m" + s
		if h := m / 60; h > 0 {
			s = digits(h) + "h" + s
		}
	}
	return sign + s
}

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

// Truncate rounds d toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if r = -r; r+r < m && r+r >= 0 {
			return d + r
		}
		if e := d - m + r; e < d {
			return e
		}
		return minDuration
	}
	if r+r < m && r+r >= 0 {
		return d - r
	}
	if e := d + m - r; e > d {
		return e
	}
	return maxDuration
}

// Abs returns the absolute value of d; that of the smallest is the greatest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
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

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + digits(uint64(m)) + ")"
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

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + digits(uint64(d)) + ")"
}

// A Location maps times to the clocks of a place.
type Location struct {
	name   string
	zone   string
	offset int // seconds east of UTC
}

var utc = Location{name: "UTC", zone: "UTC"}
var local = Location{name: "Local", zone: "UTC"}

// UTC is universal time.
var UTC *Location = &utc

// Local is the time of this machine: universal time, too.
var Local *Location = &local

// FixedZone returns a place that is always offset seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name, name, offset}
}

// LoadLocation returns the place with the given name.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	case "Asia/Shanghai", "PRC":
		return &Location{name, "CST", 8 * 3600}, nil
	case "Asia/Tokyo", "Japan":
		return &Location{name, "JST", 9 * 3600}, nil
	case "Asia/Kolkata":
		return &Location{name, "IST", 5*3600 + 1800}, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

func (l *Location) get() *Location {
	if l == nil {
		return &utc
	}
	return l
}

func (l *Location) String() string { return l.get().name }

// A Time is a moment. The machine makes them, too: these four words in this order.
type Time struct {
	ext  int64     // seconds since 1 January of year 1, 00:00 UTC
	wall int64     // nanoseconds, 0 to 999999999
	mono int64     // reading of the monotonic clock, from 1; 0: none
	loc  *Location // nil: UTC
}

const (
	secondsPerDay = 86400
	unixToTime    = 62135596800 // 1970 in seconds since year 1
	clockStart    = 63393490800 // 10 November 2009, 23:00 in seconds since year 1
)

// runtimeNano is the virtual time in nanoseconds since the start.
func runtimeNano() int64

// Now returns the current time.
func Now() Time {
	n := runtimeNano()
	return Time{clockStart + n/1e9, n % 1e9, n + 1, Local}
}

// Unix returns the time sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		if nsec -= n * 1e9; nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{sec + unixToTime, nsec, 0, Local}
}

// UnixMilli returns the time msec milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro returns the time usec microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Since returns the time that has passed since t.
func Since(t Time) Duration {
	if t.mono != 0 {
		return Duration(runtimeNano() + 1 - t.mono)
	}
	return Now().Sub(t)
}

// Until returns the time that will pass until t.
func Until(t Time) Duration {
	if t.mono != 0 {
		return Duration(t.mono - runtimeNano() - 1)
	}
	return t.Sub(Now())
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// dayNumber counts the days from 1 January of year 1 to a day of the month, 1 March being the
// first day of the year as the Romans had it.
func dayNumber(year int64, month Month, day int64) int64 {
	m := int64(month) - 3
	if m < 0 {
		m += 12
		year--
	}
	century := floorDiv(year, 400)
	y := year - century*400
	return century*146097 + y*365 + y/4 - y/100 + (153*m+2)/5 + day - 307
}

// civil is the inverse of dayNumber.
func civil(days int64) (year int, month Month, day int) {
	days += 306
	c := floorDiv(days, 146097)
	d := days - c*146097
	y := (d - d/1460 + d/36524 - d/146096) / 365
	d -= 365*y + y/4 - y/100
	m := (5*d + 2) / 153
	day = int(d - (153*m+2)/5 + 1)
	year = int(y + c*400)
	month = Month(m + 3)
	if month > December {
		month -= 12
		year++
	}
	return
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case February:
		if leap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

// carry brings lo into [0, base), counting what overflows in hi.
func carry(hi, lo, base int) (int, int) {
	n := int(floorDiv(int64(lo), int64(base)))
	return hi + n, lo - n*base
}

// Date returns the time with the given date and clock, which may be out of their ranges.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	year, m := carry(year, int(month)-1, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	s := dayNumber(int64(year), Month(m+1), int64(day))*secondsPerDay + int64(hour*3600+min*60+sec)
	t := Time{ext: s - int64(loc.offset), wall: int64(nsec)}
	t.setLoc(loc)
	return t
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utc {
		loc = nil
	}
	t.mono = 0
	t.loc = loc
}

// there returns the seconds since year 1 that clocks at t's place show.
func (t Time) there() int64 { return t.ext + int64(t.loc.get().offset) }

func (t Time) days() int64 { return floorDiv(t.there(), secondsPerDay) }

func (t Time) IsZero() bool { return t.ext == 0 && t.wall == 0 }

func (t Time) Date() (year int, month Month, day int) { return civil(t.days()) }

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

func (t Time) Weekday() Weekday {
	d := t.days() + 1
	return Weekday(d - 7*floorDiv(d, 7))
}

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int {
	d := t.days()
	y, _, _ := civil(d)
	return int(d-dayNumber(int64(y), January, 1)) + 1
}

// ISOWeek returns year and number of the week of ISO 8601: that of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	d := t.days()
	d += 3 - (d - 7*floorDiv(d, 7))
	year, _, _ = civil(d)
	return year, int(d-dayNumber(int64(year), January, 1))/7 + 1
}

// Clock returns the time of the day.
func (t Time) Clock() (hour, min, sec int) {
	s := t.there()
	s -= floorDiv(s, secondsPerDay) * secondsPerDay
	return int(s / 3600), int(s / 60 % 60), int(s % 60)
}

func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

func (t Time) Nanosecond() int { return int(t.wall) }

func (t Time) UTC() Time {
	t.setLoc(nil)
	return t
}

func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

func (t Time) Location() *Location { return t.loc.get() }

// Zone returns the abbreviation of the zone and its offset in seconds east of UTC.
func (t Time) Zone() (name string, offset int) {
	l := t.loc.get()
	return l.zone, l.offset
}

// ZoneBounds returns when the zone began and ends: never.
func (t Time) ZoneBounds() (start, end Time) { return }

// IsDST tells whether it is summer time.
func (t Time) IsDST() bool { return false }

func (t Time) Unix() int64      { return t.ext - unixToTime }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.wall/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.wall/1e3 }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.wall }

// Compare returns -1 if t is before u, +1 if it is after, 0 if they are the same moment.
func (t Time) Compare(u Time) int {
	a, b := t.ext, u.ext
	if t.mono != 0 && u.mono != 0 {
		a, b = t.mono, u.mono
	} else if a == b {
		a, b = t.wall, u.wall
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

func (t Time) Add(d Duration) Time {
	t.ext += int64(d / 1e9)
	t.wall += int64(d % 1e9)
	if t.wall >= 1e9 {
		t.ext++
		t.wall -= 1e9
	} else if t.wall < 0 {
		t.ext--
		t.wall += 1e9
	}
	if t.mono != 0 {
		m := t.mono + int64(d)
		if (d < 0) != (m < t.mono) && d != 0 {
			m = 0 // overflow
		}
		t.mono = m
	}
	return t
}

// Sub returns t-u, or the greatest or smallest duration if it does not fit.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		d := Duration(t.mono - u.mono)
		if d < 0 && t.mono > u.mono {
			return maxDuration
		}
		if d > 0 && t.mono < u.mono {
			return minDuration
		}
		return d
	}
	d := Duration(t.ext-u.ext)*Second + Duration(t.wall-u.wall)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.wall), t.Location())
}

// rest returns the time since the last multiple of d since the year 1.
func (t Time) rest(d Duration) Duration {
	if Second%d == 0 {
		return Duration(t.wall) % d
	}
	s := t.ext - floorDiv(t.ext, int64(d))*int64(d)
	if d%Second == 0 {
		n := int64(d / Second)
		return Duration(t.ext-floorDiv(t.ext, n)*n)*Second + Duration(t.wall)
	}
	// s * 1e9 modulo d, bit by bit.
	var r, m = uint64(0), uint64(d)
	for bit := uint64(1 << 29); bit > 0; bit >>= 1 {
		r = r * 2 % m
		if 1e9&bit != 0 {
			r = (r + uint64(s)) % m
		}
	}
	return Duration((r + uint64(t.wall)) % m)
}

// Truncate rounds t down to a multiple of d since the year 1.
func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.rest(d))
}

// Round rounds t to the nearest multiple of d since the year 1, halves up.
func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	r := t.rest(d)
	if r+r < d && r+r >= 0 {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// Layouts.
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

// Elements of layouts, the longer before those they begin with.
var elements = [...]string{
	"January", "Jan", "Monday", "Mon", "MST", "002", "01", "02", "03", "04", "05", "06", "15", "1",
	"2006", "2", "__2", "_2", "3", "4", "5", "PM", "pm",
	"-07:00:00", "-07:00", "-070000", "-0700", "-07", "Z07:00:00", "Z07:00", "Z070000", "Z0700", "Z07",
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// element returns the element that layout begins with, "" if it does not begin with one.
func element(layout string) string {
	switch layout[0] {
	default:
		return ""
	case '.', ',':
		n := 1
		for n < len(layout) && layout[n] == layout[1] {
			n++
		}
		if n > 1 && (layout[1] == '0' || layout[1] == '9') && !isDigit(layout, n) {
			return layout[:n]
		}
		return ""
	case 'J', 'M', '0', '1', '2', '3', '4', '5', '_', 'P', 'p', '-', 'Z':
	}
	for _, e := range elements {
		if !hasPrefix(layout, e) {
			continue
		}
		if rest := layout[len(e):]; (e == "Jan" || e == "Mon") && rest != "" && 'a' <= rest[0] && rest[0] <= 'z' {
			continue
		}
		if e == "_2" && hasPrefix(layout, "_2006") {
			return ""
		}
		return e
	}
	return ""
}

// cut returns what comes before the first element, the element, and what comes after.
func cut(layout string) (before, elem, after string) {
	for i := 0; i < len(layout); i++ {
		if e := element(layout[i:]); e != "" {
			return layout[:i], e, layout[i+len(e):]
		}
	}
	return layout, "", ""
}

// pad appends n with at least width digits.
func pad(b []byte, n, width int, fill byte) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	s := digits(uint64(n))
	for i := len(s); i < width; i++ {
		b = append(b, fill)
	}
	return append(b, s...)
}

func appendOffset(b []byte, elem string, offset int) []byte {
	if elem[0] == 'Z' && offset == 0 {
		return append(b, 'Z')
	}
	sign := byte('+')
	if offset < 0 {
		sign, offset = '-', -offset
	}
	b = pad(append(b, sign), offset/3600, 2, '0')
	colon := len(elem) > 3 && elem[3] == ':'
	if len(elem) > 3 {
		if colon {
			b = append(b, ':')
		}
		b = pad(b, offset/60%60, 2, '0')
	}
	if len(elem) > 6 {
		if colon {
			b = append(b, ':')
		}
		b = pad(b, offset%60, 2, '0')
	}
	return b
}

func appendFraction(b []byte, elem string, nsec int64) []byte {
	frac := digits(uint64(nsec) + 1e9)[1:]
	frac = frac[:min(len(elem)-1, 9)]
	if elem[1] == '9' {
		for frac != "" && frac[len(frac)-1] == '0' {
			frac = frac[:len(frac)-1]
		}
		if frac == "" {
			return b
		}
	}
	return append(append(b, elem[0]), frac...)
}

func morning(pm string) string {
	if pm == "PM" {
		return "AM"
	}
	return "am"
}

// AppendFormat appends to b what Format returns.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	for layout != "" {
		before, elem, after := cut(layout)
		b = append(b, before...)
		layout = after
		switch elem {
		case "":
		case "2006":
			b = pad(b, year, 4, '0')
		case "06":
			b = pad(b, max(year, -year)%100, 2, '0')
		case "January":
			b = append(b, month.String()...)
		case "Jan":
			b = append(b, month.String()[:3]...)
		case "01":
			b = pad(b, int(month), 2, '0')
		case "1":
			b = pad(b, int(month), 0, '0')
		case "Monday":
			b = append(b, t.Weekday().String()...)
		case "Mon":
			b = append(b, t.Weekday().String()[:3]...)
		case "02":
			b = pad(b, day, 2, '0')
		case "_2":
			b = pad(b, day, 2, ' ')
		case "2":
			b = pad(b, day, 0, '0')
		case "002":
			b = pad(b, t.YearDay(), 3, '0')
		case "__2":
			b = pad(b, t.YearDay(), 3, ' ')
		case "15":
			b = pad(b, hour, 2, '0')
		case "03":
			b = pad(b, (hour+11)%12+1, 2, '0')
		case "3":
			b = pad(b, (hour+11)%12+1, 0, '0')
		case "04":
			b = pad(b, min, 2, '0')
		case "4":
			b = pad(b, min, 0, '0')
		case "05":
			b = pad(b, sec, 2, '0')
		case "5":
			b = pad(b, sec, 0, '0')
		case "PM", "pm":
			half := elem
			if hour < 12 {
				half = morning(elem)
			}
			b = append(b, half...)
		case "MST":
			name, offset := t.Zone()
			if name != "" {
				b = append(b, name...)
			} else {
				b = appendOffset(b, "-0700", offset)
			}
		default:
			if elem[0] == '.' || elem[0] == ',' {
				b = appendFraction(b, elem, t.wall)
			} else {
				_, offset := t.Zone()
				b = appendOffset(b, elem, offset)
			}
		}
	}
	return b
}

// Format writes t as the layout writes 2 January 2006, 15:04:05 MST.
func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

// String writes t for debugging, with the reading of the monotonic clock if it has one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.mono != 0 {
		m, sign := uint64(t.mono), "+"
		if t.mono < 0 {
			m, sign = -m, "-"
		}
		s += " m=" + sign + digits(m/1e9) + "." + digits(m%1e9 + 1e9)[1:]
	}
	return s
}

// GoString writes t as Go source.
func (t Time) GoString() string {
	month := "time." + t.Month().String()
	b := pad([]byte("time.Date("), t.Year(), 0, '0')
	b = append(append(b, ", "...), month...)
	hour, min, sec := t.Clock()
	for _, n := range [...]int{t.Day(), hour, min, sec, int(t.wall)} {
		b = pad(append(b, ", "...), n, 0, '0')
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(append(append(b, ", time.Location("...), quote(loc.name)...), "))"...)
	}
	return string(b)
}

// quote quotes s as Go would an ASCII text; other bytes are escaped.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// A ParseError says why a time could not be parsed.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	s := "parsing time " + quote(e.Value)
	if e.Message != "" {
		return s + e.Message
	}
	return s + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

var errBad = errors.New("bad value for field")

// number takes min to max digits from the front of s.
func number(s string, min, max int) (n int, rest string, err error) {
	i := 0
	for i < max && isDigit(s, i) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i < min || i == 0 {
		return 0, s, errBad
	}
	return n, s[i:], nil
}

// name takes one of the names, or its first n letters if n > 0, from the front of s, whatever their case.
func name(names []string, n int, s string) (int, string, error) {
	for i, v := range names {
		if n > 0 {
			v = v[:n]
		}
		if len(s) < len(v) {
			continue
		}
		same := true
		for j := 0; j < len(v) && same; j++ {
			same = v[j] == s[j] || v[j]|0x20 == s[j]|0x20 && 'a' <= s[j]|0x20 && s[j]|0x20 <= 'z'
		}
		if same {
			return i, s[len(v):], nil
		}
	}
	return -1, s, errBad
}

// fraction returns the nanoseconds that s, a dot or comma and digits, stands for.
func fraction(s string) int {
	n := 0
	for i := 1; i < 10; i++ {
		n *= 10
		if i < len(s) {
			n += int(s[i] - '0')
		}
	}
	return n
}

// offsetAt takes a zone's offset in the form of elem from the front of s. outOfRange names the part that is.
func offsetAt(elem, s string) (offset int, rest, outOfRange string, err error) {
	if len(s) < len(elem) {
		return 0, s, "", errBad
	}
	for i := range len(elem) {
		if elem[i] == ':' && s[i] != ':' {
			return 0, s, "", errBad
		}
	}
	unit, limit, part := 3600, 24, "hour"
	for i := 1; i < len(elem) && err == nil; i += 2 {
		if elem[i] == ':' {
			i++
		}
		var n int
		if n, _, err = number(s[i:i+2], 2, 2); n > limit {
			outOfRange = "time zone offset " + part
		}
		offset += n * unit
		if unit, limit = unit/60, 60; unit == 1 {
			part = "second"
		} else {
			part = "minute"
		}
	}
	switch s[0] {
	case '+':
	case '-':
		offset = -offset
	default:
		err = errBad
	}
	return offset, s[len(elem):], outOfRange, err
}

// zoneLength returns how long the zone's abbreviation at the front of s is, 0 if there is none.
func zoneLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	if hasPrefix(s, "ChST") || hasPrefix(s, "MeST") {
		return 4
	}
	if hasPrefix(s, "GMT") {
		return 3 + signedHours(s[3:])
	}
	if s[0] == '+' || s[0] == '-' {
		return signedHours(s)
	}
	n := 0
	for n < len(s) && n < 6 && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 5 && s[4] == 'T', n == 4 && (s[3] == 'T' || s[:4] == "WITA"), n == 3:
		return n
	}
	return 0
}

// signedHours returns how long an offset as in "+03" at the front of s is, 0 if there is none.
func signedHours(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	i, n := 1, 0
	for ; isDigit(s, i) && n < 1000; i++ {
		n = n*10 + int(s[i]-'0')
	}
	if i == 1 || n > 23 {
		return 0
	}
	return i
}

// Parse reads a time as the layout says; where it says nothing of the zone, it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse with another zone than UTC.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

func parse(layout, value string, fallback, here *Location) (Time, error) {
	wholeLayout, whole := layout, value
	var (
		year, month, day, yearDay = 0, -1, -1, -1
		hour, min, sec, nsec      int
		pmSet, amSet, hasOffset   bool
		outOfRange                string
		zone                      *Location
		offset                    int
		zoneName                  string
	)
	fail := func(elem, at string) (Time, error) {
		return Time{}, &ParseError{wholeLayout, whole, elem, at, ""}
	}
	for {
		before, elem, after := cut(layout)
		// Spaces of the layout match any number of spaces.
		for rest := before; rest != ""; rest = rest[1:] {
			if rest[0] == ' ' {
				if value != "" && value[0] != ' ' {
					return fail(before, value)
				}
				for len(rest) > 1 && rest[1] == ' ' {
					rest = rest[1:]
				}
				for value != "" && value[0] == ' ' {
					value = value[1:]
				}
				continue
			}
			if value == "" || value[0] != rest[0] {
				return fail(before, value)
			}
			value = value[1:]
		}
		if elem == "" {
			if value != "" {
				return Time{}, &ParseError{wholeLayout, whole, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = after
		hold := value
		var err error
		switch elem {
		case "06":
			if len(value) < 2 {
				err = errBad
				break
			}
			if year, value, err = number(value, 2, 2); year >= 69 {
				year += 1900
			} else {
				year += 2000
			}
		case "2006":
			if len(value) < 4 || !isDigit(value, 0) {
				err = errBad
				break
			}
			year, value, err = number(value, 4, 4)
		case "Jan":
			month, value, err = name(monthNames[:], 3, value)
			month++
		case "January":
			month, value, err = name(monthNames[:], 0, value)
			month++
		case "01", "1":
			month, value, err = number(value, len(elem), 2)
			if err == nil && (month < 1 || month > 12) {
				outOfRange = "month"
			}
		case "Mon":
			_, value, err = name(dayNames[:], 3, value)
		case "Monday":
			_, value, err = name(dayNames[:], 0, value)
		case "2", "_2", "02":
			if elem == "_2" && value != "" && value[0] == ' ' {
				value = value[1:]
			}
			least := 1
			if elem == "02" {
				least = 2
			}
			day, value, err = number(value, least, 2)
		case "002", "__2":
			for i := 0; i < 2 && elem == "__2" && value != "" && value[0] == ' '; i++ {
				value = value[1:]
			}
			least := 1
			if elem == "002" {
				least = 3
			}
			yearDay, value, err = number(value, least, 3)
		case "15":
			hour, value, err = number(value, 1, 2)
			if hour < 0 || 24 <= hour {
				outOfRange = "hour"
			}
		case "3", "03":
			hour, value, err = number(value, len(elem), 2)
			if hour < 0 || 12 < hour {
				outOfRange = "hour"
			}
		case "4", "04":
			min, value, err = number(value, len(elem), 2)
			if min < 0 || 60 <= min {
				outOfRange = "minute"
			}
		case "5", "05":
			sec, value, err = number(value, len(elem), 2)
			if err != nil {
				break
			}
			if sec < 0 || 60 <= sec {
				outOfRange = "second"
				break
			}
			// A fraction may follow even if the layout has none.
			if len(value) >= 2 && (value[0] == '.' || value[0] == ',') && isDigit(value, 1) {
				if _, next, _ := cut(layout); next != "" && (next[0] == '.' || next[0] == ',') {
					break
				}
				n := 2
				for isDigit(value, n) {
					n++
				}
				nsec = fraction(value[:n])
				value = value[n:]
			}
		case "PM", "pm":
			if len(value) < 2 {
				err = errBad
				break
			}
			p := value[:2]
			value = value[2:]
			switch p {
			case elem:
				pmSet = true
			case morning(elem):
				amSet = true
			default:
				err = errBad
			}
		case "MST":
			if hasPrefix(value, "UTC") {
				zone = UTC
				value = value[3:]
				break
			}
			n := zoneLength(value)
			if n == 0 {
				err = errBad
				break
			}
			zoneName, value = value[:n], value[n:]
		default:
			switch elem[0] {
			case '-':
				hasOffset = true
				offset, value, outOfRange, err = offsetAt(elem, value)
			case 'Z':
				if hasPrefix(value, "Z") {
					value = value[1:]
					zone = UTC
					break
				}
				hasOffset = true
				offset, value, outOfRange, err = offsetAt(elem, value)
			default: // fraction
				n := len(elem)
				if elem[1] == '0' {
					if len(value) < n || value[0] != '.' && value[0] != ',' {
						err = errBad
						break
					}
					for i := 1; i < n && i < 10; i++ {
						if !isDigit(value, i) {
							err = errBad
						}
					}
					if err != nil {
						break
					}
				} else {
					if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigit(value, 1) {
						break
					}
					n = 1
					for isDigit(value, n) {
						n++
					}
				}
				nsec = fraction(value[:n])
				value = value[n:]
			}
		}
		if outOfRange != "" {
			return Time{}, &ParseError{wholeLayout, whole, elem, value, ": " + outOfRange + " out of range"}
		}
		if err != nil {
			return fail(elem, hold)
		}
	}
	if pmSet && hour < 12 {
		hour += 12
	} else if amSet && hour == 12 {
		hour = 0
	}
	if yearDay >= 0 {
		if yearDay < 1 || yearDay > 365 && !(yearDay == 366 && leap(year)) {
			return Time{}, &ParseError{wholeLayout, whole, "", value, ": day-of-year out of range"}
		}
		_, m, d := civil(dayNumber(int64(year), January, int64(yearDay)))
		if month >= 0 && month != int(m) {
			return Time{}, &ParseError{wholeLayout, whole, "", value, ": day-of-year does not match month"}
		}
		if day >= 0 && day != d {
			return Time{}, &ParseError{wholeLayout, whole, "", value, ": day-of-year does not match day"}
		}
		month, day = int(m), d
	}
	if month < 0 {
		month = 1
	}
	if day < 0 {
		day = 1
	}
	if day < 1 || day > daysIn(Month(month), year) {
		return Time{}, &ParseError{wholeLayout, whole, "", value, ": day out of range"}
	}
	date := func(loc *Location) Time {
		return Date(year, Month(month), day, hour, min, sec, nsec, loc)
	}
	switch {
	case zone != nil:
		return date(zone), nil
	case hasOffset:
		t := date(UTC)
		t.ext -= int64(offset)
		if here.offset == offset && (zoneName == "" || zoneName == here.zone) {
			t.setLoc(here)
		} else {
			t.setLoc(FixedZone(zoneName, offset))
		}
		return t, nil
	case zoneName != "":
		t := date(UTC)
		if zoneName == here.zone {
			t.ext -= int64(here.offset)
			t.setLoc(here)
			return t, nil
		}
		if len(zoneName) > 3 && zoneName[:3] == "GMT" {
			offset, _, _ = number(zoneName[4:], 1, 2)
			if offset *= 3600; zoneName[3] == '-' {
				offset = -offset
			}
		}
		t.setLoc(FixedZone(zoneName, offset))
		return t, nil
	}
	return date(fallback), nil
}

// ParseDuration reads a duration as "1h15m30.918s".
func ParseDuration(s string) (Duration, error) {
	whole := s
	invalid := func() (Duration, error) {
		return 0, errors.New("time: invalid duration " + quote(whole))
	}
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return invalid()
	}
	var total uint64
	for s != "" {
		if s[0] != '.' && !isDigit(s, 0) {
			return invalid()
		}
		var v, f uint64
		scale := 1.0
		i := 0
		for ; isDigit(s, i); i++ {
			if v > 1<<63/10 {
				return invalid()
			}
			if v = v*10 + uint64(s[i]-'0'); v > 1<<63 {
				return invalid()
			}
		}
		pre := i > 0
		s = s[i:]
		post := false
		if s != "" && s[0] == '.' {
			full := false
			i = 1
			for ; isDigit(s, i); i++ {
				if full {
					continue
				}
				if f > (1<<63-1)/10 {
					full = true
					continue
				}
				y := f*10 + uint64(s[i]-'0')
				if y > 1<<63 {
					full = true
					continue
				}
				f = y
				scale *= 10
			}
			post = i > 1
			s = s[i:]
		}
		if !pre && !post {
			return invalid()
		}
		i = 0
		for i < len(s) && s[i] != '.' && !isDigit(s, i) {
			i++
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(whole))
		}
		u := s[:i]
		s = s[i:]
		var unit uint64
		switch u {
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
			return 0, errors.New("time: unknown unit " + quote(u) + " in duration " + quote(whole))
		}
		if v > 1<<63/unit {
			return invalid()
		}
		v *= unit
		if f > 0 {
			if v += uint64(float64(f) * (float64(unit) / scale)); v > 1<<63 {
				return invalid()
			}
		}
		if total += v; total > 1<<63 {
			return invalid()
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return invalid()
	}
	return Duration(total), nil
}

// Sleep pauses the goroutine.
func Sleep(d Duration)

// startTimer makes a timer's channel, stores it in *c, and returns a handle.
func startTimer(d int64, c *<-chan Time) uint64
func startTicker(d int64, c *<-chan Time) uint64
func startFunc(d int64, f func()) uint64
func stopTimer(h uint64) bool
func resetTimer(h uint64, d int64) bool
func resetTicker(h uint64, d int64)

// A Timer sends the time once, or calls a function.
type Timer struct {
	C <-chan Time
	h uint64
}

// NewTimer returns a timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	t := new(Timer)
	t.h = startTimer(int64(d), &t.C)
	return t
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer { return &Timer{h: startFunc(int64(d), f)} }

// After returns a channel that gets the time after d.
func After(d Duration) <-chan Time {
	var c <-chan Time
	startTimer(int64(d), &c)
	return c
}

// Stop keeps the timer from firing, and tells whether it did.
func (t *Timer) Stop() bool {
	if t.h == 0 {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.h)
}

// Reset lets the timer fire after d, and tells whether it was running.
func (t *Timer) Reset(d Duration) bool {
	if t.h == 0 {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t.h, int64(d))
}

// A Ticker sends the time again and again.
type Ticker struct {
	C <-chan Time
	h uint64
}

// NewTicker returns a ticker that sends the time on its channel every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	t := new(Ticker)
	t.h = startTicker(int64(d), &t.C)
	return t
}

// Tick returns the channel of a new ticker, nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	var c <-chan Time
	startTicker(int64(d), &c)
	return c
}

// Stop stops the ticker; its channel is not closed.
func (t *Ticker) Stop() {
	if t.h != 0 {
		stopTimer(t.h)
	}
}

// Reset stops the ticker and lets it begin anew with period d.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.h == 0 {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTicker(t.h, int64(d))
}
