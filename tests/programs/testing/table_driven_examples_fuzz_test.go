package calc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func Div(a, b int) (int, error) {
	if b == 0 {
		return 0, errors.New("division by zero")
	}
	return a / b, nil
}

func TestDiv(t *testing.T) {
	tests := []struct {
		name    string
		a, b    int
		want    int
		wantErr bool
	}{
		{"simple", 6, 3, 2, false},
		{"by zero", 1, 0, 0, true},
		{"wrong #1", 7, 2, 4, false},
		{"", 1, 1, 1, false},
		{"simple", 8, 2, 4, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Div(tt.a, tt.b)
			if (err != nil) != tt.wantErr {
				t.Fatalf("err = %v", err)
			}
			if got != tt.want {
				t.Errorf("Div(%d, %d) = %d; want %d", tt.a, tt.b, got, tt.want)
			}
			t.Log("done", tt.name)
		})
	}
}

func TestParallel(t *testing.T) {
	for i := range 3 {
		t.Run(fmt.Sprint("p", i), func(t *testing.T) {
			time.Sleep(time.Duration(i) * 20 * time.Millisecond)
			t.Logf("i=%d", i)
		})
	}
}

func TestCleanup(t *testing.T) {
	t.Cleanup(func() { t.Log("outer cleanup") })
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("first registered") })
		t.Cleanup(func() { fmt.Println("second registered") })
		t.Skip("not today")
	})
	t.Run("group", func(t *testing.T) {
		t.Run("a/b c", func(t *testing.T) { t.Error("x\ny") })
		t.Run("deep", func(t *testing.T) {
			t.Run("deeper", func(t *testing.T) { t.SkipNow() })
		})
	})
}

func helper(t *testing.T, ok bool) {
	t.Helper()
	if !ok {
		t.Error("helper failed")
	}
}

func TestHelper(t *testing.T) {
	helper(t, true)
	helper(t, false)
	if strings.HasPrefix(t.Name(), "Test") {
		t.Log(t.Name(), t.Failed())
	}
}

func ExampleDiv() {
	fmt.Println(Div(6, 2))
	// Output: 3 <nil>
}

func ExampleDiv_bad() {
	fmt.Println("a")
	fmt.Println("b")
	// Output:
	// a
	// c
}

func ExampleDiv_unordered() {
	for _, x := range []int{3, 1, 2} {
		fmt.Println(x)
	}
	// Unordered output:
	// 1
	// 2
	// 3
}

func Example_noOutput() {
	fmt.Println("never run")
}

func BenchmarkDiv(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Div(i, 3)
	}
}

func BenchmarkLoop(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Div(1, 3)
	}
}

func FuzzDiv(f *testing.F) {
	f.Add(1, 2)
	f.Add(5, 0)
	f.Fuzz(func(t *testing.T, a, b int) {
		q, err := Div(a, b)
		if err != nil {
			t.Skip()
		}
		if q*b > a {
			t.Errorf("%d", q)
		}
	})
}

func FuzzStr(f *testing.F) {
	for _, s := range []string{"a", "bc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1 {
			t.Errorf("too long: %q", s)
		}
	})
}
