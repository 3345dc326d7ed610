// A test file in package main, with a generic helper and a context.
package main

import (
	"context"
	"testing"
)

func equal[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEqual(t *testing.T) {
	equal(t, 1+1, 2)
	equal(t, "a"+"b", "abc")
}

func TestContext(t *testing.T) {
	ctx := t.Context()
	equal(t, ctx.Err(), nil)
	t.Cleanup(func() { equal(t, ctx.Err(), context.Canceled) })
}
