package fz

import "testing"

type my int

func FuzzAdd(f *testing.F) {
	f.Add(my(1))
}
