// Package strconv: text to values and back. Digits are native.
package strconv

import "errors"

const IntSize = 64

var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError records a failed conversion.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func Itoa(i int) string
func FormatInt(i int64, base int) string
func FormatUint(i uint64, base int) string
func FormatFloat(f float64, fmt byte, prec, bitSize int) string
func Quote(s string) string
func QuoteToASCII(s string) string
func QuoteRune(r rune) string
func QuoteRuneToASCII(r rune) string

// parseFloat gives code 0, 1 for a syntax error, 2 for a value out of range.
func parseFloat(s string, bitSize int) (f float64, code int)

// unquote gives code 1 for a syntax error.
func unquote(s string) (t string, code int)

func ParseFloat(s string, bitSize int) (float64, error) {
	f, code := parseFloat(s, bitSize)
	switch code {
	case 1:
		return 0, &NumError{"ParseFloat", s, ErrSyntax}
	case 2:
		return f, &NumError{"ParseFloat", s, ErrRange}
	}
	return f, nil
}

func Unquote(s string) (string, error) {
	t, code := unquote(s)
	if code != 0 {
		return "", ErrSyntax
	}
	return t, nil
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

func AppendInt(dst []byte, i int64, base int) []byte { return append(dst, FormatInt(i, base)...) }

func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

func AppendQuote(dst []byte, s string) []byte { return append(dst, Quote(s)...) }

func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }

func digitOf(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// underscoreOK reports whether underscores stand between digits, or after a base prefix.
func underscoreOK(s string) bool {
	last := byte('^')
	i := 0
	if len(s) >= 1 && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex := false
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] {
		case 'b', 'B', 'o', 'O', 'x', 'X':
			i = 2
			last = '0'
			hex = s[1] == 'x' || s[1] == 'X'
		}
	}
	for ; i < len(s); i++ {
		c := s[i]
		if '0' <= c && c <= '9' || hex && digitOf(c) < 16 {
			last = '0'
		} else if c == '_' {
			if last != '0' {
				return false
			}
			last = '_'
		} else {
			if last == '_' {
				return false
			}
			last = '!'
		}
	}
	return last != '_'
}

func parseUint(fn, s, orig string, base, bitSize int) (uint64, error) {
	bad := func() (uint64, error) { return 0, &NumError{fn, orig, ErrSyntax} }
	if s == "" {
		return bad()
	}
	prefixed := base == 0
	whole := s
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			switch {
			case len(s) >= 3 && (s[1] == 'b' || s[1] == 'B'):
				base = 2
				s = s[2:]
			case len(s) >= 3 && (s[1] == 'o' || s[1] == 'O'):
				base = 8
				s = s[2:]
			case len(s) >= 3 && (s[1] == 'x' || s[1] == 'X'):
				base = 16
				s = s[2:]
			default:
				base = 8
				s = s[1:]
			}
		}
	default:
		return 0, &NumError{fn, orig, errors.New("invalid base " + Itoa(base))}
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, &NumError{fn, orig, errors.New("invalid bit size " + Itoa(bitSize))}
	}
	cutoff := (1<<64-1)/uint64(base) + 1
	maxVal := uint64(1)<<uint(bitSize) - 1
	var n uint64
	underscores := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' && prefixed {
			underscores = true
			continue
		}
		d := digitOf(c)
		if d >= base {
			return bad()
		}
		if n >= cutoff {
			return maxVal, &NumError{fn, orig, ErrRange}
		}
		n *= uint64(base)
		n1 := n + uint64(d)
		if n1 < n || n1 > maxVal {
			return maxVal, &NumError{fn, orig, ErrRange}
		}
		n = n1
	}
	if underscores && !underscoreOK(whole) {
		return bad()
	}
	return n, nil
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUint("ParseUint", s, s, base, bitSize)
}

func parseInt(fn, s string, base, bitSize int) (int64, error) {
	if s == "" {
		return 0, &NumError{fn, s, ErrSyntax}
	}
	orig := s
	neg := false
	if s[0] == '+' || s[0] == '-' {
		neg = s[0] == '-'
		s = s[1:]
	}
	u, err := parseUint(fn, s, orig, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cutoff := uint64(1) << uint(bitSize-1)
	if !neg && u >= cutoff {
		return int64(cutoff - 1), &NumError{fn, orig, ErrRange}
	}
	if neg && u > cutoff {
		return -int64(cutoff), &NumError{fn, orig, ErrRange}
	}
	if neg {
		return -int64(u), nil
	}
	return int64(u), nil
}

func ParseInt(s string, base int, bitSize int) (int64, error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func Atoi(s string) (int, error) {
	i, err := parseInt("Atoi", s, 10, 0)
	return int(i), err
}
