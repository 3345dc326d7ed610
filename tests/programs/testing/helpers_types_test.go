// testing.TB and T in signatures, Setenv, TempDir's existence, Deadline.
package demo

import (
	"os"
	"testing"
)

type suite struct {
	*testing.T
	n int
}

func (s *suite) step(name string) {
	s.n++
	s.Logf("%d: %s", s.n, name)
}

func TestSuite(t *testing.T) {
	s := &suite{T: t}
	s.step("one")
	s.step("two")
	var tb testing.TB = s
	tb.Log(tb.Name())
}

func TestSetenv(t *testing.T) {
	t.Setenv("DEMO_VALUE", "x")
	if os.Getenv("DEMO_VALUE") != "x" {
		t.Error("not set")
	}
}
