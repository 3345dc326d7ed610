// Package unicode: properties of runes. They are native.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
	UpperCase       = 0
	LowerCase       = 1
	TitleCase       = 2
)

func IsLetter(r rune) bool
func IsDigit(r rune) bool
func IsNumber(r rune) bool
func IsSpace(r rune) bool
func IsUpper(r rune) bool
func IsLower(r rune) bool
func IsPunct(r rune) bool
func IsSymbol(r rune) bool
func IsControl(r rune) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool
func IsMark(r rune) bool
func ToUpper(r rune) rune
func ToLower(r rune) rune

func IsTitle(r rune) bool {
	return r == 'ǅ' || r == 'ǈ' || r == 'ǋ' || r == 'ǲ'
}

func ToTitle(r rune) rune {
	switch r {
	case 'Ǆ', 'ǅ', 'ǆ':
		return 'ǅ'
	case 'Ǉ', 'ǈ', 'ǉ':
		return 'ǈ'
	case 'Ǌ', 'ǋ', 'ǌ':
		return 'ǋ'
	case 'Ǳ', 'ǲ', 'ǳ':
		return 'ǲ'
	}
	return ToUpper(r)
}

func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}
