// A panic in a deferred function during a panic prints both.
package main

func cleanup() {
	panic("cleanup failed")
}

func main() {
	defer cleanup()
	panic("original")
}
