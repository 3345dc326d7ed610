package main

import "log"

func main() {
	log.SetFlags(0)
	log.SetPrefix("fatal: ")
	defer log.Println("never")
	log.Fatalln("a", 1)
}
