// Package syscall has the signals, and a system call that blocks its thread.
package syscall

// A Signal is a signal of the system.
type Signal int

const (
	SIGHUP  = Signal(0x1)
	SIGINT  = Signal(0x2)
	SIGQUIT = Signal(0x3)
	SIGKILL = Signal(0x9)
	SIGUSR1 = Signal(0xa)
	SIGUSR2 = Signal(0xc)
	SIGTERM = Signal(0xf)
)

func (s Signal) Signal() {}

func (s Signal) String() string {
	switch s {
	case SIGHUP:
		return "hangup"
	case SIGINT:
		return "interrupt"
	case SIGQUIT:
		return "quit"
	case SIGKILL:
		return "killed"
	case SIGUSR1:
		return "user defined signal 1"
	case SIGUSR2:
		return "user defined signal 2"
	case SIGTERM:
		return "terminated"
	}
	digits := ""
	for n := int(s); n > 0; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return "signal " + digits
}

// A Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

// Unix returns the time as seconds and nanoseconds.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns the time in nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

// NsecToTimespec converts nanoseconds.
func NsecToTimespec(nsec int64) Timespec {
	sec := nsec / 1e9
	if nsec %= 1e9; nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Timespec{sec, nsec}
}

// TimespecToNsec converts to nanoseconds.
func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }

func nanosleep(ns int64)

// Nanosleep sleeps, and the thread with the goroutine.
func Nanosleep(time *Timespec, leftover *Timespec) (err error) {
	nanosleep(time.Nano())
	if leftover != nil {
		*leftover = Timespec{}
	}
	return nil
}

// Getpid returns the id of the process.
func Getpid() (pid int) { return 1 }

// An Errno is an error number of the system.
type Errno uintptr

// Errors of connections.
const (
	ECONNRESET   = Errno(0x68)
	ECONNREFUSED = Errno(0x6f)
)

func (e Errno) Error() string {
	switch e {
	case ECONNRESET:
		return "connection reset by peer"
	case ECONNREFUSED:
		return "connection refused"
	}
	digits := ""
	for n := int(e); n > 0 || digits == ""; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return "errno " + digits
}

func (e Errno) Timeout() bool   { return false }
func (e Errno) Temporary() bool { return false }
