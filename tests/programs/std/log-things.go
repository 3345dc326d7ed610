package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	var buf bytes.Buffer
	l := log.New(&buf, "app: ", log.Lshortfile|log.Lmsgprefix)
	l.Println("hello", 1)
	l.Printf("x=%d", 5)
	l.SetPrefix("[new] ")
	l.SetFlags(0)
	l.Print("plain\n")
	fmt.Print(buf.String())
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.SetPrefix("std ")
	log.Println("to stdout")
	func() {
		defer func() { fmt.Println("r:", recover()) }()
		log.Panicf("bad %d", 3)
	}()
	log.SetOutput(os.Stderr)
	log.Printf("multi\nline")
	fmt.Println(l.Prefix(), l.Flags(), log.Writer() == os.Stderr)
	log.Fatalln("fatal", 42)
}
