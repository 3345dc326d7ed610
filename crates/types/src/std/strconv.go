// Package strconv converts values to text and back. Digits and quoting are native.
package strconv

import (
	"errors"
	"unicode/utf8"
)

// IntSize is the size of an int in bits.
const IntSize = 64

var (
	// ErrRange says that a value does not fit its type.
	ErrRange = errors.New("value out of range")
	// ErrSyntax says that a text is not what it should be.
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

func formatInt(i int64, base int) string
func formatUint(i uint64, base int) string
func formatFloat(f float64, fmt byte, prec, bitSize int) string

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return formatInt(int64(i), 10) }

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// FormatInt writes i in a base from 2 to 36.
func FormatInt(i int64, base int) string {
	checkBase(base)
	return formatInt(i, base)
}

// FormatUint writes i in a base from 2 to 36.
func FormatUint(i uint64, base int) string {
	checkBase(base)
	return formatUint(i, base)
}

// FormatFloat writes f in one of the formats b, e, E, f, g, G, x, X, with prec digits, as few as needed if prec is -1.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// FormatComplex writes c as (a+bi).
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize/2) + im + "i)"
}

// FormatBool writes b as true or false.
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func AppendInt(dst []byte, i int64, base int) []byte   { return append(dst, FormatInt(i, base)...) }
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }
func AppendBool(dst []byte, b bool) []byte             { return append(dst, FormatBool(b)...) }

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

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

// underscoresOK tells whether underscores stand only between digits, or between a prefix and a digit.
func underscoresOK(s string) bool {
	digit := false // whether the last character was a digit or a prefix
	if len(s) >= 2 && s[0] == '0' && digitOf(s[1]) > 9 && s[1] != '_' {
		digit = true
		s = s[2:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '_' {
			if !digit {
				return false
			}
			digit = false
		} else {
			digit = true
		}
	}
	return digit
}

// parse reads a number without sign. code is 0, 1 for a syntax error, 2 for one out of range,
// 3 for a bad base, 4 for a bad size.
func parse(s string, base, bitSize int) (n uint64, code int) {
	if s == "" {
		return 0, 1
	}
	literal := base == 0
	whole := s
	switch {
	case 2 <= base && base <= 36:
	case literal:
		base = 10
		if s[0] == '0' {
			prefix := byte(0)
			if len(s) >= 3 {
				prefix = s[1] | 0x20
			}
			switch prefix {
			case 'b':
				base, s = 2, s[2:]
			case 'o':
				base, s = 8, s[2:]
			case 'x':
				base, s = 16, s[2:]
			default:
				base, s = 8, s[1:]
			}
		}
	default:
		return 0, 3
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, 4
	}
	limit := uint64(1)<<uint(bitSize) - 1
	underscores := false
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && literal {
			underscores = true
			continue
		}
		d := digitOf(s[i])
		if d >= base {
			return 0, 1
		}
		if n > (1<<64-1)/uint64(base) {
			return limit, 2
		}
		n *= uint64(base)
		sum := n + uint64(d)
		if sum < n || sum > limit {
			return limit, 2
		}
		n = sum
	}
	if underscores && !underscoresOK(whole) {
		return 0, 1
	}
	return n, 0
}

func failure(fn, s string, base, bitSize, code int) error {
	var err error
	switch code {
	case 0:
		return nil
	case 1:
		err = ErrSyntax
	case 2:
		err = ErrRange
	case 3:
		err = errors.New("invalid base " + Itoa(base))
	default:
		err = errors.New("invalid bit size " + Itoa(bitSize))
	}
	return &NumError{fn, s, err}
}

// ParseUint reads a number without sign; base 0 takes the base from its prefix.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, code := parse(s, base, bitSize)
	return n, failure("ParseUint", s, base, bitSize, code)
}

func parseSigned(fn, s string, base, bitSize int) (int64, error) {
	digits, negative := s, false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		digits, negative = s[1:], s[0] == '-'
	}
	u, code := parse(digits, base, bitSize)
	if code == 1 || code > 2 {
		return 0, failure(fn, s, base, bitSize, code)
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	if !negative && u >= limit {
		return int64(limit - 1), failure(fn, s, base, bitSize, 2)
	}
	if negative && u > limit {
		return -int64(limit), failure(fn, s, base, bitSize, 2)
	}
	if negative {
		u = -u
	}
	return int64(u), nil
}

// ParseInt reads a number; base 0 takes the base from its prefix.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseSigned("ParseInt", s, base, bitSize)
}

// Atoi reads a decimal number.
func Atoi(s string) (int, error) {
	i, err := parseSigned("Atoi", s, 10, 0)
	return int(i), err
}

// parseFloatPrefix reads the number that s begins with, n bytes; code as in parse.
func parseFloatPrefix(s string, bitSize int) (f float64, n int, code int)

// ParseFloat reads a number.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, code := parseFloatPrefix(s, bitSize)
	if n != len(s) {
		f, code = 0, 1
	}
	return f, failure("ParseFloat", s, 0, 0, code)
}

// ParseComplex reads a number as N, Ni, or N±Ni, in parentheses or not.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	orig := s
	syntax := func() (complex128, error) { return 0, &NumError{"ParseComplex", orig, ErrSyntax} }
	if n := len(s); n >= 2 && s[0] == '(' && s[n-1] == ')' {
		s = s[1 : n-1]
	}
	var err error
	re, n, code := parseFloatPrefix(s, size)
	if code == 1 {
		return syntax()
	}
	if code == 2 {
		err = &NumError{"ParseComplex", orig, ErrRange}
	}
	s = s[n:]
	if s == "" {
		return complex(re, 0), err
	}
	switch s[0] {
	case '+':
		// The second number may follow with a sign of its own, only to be refused.
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if len(s) == 1 {
			return complex(0, re), err
		}
		fallthrough
	default:
		return syntax()
	}
	im, n, code := parseFloatPrefix(s, size)
	if code == 1 {
		return syntax()
	}
	if code == 2 {
		err = &NumError{"ParseComplex", orig, ErrRange}
	}
	if s[n:] != "i" {
		return syntax()
	}
	return complex(re, im), err
}

// IsPrint tells whether quoting leaves r as it is.
func IsPrint(r rune) bool

// IsGraphic tells whether QuoteToGraphic leaves r as it is.
func IsGraphic(r rune) bool

// quoteWith quotes s; ascii and graphic are those of QuoteToASCII and QuoteToGraphic.
func quoteWith(s string, quote byte, ascii, graphic bool) string

func oneRune(r rune) string {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r)
}

func Quote(s string) string            { return quoteWith(s, '"', false, false) }
func QuoteToASCII(s string) string     { return quoteWith(s, '"', true, false) }
func QuoteToGraphic(s string) string   { return quoteWith(s, '"', false, true) }
func QuoteRune(r rune) string          { return quoteWith(oneRune(r), '\'', false, false) }
func QuoteRuneToASCII(r rune) string   { return quoteWith(oneRune(r), '\'', true, false) }
func QuoteRuneToGraphic(r rune) string { return quoteWith(oneRune(r), '\'', false, true) }

func AppendQuote(dst []byte, s string) []byte          { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte   { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte        { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

// CanBackquote tells whether s can stand between backquotes as it is.
func CanBackquote(s string) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if size > 1 {
			if r == '\ufeff' {
				return false
			}
			continue
		}
		if r == utf8.RuneError || r < ' ' && r != '\t' || r == '`' || r == '\u007F' {
			return false
		}
	}
	return true
}

// UnquoteChar decodes the first character of the inside of a quoted text.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) <= 1 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	digits, base := 0, 16
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value = rune(c - '0')
		digits, base = 2, 8
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	default:
		return 0, false, "", ErrSyntax
	}
	if len(s) < digits {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < digits; i++ {
		d := digitOf(s[i])
		if d >= base {
			return 0, false, "", ErrSyntax
		}
		value = value*rune(base) + rune(d)
	}
	s = s[digits:]
	if base == 8 && value > 255 {
		return 0, false, "", ErrSyntax
	}
	if c == 'u' || c == 'U' {
		if !utf8.ValidRune(value) {
			return 0, false, "", ErrSyntax
		}
		multibyte = true
	}
	return value, multibyte, s, nil
}

// QuotedPrefix returns the quoted text that s begins with.
func QuotedPrefix(s string) (string, error) {
	out, _, err := unquote(s, false)
	return out, err
}

// Unquote returns what a quoted text stands for.
func Unquote(s string) (string, error) {
	out, rest, err := unquote(s, true)
	if rest != "" {
		return "", ErrSyntax
	}
	return out, err
}

// unquote returns the quoted text that s begins with, or what it stands for, and the rest.
func unquote(s string, meaning bool) (out, rest string, err error) {
	if len(s) < 2 {
		return "", "", ErrSyntax
	}
	quote := s[0]
	in := s[1:]
	switch quote {
	case '`':
		end := 0
		for end < len(in) && in[end] != '`' {
			end++
		}
		if end == len(in) {
			return "", "", ErrSyntax
		}
		if !meaning {
			return s[:end+2], in[end+1:], nil
		}
		var b []byte
		for i := 0; i < end; i++ {
			if in[i] != '\r' {
				b = append(b, in[i])
			}
		}
		return string(b), in[end+1:], nil
	case '"', '\'':
		var b []byte
		for first := true; in == "" || in[0] != quote; first = false {
			if quote == '\'' && !first {
				return "", "", ErrSyntax
			}
			if in != "" && in[0] == '\n' {
				return "", "", ErrSyntax
			}
			r, multibyte, tail, err := UnquoteChar(in, quote)
			if err != nil {
				return "", "", err
			}
			in = tail
			if r < utf8.RuneSelf || !multibyte {
				b = append(b, byte(r))
			} else {
				b = utf8.AppendRune(b, r)
			}
		}
		if quote == '\'' && len(in) == len(s)-1 {
			return "", "", ErrSyntax // nothing between the quotes
		}
		if !meaning {
			return s[:len(s)-len(in)+1], in[1:], nil
		}
		return string(b), in[1:], nil
	}
	return "", "", ErrSyntax
}
