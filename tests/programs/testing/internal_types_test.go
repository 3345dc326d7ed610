package types

import (
	"fmt"
	"io/fs"
	"testing"
)

func TestInternalTypes(t *testing.T) {
	e := testing.InternalExample{Name: "E", F: func() { fmt.Println("e") }, Output: "e\n", Unordered: true}
	e.F()
	f := testing.InternalFuzzTarget{Name: "F", Fn: func(f *testing.F) {}}
	fmt.Println(e.Name, e.Output, e.Unordered, f.Name, f.Fn != nil)
	var _ error = (*fs.PathError)(nil)
}
