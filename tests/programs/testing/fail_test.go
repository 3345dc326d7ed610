// Error goes on, Fatal stops.
package demo

import "testing"

func TestError(t *testing.T) {
	t.Error("first", 1)
	t.Errorf("second %d", 2)
	t.Log("after errors")
}

func TestFatal(t *testing.T) {
	t.Log("before")
	t.Fatal("stop here")
	t.Log("never")
}

func TestFatalf(t *testing.T) {
	defer func() { t.Log("deferred") }()
	t.Fatalf("code %d", 7)
}

func TestPasses(t *testing.T) {
	t.Logf("value %v", []int{1, 2})
}
