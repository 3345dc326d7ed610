// select {} with no other goroutine is a deadlock.
package main

func main() {
	select {}
}
