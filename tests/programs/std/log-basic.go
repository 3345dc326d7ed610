// package log writes to standard error.
package main

import (
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.Println("plain", 1, true)
	log.SetPrefix("app: ")
	log.Printf("%d items", 3)
	log.Print("a", "b", 1, 2)
	log.SetFlags(log.Lmsgprefix)
	log.Println("prefix moved")
	log.SetFlags(log.Lshortfile)
	log.Println("with file")
	println(log.Prefix(), log.Flags() == log.Lshortfile)
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Print("to stdout")
	log.SetOutput(os.Stderr)
	l := log.New(os.Stdout, "[x] ", 0)
	l.Println("logger")
	l.SetPrefix("[y] ")
	l.Printf("%v\n", l.Prefix())
	l.Print("no newline")
	l.SetFlags(log.Lmsgprefix | log.Lshortfile)
	l.Output(1, "output")
	log.Default().Println("default", l.Flags() == log.Lmsgprefix|log.Lshortfile, l.Writer() == os.Stdout, log.Writer() == os.Stderr)
	l.SetOutput(os.Stderr)
	l.SetFlags(log.LstdFlags)
	l.SetFlags(0)
	l.Println("bye")
	log.Output(1, "direct")
}
