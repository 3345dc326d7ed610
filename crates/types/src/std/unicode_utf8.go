// Package utf8: runes as bytes.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

func RuneCountInString(s string) (n int)

func RuneCount(p []byte) int { return RuneCountInString(string(p)) }

func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case 0xD800 <= r && r <= 0xDFFF:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune
}

func DecodeRuneInString(s string) (r rune, size int)

func DecodeRune(p []byte) (r rune, size int) {
	if len(p) > UTFMax {
		p = p[:UTFMax]
	}
	return DecodeRuneInString(string(p))
}

func DecodeLastRuneInString(s string) (r rune, size int)

func DecodeLastRune(p []byte) (r rune, size int) {
	if len(p) > UTFMax {
		p = p[len(p)-UTFMax:]
	}
	return DecodeLastRuneInString(string(p))
}

func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	r, size := DecodeRuneInString(s)
	if r != RuneError || size != 1 {
		return true
	}
	// Too short to tell, or invalid.
	c := s[0]
	need := 1
	switch {
	case 0xC2 <= c && c <= 0xDF:
		need = 2
	case 0xE0 <= c && c <= 0xEF:
		need = 3
	case 0xF0 <= c && c <= 0xF4:
		need = 4
	}
	if len(s) >= need {
		return true
	}
	for i := 1; i < len(s); i++ {
		if RuneStart(s[i]) {
			return true
		}
	}
	if len(s) > 1 {
		switch {
		case c == 0xE0 && s[1] < 0xA0, c == 0xED && s[1] > 0x9F, c == 0xF0 && s[1] < 0x90, c == 0xF4 && s[1] > 0x8F:
			return true
		}
	}
	return false
}

func FullRune(p []byte) bool { return FullRuneInString(string(p)) }

func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	return append(p, string(r)...)
}

func EncodeRune(p []byte, r rune) int {
	s := string(r)
	_ = p[len(s)-1]
	return copy(p, s)
}

func ValidString(s string) bool

func Valid(p []byte) bool { return ValidString(string(p)) }
