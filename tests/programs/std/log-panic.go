// log.Panic logs and panics with the same text.
package main

import (
	"fmt"
	"log"
	"os"
)

func try(f func()) {
	defer func() { fmt.Printf("%q\n", recover()) }()
	f()
}

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	try(func() { log.Panic("a", 1) })
	try(func() { log.Panicf("%d!", 2) })
	try(func() { log.Panicln("c", 3) })
	l := log.New(os.Stdout, "p ", 0)
	try(func() { l.Panic("x") })
	try(func() { l.Panicf("%v", 1.5) })
	try(func() { l.Panicln("y") })
	log.SetOutput(os.Stderr)
	log.Panicln("the end")
}
