// Package filepath works with paths of files, as on Linux. There are no files here.
package filepath

import (
	"errors"
	"path"
	"strings"
)

// What separates parts of a path, and paths of a list.
const (
	Separator     = '/'
	ListSeparator = ':'
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

func Clean(path_ string) string             { return path.Clean(path_) }
func Split(path_ string) (dir, file string) { return path.Split(path_) }
func Join(elem ...string) string            { return path.Join(elem...) }
func Ext(path_ string) string               { return path.Ext(path_) }
func Base(path_ string) string              { return path.Base(path_) }
func Dir(path_ string) string               { return path.Dir(path_) }
func IsAbs(path_ string) bool               { return path.IsAbs(path_) }
func ToSlash(path_ string) string           { return path_ }
func FromSlash(path_ string) string         { return path_ }
func VolumeName(path_ string) string        { return "" }
func Match(pattern, name string) (matched bool, err error) {
	matched, err = path.Match(pattern, name)
	if err != nil {
		err = ErrBadPattern
	}
	return
}

// SplitList splits a list of paths.
func SplitList(path_ string) []string {
	if path_ == "" {
		return []string{}
	}
	return strings.Split(path_, ":")
}

// IsLocal tells whether a path stays below where it starts.
func IsLocal(path_ string) bool {
	if path_ == "" || IsAbs(path_) {
		return false
	}
	path_ = Clean(path_)
	return path_ != ".." && !strings.HasPrefix(path_, "../")
}

// Rel returns a path that leads from basepath to targpath.
func Rel(basepath, targpath string) (string, error) {
	base, targ := Clean(basepath), Clean(targpath)
	if base == targ {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	wrong := errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	if IsAbs(base) != IsAbs(targ) {
		return "", wrong
	}
	b, t := parts(base), parts(targ)
	for len(b) > 0 && len(t) > 0 && b[0] == t[0] {
		b, t = b[1:], t[1:]
	}
	if len(b) > 0 && b[0] == ".." {
		return "", wrong
	}
	up := make([]string, len(b))
	for i := range up {
		up[i] = ".."
	}
	return strings.Join(append(up, t...), "/"), nil
}

func parts(path_ string) []string {
	return strings.FieldsFunc(path_, func(r rune) bool { return r == '/' })
}
