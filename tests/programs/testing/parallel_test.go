// Parallel subtests wait until their parent returns.
package demo

import (
	"sync/atomic"
	"testing"
)

var running atomic.Int32

func TestGroup(t *testing.T) {
	t.Run("group", func(t *testing.T) {
		for range 1 {
			t.Run("p", func(t *testing.T) {
				t.Parallel()
				if running.Add(1) != 1 {
					t.Error("started early")
				}
			})
		}
		if running.Load() != 0 {
			t.Error("ran before the parent returned")
		}
	})
	if running.Load() != 1 {
		t.Error("not waited for")
	}
}
