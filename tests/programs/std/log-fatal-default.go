package main

import (
	"errors"
	"log"
)

func main() {
	log.SetFlags(0)
	if err := errors.New("no connection"); err != nil {
		log.Fatal(err)
	}
}
