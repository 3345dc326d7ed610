package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"
)

func main() {
	fmt.Printl("x")
	fmt.PrintLn("x")
	os.exit(1)
	time.sleep(1)
	time.Seconds
	strconv.Atoi(1)
	var wg sync.Waitgroup
	errors.new("x")
	fmt.Print.x()
}
