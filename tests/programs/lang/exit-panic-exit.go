package main

import (
	"errors"
	"fmt"
	"os"
)

func run() error {
	return fmt.Errorf("run: %w", errors.Join(errors.New("a"), errors.New("b")))
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "error: %v\n", err)
		os.Exit(1)
	}
}
