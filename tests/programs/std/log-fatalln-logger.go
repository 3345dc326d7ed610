package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	defer fmt.Println("never")
	l := log.New(os.Stderr, "! ", 0)
	l.Fatalln("stop", 2)
}
