// Helper moves the position; Cleanup runs last in, first out.
package demo

import "testing"

func check(t *testing.T, ok bool) {
	t.Helper()
	if !ok {
		t.Error("check failed")
	}
}

func TestHelper(t *testing.T) {
	check(t, true)
	check(t, false)
}

func TestCleanup(t *testing.T) {
	t.Cleanup(func() { t.Log("cleanup 1") })
	t.Cleanup(func() { t.Log("cleanup 2") })
	defer t.Log("deferred")
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { t.Log("sub cleanup") })
		t.Log("sub body")
	})
	t.Log("body end")
}
