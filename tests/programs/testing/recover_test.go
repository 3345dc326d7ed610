// A test that expects a panic.
package demo

import "testing"

func mustPanic(t *testing.T, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if recover() == nil {
			t.Error("did not panic")
		}
	}()
	f()
}

func TestPanics(t *testing.T) {
	mustPanic(t, func() { panic("yes") })
	mustPanic(t, func() { var p *int; *p = 1 })
	mustPanic(t, func() {})
}
