// t.Error from another goroutine, before the test ends.
package demo

import "testing"

func TestGo(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		t.Error("from goroutine")
	}()
	<-done
}

func TestAfter(t *testing.T) {
	if testing.AllocsPerRun(1, func() {}) != 0 {
		t.Error("allocates")
	}
}
