// Package unicode has what the standard library itself needs of package unicode, without the tables.
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Indexes into CaseRange.Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower in a CaseRange's Delta says that upper and lower case alternate.
const UpperLower = MaxRune + 1

// A CaseRange tells what is to be added to runes to change their case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// A SpecialCase has the mappings of a language that differ from the usual ones.
type SpecialCase []CaseRange

func (special SpecialCase) to(_case int, r rune, usual func(rune) rune) rune {
	for _, c := range special {
		if uint32(r) < c.Lo || c.Hi < uint32(r) {
			continue
		}
		delta := c.Delta[_case]
		if delta <= MaxRune {
			return r + delta
		}
		return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(_case&1))
	}
	return usual(r)
}

func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r, ToUpper) }
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r, ToTitle) }
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r, ToLower) }

func IsLetter(r rune) bool
func IsDigit(r rune) bool
func IsNumber(r rune) bool
func IsSpace(r rune) bool
func IsUpper(r rune) bool
func IsLower(r rune) bool
func IsTitle(r rune) bool
func IsPunct(r rune) bool
func IsSymbol(r rune) bool
func IsMark(r rune) bool
func IsControl(r rune) bool
func IsGraphic(r rune) bool
func IsPrint(r rune) bool

func ToUpper(r rune) rune
func ToLower(r rune) rune
func ToTitle(r rune) rune
