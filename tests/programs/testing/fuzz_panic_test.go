package fz

import "testing"

func FuzzSkip(f *testing.F) {
	f.Skip("no")
}

func FuzzSub(f *testing.F) {
	f.Add("x", true)
	f.Add("y", false)
	f.Fuzz(func(t *testing.T, a string, b bool) {
		t.Helper()
		t.Run("sub", func(t *testing.T) {
			if !b {
				t.Error(a)
			}
		})
	})
}

func FuzzPanics(f *testing.F) {
	f.Add(3)
	f.Fuzz(func(t *testing.T, a int) {
		panic(a)
	})
}
