// testing.TB, Short, Verbose, names of subtests.
package demo

import "testing"

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

func TestTB(t *testing.T) {
	must(t, nil)
	t.Log(testing.Short(), testing.Verbose(), t.Name())
	t.Run("a/b c", func(t *testing.T) { t.Log(t.Name()) })
	t.Run("é\t#", func(t *testing.T) { t.Log(t.Name()) })
}
