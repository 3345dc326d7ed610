// Package path works with paths whose parts slashes separate.
package path

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean returns the shortest equal path.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	var parts []string
	for _, part := range strings.Split(path, "/") {
		n := len(parts)
		switch {
		case part == "" || part == ".":
		case part != "..":
			parts = append(parts, part)
		case n > 0 && parts[n-1] != "..":
			parts = parts[:n-1]
		case !rooted:
			parts = append(parts, part)
		}
	}
	s := strings.Join(parts, "/")
	if rooted {
		return "/" + s
	} else if s == "" {
		return "."
	}
	return s
}

// Split cuts a path after its last slash.
func Split(path string) (dir, file string) {
	i := strings.LastIndexByte(path, '/')
	return path[:i+1], path[i+1:]
}

// Join joins parts by slashes and cleans the result.
func Join(elem ...string) string {
	var parts []string
	for _, e := range elem {
		if e != "" || parts != nil {
			parts = append(parts, e)
		}
	}
	if parts == nil {
		return ""
	}
	return Clean(strings.Join(parts, "/"))
}

// Ext returns the suffix from the last dot of the last part on.
func Ext(path string) string {
	_, file := Split(path)
	if i := strings.LastIndexByte(file, '.'); i >= 0 {
		return file[i:]
	}
	return ""
}

// Base returns the last part.
func Base(path string) string {
	if path == "" {
		return "."
	}
	path = strings.TrimRight(path, "/")
	if path == "" {
		return "/"
	}
	_, file := Split(path)
	return file
}

// IsAbs tells whether a path begins with a slash.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// Dir returns all but the last part.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// Match tells whether name is of the form of pattern: * and ? stand for what has no slash, [a-z]
// for one character.
func Match(pattern, name string) (matched bool, err error) {
	ok, err := match(pattern, name)
	if err != nil || ok {
		return ok, err
	}
	// Also what was not looked at must be well-formed.
	for pattern != "" {
		if _, pattern, err = one(pattern, 0); err != nil {
			return false, err
		}
	}
	return false, nil
}

func match(pattern, name string) (bool, error) {
	for pattern != "" {
		if pattern[0] == '*' {
			pattern = strings.TrimLeft(pattern, "*")
			for {
				if ok, err := match(pattern, name); ok || err != nil {
					return ok, err
				}
				if name == "" || name[0] == '/' {
					return false, nil
				}
				name = name[1:]
			}
		}
		if name == "" {
			return false, nil
		}
		r, n := utf8.DecodeRuneInString(name)
		ok, rest, err := one(pattern, r)
		if !ok || err != nil {
			return false, err
		}
		pattern, name = rest, name[n:]
	}
	return name == "", nil
}

// one tells whether r fits the first term of a pattern, and what follows that.
func one(pattern string, r rune) (ok bool, rest string, err error) {
	switch pattern[0] {
	case '*':
		return false, pattern[1:], nil
	case '?':
		return r != '/', pattern[1:], nil
	case '[':
		pattern = pattern[1:]
		not := strings.HasPrefix(pattern, "^")
		pattern = strings.TrimPrefix(pattern, "^")
		for n := 0; ; n++ {
			if n > 0 && strings.HasPrefix(pattern, "]") {
				return ok != not, pattern[1:], nil
			}
			var lo, hi rune
			if lo, pattern, err = member(pattern); err != nil {
				return false, "", err
			}
			hi = lo
			if strings.HasPrefix(pattern, "-") {
				if hi, pattern, err = member(pattern[1:]); err != nil {
					return false, "", err
				}
			}
			ok = ok || lo <= r && r <= hi
		}
	case '\\':
		if pattern = pattern[1:]; pattern == "" {
			return false, "", ErrBadPattern
		}
	}
	c, n := utf8.DecodeRuneInString(pattern)
	return c == r, pattern[n:], nil
}

// member returns the next character of a class.
func member(pattern string) (r rune, rest string, err error) {
	if pattern == "" || pattern[0] == '-' || pattern[0] == ']' {
		return 0, "", ErrBadPattern
	}
	pattern = strings.TrimPrefix(pattern, "\\")
	r, n := utf8.DecodeRuneInString(pattern)
	if r == utf8.RuneError && n <= 1 || len(pattern) == n {
		return 0, "", ErrBadPattern
	}
	return r, pattern[n:], nil
}
