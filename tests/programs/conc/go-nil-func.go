// go of a nil func value is fatal.
package main

func main() {
	var f func()
	go f()
	select {}
}
