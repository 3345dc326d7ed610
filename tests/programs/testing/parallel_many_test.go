// Parallel tests share a counter behind a mutex; only the last test prints.
package demo

import (
	"sync"
	"testing"
)

var (
	mu   sync.Mutex
	sum  int
	done = make(chan bool)
)

func TestParent(t *testing.T) {
	t.Run("group", func(t *testing.T) {
		t.Run("only", func(t *testing.T) {
			t.Parallel()
			mu.Lock()
			sum += 5
			mu.Unlock()
		})
	})
	t.Logf("sum %d", sum)
}
