package x

import (
	"fmt"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	fmt.Println("setup")
	code := m.Run()
	fmt.Println("teardown", code)
	os.Exit(code)
}
func TestA(t *testing.T) { t.Fail() }
func Example_a() {
	fmt.Println("hi")
	// output: hi
}
