// Skip, SkipNow, Skipf, Skipped, FailNow.
package demo

import "testing"

func TestSkip(t *testing.T) {
	t.Skip("not today")
}

func TestSkipf(t *testing.T) {
	defer func() { t.Log("skipped:", t.Skipped()) }()
	t.Skipf("because %d", 1)
}

func TestSkipNow(t *testing.T) {
	t.SkipNow()
}

func TestFailNow(t *testing.T) {
	defer func() { t.Log("failed:", t.Failed()) }()
	t.FailNow()
}
