// Package reflect has the part of reflection that concurrent programs use: Select over a slice of channels, what
// type a value has, and DeepEqual.
package reflect

import "strconv"

// A Kind is what sort of type a type is.
type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
	"uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func",
	"interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// A Type is the type of a Go value. Types are equal if they are identical.
type Type interface {
	// String returns the type as %T prints it.
	String() string
	// Name returns the type's own name, "" if it has none.
	Name() string
	// Kind returns what sort of type it is.
	Kind() Kind
	// Elem returns the type of the elements of an array, channel, map, pointer or slice.
	Elem() Type
}

type rtype struct{ id int }

// describe tells of a type of the running program: as %T prints it, its kind, whether it has a name of its own, and
// the type of its elements, or a negative number.
func describe(id int) (text string, kind Kind, named bool, elem int)

// typeOf returns the type of the value in an interface, or a negative number.
func typeOf(x any) int

func (t rtype) String() string {
	text, _, _, _ := describe(t.id)
	return text
}

func (t rtype) Kind() Kind {
	_, kind, _, _ := describe(t.id)
	return kind
}

func (t rtype) Name() string {
	text, _, named, _ := describe(t.id)
	if !named {
		return ""
	}
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ']':
			depth++
		case '[':
			depth--
		case '.':
			if depth == 0 {
				return text[i+1:]
			}
		}
	}
	return text
}

func (t rtype) Elem() Type {
	text, kind, _, elem := describe(t.id)
	switch kind {
	case Array, Chan, Map, Pointer, Slice:
		return rtype{elem}
	}
	panic("reflect: Elem of invalid type " + text)
}

// TypeOf returns the type of the value in i, nil if there is none.
func TypeOf(i any) Type {
	if id := typeOf(i); id >= 0 {
		return rtype{id}
	}
	return nil
}

// A Value is a Go value; the zero Value is none.
type Value struct {
	v     any
	valid bool
}

// ValueOf returns the value in i.
func ValueOf(i any) Value { return Value{i, i != nil} }

// A ValueError is what the methods of Value panic with when the value is of another kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// word returns an integer, boolean or float as its bits, and the text of a string.
func word(x any) (bits uint64, text string)

// isNil tells whether a channel, function, map, pointer or slice is nil.
func isNil(x any) bool

func (v Value) of(method string, from, to Kind) any {
	if k := v.Kind(); k < from || k > to {
		panic(&ValueError{"reflect.Value." + method, k})
	}
	return v.v
}

// IsValid tells whether there is a value.
func (v Value) IsValid() bool { return v.valid }

// Kind returns what sort of value it is.
func (v Value) Kind() Kind {
	switch id := typeOf(v.v); {
	case id >= 0:
		_, kind, _, _ := describe(id)
		return kind
	case v.valid:
		return Interface
	}
	return Invalid
}

// Type returns the value's type.
func (v Value) Type() Type {
	if !v.valid {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return TypeOf(v.v)
}

// Interface returns the value as an any.
func (v Value) Interface() any {
	if !v.valid {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	return v.v
}

// Bool returns a boolean.
func (v Value) Bool() bool {
	bits, _ := word(v.of("Bool", Bool, Bool))
	return bits != 0
}

// Int returns a signed integer.
func (v Value) Int() int64 {
	bits, _ := word(v.of("Int", Int, Int64))
	return int64(bits)
}

// Uint returns an unsigned integer.
func (v Value) Uint() uint64 {
	bits, _ := word(v.of("Uint", Uint, Uintptr))
	return bits
}

// Float returns a floating-point number.
func (v Value) Float() float64 { return float(v.of("Float", Float32, Float64)) }

func float(x any) float64

// String returns a string; of other values, their type.
func (v Value) String() string {
	switch k := v.Kind(); k {
	case Invalid:
		return "<invalid Value>"
	case String:
		_, text := word(v.v)
		return text
	case Interface:
		return "<interface {} Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// IsNil tells whether a channel, function, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch k := v.Kind(); k {
	case Chan, Func, Map, Pointer, Slice, UnsafePointer:
		return isNil(v.v)
	case Interface:
		return true
	default:
		panic(&ValueError{"reflect.Value.IsNil", k})
	}
}

// DeepEqual tells whether x and y are deeply equal: slices and maps by their elements, pointers by what they point to.
func DeepEqual(x, y any) bool

// A SelectDir is what a case of Select does.
type SelectDir int

const (
	_             SelectDir = iota
	SelectSend              // case Chan <- Send
	SelectRecv              // case <-Chan
	SelectDefault           // default
)

// A SelectCase is one case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// selectAny waits for one of the cases; the values of those that receive are nil. Without a default the index is
// that of a case, else it may be -1.
func selectAny(chans, sends []any, dirs []SelectDir, def bool) (index int, recv any, ok bool)

// Select does one of the cases, as a select statement: which one, and what it received.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	def := -1
	var chans, sends []any
	var dirs []SelectDir
	var places []int
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			switch {
			case def >= 0:
				panic("reflect.Select: multiple default cases")
			case c.Chan.valid:
				panic("reflect.Select: default case has Chan value")
			case c.Send.valid:
				panic("reflect.Select: default case has Send value")
			}
			def = i
			continue
		case SelectSend:
			if c.Chan.valid && !c.Send.valid {
				panic("reflect.Select: SendDir case missing Send value")
			}
		case SelectRecv:
			if c.Send.valid {
				panic("reflect.Select: RecvDir case has Send value")
			}
		default:
			panic("reflect.Select: invalid Dir")
		}
		if k := c.Chan.Kind(); k != Invalid && k != Chan {
			panic(&ValueError{"unknown method", k})
		}
		chans, sends = append(chans, c.Chan.v), append(sends, c.Send.v)
		dirs, places = append(dirs, c.Dir), append(places, i)
	}
	i, x, ok := selectAny(chans, sends, dirs, def >= 0)
	if i < 0 {
		return def, Value{}, false
	}
	if dirs[i] == SelectRecv {
		recv = Value{x, true}
	}
	return places[i], recv, ok
}
