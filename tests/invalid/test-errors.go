package main

import "testing"

func TestX(t *testing.T) {
	t.Errof("x")
	t.Run("a", func() {})
	got := 3
}
func TestY(t testing.T) {}
func TestZ() {}
func main() {}
