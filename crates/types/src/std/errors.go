// Package errors: errors made of text, wrapped, joined and searched.
package errors

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Each call gives a distinct error.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation is not supported.
var ErrUnsupported = New("unsupported operation")

// Unwrap returns the error that err wraps, if it wraps a single one.
func Unwrap(err error) error {
	u, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return u.Unwrap()
}

// comparable reports whether comparing the dynamic value of err cannot panic.
func comparable(err error) bool

// Is reports whether err or an error it wraps matches target.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, comparable(target))
}

func is(err, target error, comparable bool) bool {
	for {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if is(e, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// assign stores err in what target points to, if its type allows that. It panics as errors.As
// does when target is no non-nil pointer to an error type or interface.
func assign(err error, target any) bool

// checkTarget panics as errors.As does for a wrong target.
func checkTarget(target any)

// As finds the first error in err's tree that can be stored in what target points to, and
// stores it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	checkTarget(target)
	return as(err, target)
}

func as(err error, target any) bool {
	for {
		if assign(err, target) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if e != nil && as(e, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType finds the first error in err's tree of type E.
func AsType[E error](err error) (E, bool) {
	var e E
	if err == nil {
		return e, false
	}
	for {
		if x, ok := err.(E); ok {
			return x, true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(&e) {
			return e, true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return e, false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range x.Unwrap() {
				if inner == nil {
					continue
				}
				if found, ok := AsType[E](inner); ok {
					return found, true
				}
			}
			return e, false
		default:
			return e, false
		}
	}
}

type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	text := ""
	for i, err := range e.errs {
		if i > 0 {
			text += "\n"
		}
		text += err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }

// Join wraps the errors that are not nil; nil if all are.
func Join(errs ...error) error {
	var list []error
	for _, err := range errs {
		if err != nil {
			list = append(list, err)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return &joinError{list}
}
