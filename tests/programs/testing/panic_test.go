// A panic in a test ends the run with a failure.
package demo

import "testing"

func TestFirst(t *testing.T) { t.Log("fine") }

func TestPanics(t *testing.T) {
	var m map[string]int
	m["x"] = 1
}

func TestNever(t *testing.T) {}
