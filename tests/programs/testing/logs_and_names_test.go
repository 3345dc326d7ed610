// Output of Log from helpers, loops and deferred calls; a failing subtest among passing ones.
package demo

import (
	"fmt"
	"testing"
)

func assertEqual(t *testing.T, want, got any) {
	t.Helper()
	if want != got {
		t.Errorf("want %v (%T), got %v (%T)", want, want, got, got)
	}
}

func TestTypes(t *testing.T) {
	assertEqual(t, 1, 1)
	assertEqual(t, 1, int64(1))
	assertEqual(t, "a", 'a')
}

func TestLoop(t *testing.T) {
	for i := range 3 {
		t.Run(fmt.Sprintf("case%d", i), func(t *testing.T) {
			if i == 1 {
				t.Fatalf("case %d is wrong", i)
			}
			t.Log("case", i)
		})
	}
	fmt.Println("printed between")
}

func TestEmpty(t *testing.T) {
	t.Log()
	t.Logf("")
	t.Error()
}
