package main

import (
	"errors"
	"log"
	"os"
)

func main() {
	l := log.New(os.Stdout, "", 0)
	l.Fatal(errors.New("broken"))
}
