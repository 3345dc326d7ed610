// TestMain wraps the run.
package demo

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

func TestA(t *testing.T) { fmt.Println("A runs") }
