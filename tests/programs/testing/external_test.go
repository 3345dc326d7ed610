// An external test package.
package demo_test

import (
	"errors"
	"strings"
	"testing"
)

func TestUpper(t *testing.T) {
	if s := strings.ToUpper("go"); s != "GO" {
		t.Fatal(s)
	}
}

func TestErr(t *testing.T) {
	err := errors.New("x")
	t.Log(err, "multi\nline")
}
