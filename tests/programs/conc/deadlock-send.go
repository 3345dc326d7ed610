// main sends with no receiver.
package main

func main() {
	c := make(chan string)
	c <- "lost"
}
